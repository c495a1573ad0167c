import { createHmac } from 'node:crypto';
import type { Command } from '../../shared/log/command.ts';
import type { Draft, EntryData, Measured } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { dismissReasons } from '../../shared/questions/commands.ts';
import { openReport } from '../../shared/questions/conduct.ts';
import { questionLimits } from '../../shared/questions/question.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import type { Actor } from '../../shared/state/actor.ts';
import type { Body, Digest } from '../../shared/state/personal.ts';
import type { State } from '../../shared/state/state.ts';
import type { Issue } from '../../shared/wire/refusals.ts';
import { seal } from '../log/personal.ts';
import { checkProgrammeCommand } from '../programme/check-command.ts';
import { languageHint } from './language.ts';
import { type CleanText, cleanName, cleanText, unitsOf } from './text.ts';

/** Who stands behind a draft. */
export interface Author {
  by: Actor;
  /** Whose the texts are: those in a question that stands under somebody's name are theirs, also where staff word them. */
  owner: string;
  at: number;
  /** The event as it is: its code, passcode and ids stay where a programme names none. */
  before?: Programme | undefined;
  /** Whether the question that is worded anew is about a poster: those may be longer. */
  ofPoster?: boolean;
  /** The event that the command is for: what already stands there in the same words keeps its digest. */
  state?: State | undefined;
  /** The invite of the badge behind the command; null where it has none. */
  through?: string | null;
  /** Signs the marks by which the desk tells people apart. */
  markKey: string;
}

/** How far over its limit a question is counted on, to say by how much it is. */
const countedOver = 20;

/**
 * Makes the draft of a command's entry: measures and cleans its texts, replaces them by digests, turns instants into
 * epoch milliseconds. What a table of the runtime can change is looked at here and in `hinted`, and never again. Save for a
 * programme it takes about a millisecond, whatever was sent.
 */
export function draftOf(
  command: Command,
  author: Author,
): { ok: true; draft: Draft } | { ok: false; issues: Issue[] } {
  const { by, at, owner, state } = author;
  const bodies: Body[] = [];
  const issues: Issue[] = [];
  const keep = (text: string, standing: readonly (string | null | undefined)[] = []) => {
    const known = standing.find((digest) => digest != null && state?.bodies.get(digest)?.text === text);
    if (known != null) return known;
    const body = seal(text);
    bodies.push(body);
    return body.digest;
  };
  const question = (path: string, raw: string, poster: boolean, empty = false) => {
    const cleaned = cleanText(raw);
    const measured = unitsOrIssue(cleaned, poster, empty);
    if (typeof measured === 'string') issues.push({ path, message: measured });
    return {
      text: cleaned.ok ? cleaned.text : '',
      measured: { units: typeof measured === 'number' ? measured : 0 },
    };
  };
  const made = makeData(command, author, keep, question, issues);
  if (issues.length > 0 || made === null) return { ok: false, issues };
  const seen = command.seen === undefined ? {} : { seen: command.seen };
  const personal = bodies.length === 0 ? {} : { personal: { owner, bodies } };
  return { ok: true, draft: { ...made, ...seen, ...personal, id: command.id, at, by, rules: rulesVersion } };
}

/** The units of a question's text, or what is wrong with it: first by its bytes, which are known. */
function unitsOrIssue(cleaned: CleanText, poster: boolean, empty: boolean): number | string {
  if (!cleaned.ok) return cleaned.message;
  const most = poster ? questionLimits.posterUnits : questionLimits.units;
  const mostBytes = poster ? questionLimits.posterBytes : questionLimits.bytes;
  if (cleaned.text === '' && !empty) return 'must not be empty';
  if (cleaned.bytes > mostBytes) return `is ${cleaned.bytes} bytes long, over ${mostBytes}`;
  const units = unitsOf(cleaned.text, most + countedOver);
  if (units === null) return `is more than ${countedOver} over ${most}`;
  return units > most ? `is ${units - most} over ${most}` : units;
}

/** [Q32] A draft with the mark of its words, where they could offend: looked for last, in what is taken alone. */
export function hinted(draft: Draft): Draft {
  switch (draft.type) {
    case 'question.ask':
      return { ...draft, data: { ...draft.data, measured: withHint(draft, draft.data.text) } };
    case 'question.log':
      return { ...draft, data: { ...draft.data, measured: withHint(draft, draft.data.text) } };
    case 'question.edit': {
      const { data } = draft;
      return { ...draft, data: { ...data, measured: withHint(draft, data.screen ?? data.text) } };
    }
    default:
      return draft;
  }
}

/** What was measured of a question's words, which lie beside the draft, and what they are marked as. */
function withHint({ personal, data }: Draft<QuestionText>, words: Digest | undefined): Measured {
  const text = personal?.bodies.find(({ digest }) => digest === words)?.text;
  const hint = text === undefined ? null : languageHint(text);
  return { ...data.measured, ...(hint !== null && { hint }) };
}

/** The entries that carry the words of a question. */
type QuestionText = 'question.ask' | 'question.log' | 'question.edit';

type Made = { [T in Command['type']]: { type: T; data: EntryData[T] } }[Command['type']];
/** Puts a text beside the entry and gives its digest: that of one that `standing` holds already, where its words are the same. */
type Keep = (text: string, standing?: readonly (string | null | undefined)[]) => string;
type Measure = (
  path: string,
  raw: string,
  poster: boolean,
  empty?: boolean,
) => { text: string; measured: Measured };

function makeData(
  command: Command,
  author: Author,
  keep: Keep,
  measure: Measure,
  issues: Issue[],
): Made | null {
  const tables = author.state?.tables;
  switch (command.type) {
    case 'question.ask': {
      const { id: _id, type, seen: _seen, ...data } = command;
      const { text, measured } = measure('text', command.text, command.poster !== undefined);
      return { type, data: { ...data, text: keep(text), measured, marks: marksOf(author) } };
    }
    case 'question.edit': {
      const { id: _id, type, seen: _seen, question } = command;
      const path = command.screen === undefined ? 'text' : 'screen';
      const { text, measured } = measure(
        path,
        command.screen ?? command.text ?? '',
        author.ofPoster === true,
      );
      return { type, data: { question, [path]: keep(text), measured } };
    }
    case 'question.log': {
      const { id: _id, type, seen: _seen, session } = command;
      if (command.text === undefined) return { type, data: { session, measured: { units: 0 } } };
      const { text, measured } = measure('text', command.text, false);
      return { type, data: { session, text: keep(text), measured } };
    }
    case 'question.answer': {
      const { id: _id, type, seen: _seen, reply, ...data } = command;
      if (reply === undefined) return { type, data };
      const written = cleanText(reply);
      if (!written.ok) issues.push({ path: 'reply', message: written.message });
      return { type, data: { ...data, reply: written.ok && written.text !== '' ? keep(written.text) : '' } };
    }
    case 'session.start':
    case 'session.end': {
      const { id: _id, type, seen: _seen, at, ...data } = command;
      return { type, data: at === undefined ? data : { ...data, at: Date.parse(at) } };
    }
    case 'question.dismiss': {
      const { type, question, why } = command;
      const text = cleaned('why', why, issues);
      return { type, data: { question, why: isReason(text) ? text : keep(text) } };
    }
    case 'report': {
      const { id, type, question, why } = command;
      const words = cleaned('why', why, issues);
      const open = author.state && openReport(author.state, question, author.by.participant);
      // [P6] One that stands counts: another changes nothing, and its words are not kept beside it.
      return { type, data: { question, why: open && open.id !== id ? open.why : keep(words) } };
    }
    case 'question.label': {
      const { type, question, labels } = command;
      const texts = new Set(labels.map((label, index) => cleaned(`labels.${index}`, label, issues)));
      const standing = tables?.questions.get(question)?.labels;
      return { type, data: { question, labels: [...texts].map((text) => keep(text, standing)) } };
    }
    case 'stage.show': {
      const { type, room, show } = command;
      if (show.kind !== 'message') return { type, data: { room, show } };
      const shown = tables?.stages.get(room)?.show;
      const text = keep(
        cleaned('show.text', show.text, issues),
        shown?.kind === 'message' ? [shown.text] : [],
      );
      return { type, data: { room, show: { ...show, text } } };
    }
    case 'display.set': {
      const { id: _id, type, seen: _seen, name, ...data } = command;
      if (name == null) return { type, data: { ...data, name } };
      const standing = [tables?.displays.get(data.display)?.name];
      return { type, data: { ...data, name: keep(cleaned('name', name, issues), standing) } };
    }
    case 'announce': {
      const { id: _id, type, seen: _seen, until, text, to } = command;
      const kept = keep(cleaned('text', text, issues));
      return {
        type,
        data: until === undefined ? { text: kept, to } : { text: kept, to, until: Date.parse(until) },
      };
    }
    case 'session.note': {
      const { type, session, text } = command;
      if (text === null) return { type, data: { session, text } };
      const standing = [tables?.sessions.get(session)?.note?.text];
      return { type, data: { session, text: keep(cleaned('text', text, issues), standing) } };
    }
    case 'participant.describe': {
      const { type, name, attendance } = command;
      const called = name === undefined ? undefined : cleanName(name);
      const standing = [tables?.participants.get(author.by.participant)?.name];
      const digest = called == null ? called : keep(called, standing);
      return {
        type,
        data: { ...(digest !== undefined && { name: digest }), ...(attendance && { attendance }) },
      };
    }
    case 'invite.make': {
      const { type, role, scope, name } = command;
      const called = name === undefined ? null : cleanName(name);
      const through = author.through ?? null;
      return {
        type,
        data: { role, through, ...(scope && { scope }), ...(called !== null && { name: keep(called) }) },
      };
    }
    case 'programme.apply': {
      const checked = checkProgrammeCommand(
        command.programme,
        author.before ? { before: author.before } : {},
      );
      if (!checked.ok) {
        issues.push(...checked.issues.map((issue) => ({ ...issue, path: `programme.${issue.path}` })));
        return null;
      }
      const { removeOnAir } = command;
      return {
        type: command.type,
        data: { programme: checked.programme, ...(removeOnAir && { removeOnAir }) },
      };
    }
    default: {
      const { id: _id, type, seen: _seen, ...data } = command;
      return plain(type, data);
    }
  }
}

/** Whether why a question was dismissed is a word of ours, and nobody's own. */
function isReason(why: string): boolean {
  return new Set<string>(dismissReasons).has(why);
}

/** A short text in the form in which it is kept. One of which nothing is left is an issue. */
function cleaned(path: string, raw: string, issues: Issue[]): string {
  const clean = cleanText(raw);
  if (clean.ok && clean.text !== '') return clean.text;
  issues.push({ path, message: clean.ok ? 'must not be empty' : clean.message });
  return '';
}

/** The data of a command that stands in the log as it was sent: its schema let through exactly these fields. */
function plain(type: Made['type'], data: object): Made {
  return Object.assign({ type }, { data }) as Made;
}

/** One mark for a person's anonymous questions and one for their named ones; without SECRET nobody can link the two. */
function marksOf({ by, markKey }: Author) {
  const mark = (kind: string) =>
    createHmac('sha256', markKey).update(`${kind} ${by.participant}`).digest('hex').slice(0, 8);
  return { anonymous: mark('anonymous'), named: mark('named') };
}
