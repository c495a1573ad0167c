import { z } from 'zod';
import type { FoundLink, FoundPaper } from '../../normalize/schedule.ts';
import type { ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { quoted, ScheduleBuilder } from '../schedule-builder.ts';
import { amount, list, parseJson, words } from '../source/json-fields.ts';
import { webAddress } from '../written/web-address.ts';

const site = 'https://openreview.net';

const noteSchema = z.looseObject({
  id: words,
  forum: words,
  replyto: words,
  ddate: amount,
  domain: words,
  content: z.record(z.string(), z.unknown()).catch({}),
});
type Note = z.infer<typeof noteSchema>;

const wrapped = z.looseObject({ response: z.looseObject({ json: z.unknown() }) });
const answer = z.looseObject({ notes: z.array(z.unknown()) });

/** Reads notes of OpenReview's API, version 2 or 1, as its answer has them: a list of papers, without times. */
export const readOpenreview: ScheduleReader = ({ text }) => {
  const json = parseJson(text);
  if ('unreadable' in json) return json;
  const rows = rowsOf(json.value);
  if (!rows) return notThis('An OpenReview file holds "notes"; this one does not.');
  const found = new ScheduleBuilder();
  const notes = rows.map((row) => noteSchema.safeParse(row).data ?? null);
  const decisions = decisionsOf(notes);
  for (const [index, note] of notes.entries()) {
    const where = `notes[${index}]`;
    const paper = note ? paperOf(note, where, decisions) : 'it is no group of fields';
    if (typeof paper === 'string') found.skip(where, paper);
    else found.papers.push(paper);
    const lost =
      note && typeof paper !== 'string'
        ? list.parse(contentOf(note, 'authors')).length - paper.authors.length
        : 0;
    if (lost > 0)
      found.warn(where, `${lost} of its authors are named by an id or an address only; they are left out.`);
  }
  return found.schedule('openreview', { title: titleOf(notes) });
};

function rowsOf(value: unknown): unknown[] | null {
  const inner = wrapped.safeParse(value).data?.response.json ?? value;
  return Array.isArray(inner) ? inner : (answer.safeParse(inner).data?.notes ?? null);
}

/** The decisions that stand in replies (version 1), by forum. */
function decisionsOf(notes: readonly (Note | null)[]): Map<string, string> {
  const decisions = new Map<string, string>();
  for (const note of notes) {
    if (!note?.replyto || note.forum === null) continue;
    const decision = textOf(note, 'decision') ?? textOf(note, 'recommendation');
    if (decision !== null) decisions.set(note.forum, decision);
  }
  return decisions;
}

function paperOf(note: Note, where: string, decisions: ReadonlyMap<string, string>): FoundPaper | string {
  if (note.replyto !== null && note.replyto !== note.id) return 'a reply, such as a review: no paper';
  const title = textOf(note, 'title');
  if (title === null) return 'it has no title';
  const forum = note.forum ?? note.id;
  const status = [textOf(note, 'venueid'), textOf(note, 'venue'), decisions.get(forum ?? '')].join('\n');
  const out = note.ddate === null ? outOf(status) : 'was deleted';
  if (out !== null) return `${quoted(title)} ${out}`;
  const links: FoundLink[] = [];
  const pdf = addressOf(textOf(note, 'pdf'));
  if (forum !== null) {
    links.push({ label: 'OpenReview', url: `${site}/forum?id=${encodeURIComponent(forum)}` });
  }
  if (pdf !== null) links.push({ label: 'PDF', url: pdf });
  return {
    where,
    key: note.id ?? forum,
    title,
    authors: authorsOf(contentOf(note, 'authors')),
    kind: presentationOf(status),
    abstract: textOf(note, 'abstract') ?? textOf(note, 'TLDR') ?? textOf(note, 'TL;DR'),
    links,
  };
}

/** What keeps a paper out of the programme, or null. */
function outOf(status: string): string | null {
  if (/desk[_ -]?reject/i.test(status)) return 'was desk-rejected';
  if (/withdrawn/i.test(status)) return 'was withdrawn';
  if (/reject/i.test(status)) return 'was rejected';
  return /\/(?:Blind_)?Submission$|^submitted to/im.test(status) ? 'is under review, not accepted' : null;
}

/** How it is presented, from the venue (`ICLR 2024 spotlight`) or the decision. */
function presentationOf(status: string): string | null {
  if (/\boral\b|notable[ -]top[ -]5%/i.test(status)) return 'oral';
  if (/\bspotlight\b|notable[ -]top[ -]25%/i.test(status)) return 'spotlight';
  return /\bposter\b/i.test(status) ? 'poster' : null;
}

function addressOf(pdf: string | null): string | null {
  return pdf?.startsWith('/') ? webAddress(`${site}${pdf}`) : webAddress(pdf);
}

const namedSchema = z.looseObject({ fullname: words, name: words });

/** The names of authors as they wrote them; profile ids are no names. */
function authorsOf(value: unknown): string[] {
  return list.parse(value).flatMap((author) => {
    const named = namedSchema.safeParse(author).data;
    const name = typeof author === 'string' ? author.trim() : (named?.fullname ?? named?.name ?? '');
    return name === '' || /^~|^[^\s@]+@[^\s@]+$/.test(name) ? [] : [name];
  });
}

/** The event's title as most papers have it, without how they are presented. */
function titleOf(notes: readonly (Note | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const note of notes) {
    const venue = note ? textOf(note, 'venue') : null;
    if (!venue || outOf(venue) !== null) continue;
    const title = venue
      .slice(0, 300)
      .replace(/\s(?:\(?(?:oral|spotlight|poster)\)?|notable[ -]top[ -]\d{1,2}%)$/i, '');
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

const valueSchema = z.looseObject({ value: z.unknown() });

/** A field of version 2 (`{value}`) or 1 (plain). */
function contentOf(note: Note, field: string): unknown {
  const content = Object.hasOwn(note.content, field) ? note.content[field] : undefined;
  return valueSchema.safeParse(content).data?.value ?? (Array.isArray(content) ? content : undefined);
}

function textOf(note: Note, field: string): string | null {
  const content = Object.hasOwn(note.content, field) ? note.content[field] : undefined;
  return words.parse(typeof content === 'string' ? content : contentOf(note, field));
}
