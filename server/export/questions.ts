import { nameOf } from '../../shared/people/known.ts';
import type { QuestionRow } from '../../shared/questions/question.ts';
import { eventOf, type State, textOf } from '../../shared/state/state.ts';
import { mergesOf } from '../../shared/views/merges.ts';
import { upvotesOf } from '../../shared/views/reader.ts';
import { inSlices } from '../slices.ts';
import { type ExportedFile, jsonFile, tableFile, textFile } from './table.ts';

/** The formats in which questions are exported. */
export const exportFormats = ['csv', 'xlsx', 'json', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** One question as it is exported: only its author's own words stand as theirs, and anonymous stays anonymous. */
type Exported = {
  n: number | null;
  session: string | null;
  poster: string | null;
  part: string | null;
  status: string;
  text: string | null;
  shownAs: string | null;
  author: string | null;
  attendance: string;
  upvotes: number;
  askedAt: Date;
  answeredAt: Date | null;
  reply: string | null;
  labels: string;
  keptFor: string | null;
  why: string | null;
  mergedInto: number | null;
};

/**
 * All questions of an event as they are now, as a file that is made in slices. No spreadsheet runs any cell of it;
 * `delimiter` counts in a CSV alone.
 */
export async function exportQuestions(
  state: State,
  format: ExportFormat,
  delimiter = ',',
): Promise<ExportedFile> {
  // An export is of all questions there are.
  const rows = [...state.tables.questions.values()];
  // Who supports a question comes and goes in its row: how many do now is read before anybody else has a turn.
  const merges = mergesOf(state);
  const upvotes = new Uint32Array(rows.length);
  for (const [index, row] of rows.entries()) upvotes[index] = upvotesOf({ merges }, row);
  const questionAt = (place: number): Exported | null => {
    const row = rows[place];
    return row ? exported(state, row, upvotes[place] ?? 0) : null;
  };
  if (format === 'json') return jsonFile(rows.length, (place) => questionAt(place) ?? {});
  if (format === 'md') {
    const pieces = await markdownOf(state, rows, upvotes);
    return textFile('text/markdown', pieces.length, (place) => {
      const piece = pieces[place] ?? '';
      const question = typeof piece === 'string' ? null : questionAt(piece);
      return typeof piece === 'string' ? piece : question ? asMarkdown(question) : '';
    });
  }
  const rowsAt = (place: number) => [questionAt(place) ?? {}];
  return tableFile({ name: 'Questions', columns, length: rows.length, rowsAt }, format, delimiter);
}

const columns = [
  'n',
  'session',
  'poster',
  'part',
  'status',
  'text',
  'shownAs',
  'author',
  'attendance',
  'upvotes',
  'askedAt',
  'answeredAt',
  'reply',
  'labels',
  'keptFor',
  'why',
  'mergedInto',
] as const;

/** The name under which somebody asked, also where the event shows none; null for anonymous and spoken questions. */
function authorOf(state: State, { anonymous, by }: QuestionRow): string | null {
  return anonymous || by === null ? null : textOf(state, nameOf(state, by).name);
}

function exported(state: State, question: QuestionRow, upvotes: number): Exported {
  const target = question.mergedInto === null ? undefined : state.tables.questions.get(question.mergedInto);
  return {
    n: question.n,
    session: titleOf(state, question.session),
    poster: posterOf(state, question.poster),
    part: partOf(state, question),
    status: question.status,
    text: textOf(state, question.text),
    shownAs: textOf(state, question.screen),
    author: authorOf(state, question),
    attendance: question.attendance,
    upvotes,
    askedAt: new Date(question.anonymous ? Math.floor(question.askedAt / 60_000) * 60_000 : question.askedAt),
    answeredAt: question.answeredAt === null ? null : new Date(question.answeredAt),
    reply: textOf(state, question.reply),
    labels: question.labels.flatMap((label) => textOf(state, label) ?? []).join(', '),
    keptFor: question.keptFor?.for ?? null,
    why: textOf(state, question.why),
    mergedInto: target?.n ?? null,
  };
}

function titleOf(state: State, session: string | null): string | null {
  return session === null ? null : (state.tables.sessions.get(session)?.title ?? session);
}

function posterOf(state: State, poster: string | null): string | null {
  return poster === null ? null : (state.tables.posters.get(poster)?.title ?? poster);
}

function partOf(state: State, { session, part }: QuestionRow): string | null {
  const parts = state.tables.sessions.get(session ?? '')?.parts ?? [];
  return parts.find(({ id }) => id === part)?.title ?? part;
}

/** A piece of the text: words, or the question at a place. */
type Piece = string | number;

/** The questions that stood in the list, by session or poster, most supported first, as pieces of one text. */
async function markdownOf(
  state: State,
  rows: readonly QuestionRow[],
  upvotes: Uint32Array,
): Promise<Piece[]> {
  // Questions of as many upvotes stand in one heap, as they came: so nothing as long as the event is sorted.
  const byHome = new Map<string, Map<number, number[]>>();
  const place = (at: number) => {
    const row = rows[at];
    if (!row) return;
    const home = titleOf(state, row.session) ?? posterOf(state, row.poster) ?? '';
    const heaps = byHome.get(home) ?? new Map<number, number[]>();
    byHome.set(home, heaps);
    const count = upvotes[at] ?? 0;
    if (!listed.has(row.status)) return;
    const heap = heaps.get(count);
    if (heap) heap.push(at);
    else heaps.set(count, [at]);
  };
  await inSlices(rows.length, (places) => places.forEach(place));
  const pieces: Piece[] = [`# Questions of ${escaped(eventOf(state)?.title ?? 'the event')}\n\n`];
  for (const [home, heaps] of byHome) {
    if (heaps.size === 0) continue;
    pieces.push(`## ${escaped(home === '' ? 'Without a session' : home)}\n\n`);
    for (const [, heap] of [...heaps].sort(([one], [other]) => other - one))
      for (const at of heap) pieces.push(at);
    pieces.push('\n');
  }
  return pieces;
}

/** The statuses of questions that stand, or stood, in the list, with the words that a text to be read says for them. */
const listed: ReadonlyMap<string, string> = new Map([
  ['live', 'open'],
  ['answered', 'answered'],
  ['kept', 'saved for later'],
]);

function asMarkdown(question: Exported): string {
  const by = question.author === null ? '' : `, ${escaped(question.author)}`;
  const room = question.attendance === 'inRoom' ? 'room' : 'remote';
  const line = `- **${question.n ?? '–'}** ${escaped(question.text ?? '(no text kept)')} (${listed.get(question.status) ?? question.status}, ${question.upvotes} upvotes, ${room}${by})\n`;
  return question.reply === null ? line : `${line}  - Answer: ${escaped(question.reply)}\n`;
}

/** Text that Markdown shows as it was written, on one line. */
function escaped(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => `\\${mark}`);
}
