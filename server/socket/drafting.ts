import { createHmac } from 'node:crypto';
import type { Command } from '../../shared/log/command.ts';
import type { Actor, Body, Draft, EntryData, Measured } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { questionLimits } from '../../shared/questions/question.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import type { Issue } from '../../shared/wire/refusals.ts';
import { seal } from '../log/personal.ts';
import { checkProgrammeCommand } from '../programme/check-command.ts';
import { languageHint } from './language.ts';
import { cleanText } from './text.ts';

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
  /** Signs the marks by which the desk tells people apart. */
  markKey: string;
}

/**
 * Makes the draft of a command's entry: measures and cleans its texts, replaces them by digests, turns instants into
 * epoch milliseconds. What a table of the runtime can change is looked at here and never again.
 */
export function draftOf(
  command: Command,
  author: Author,
): { ok: true; draft: Draft } | { ok: false; issues: Issue[] } {
  const { by, at, owner } = author;
  const bodies: Body[] = [];
  const issues: Issue[] = [];
  const keep = (text: string) => {
    const body = seal(text);
    bodies.push(body);
    return body.digest;
  };
  const question = (path: string, raw: string, poster: boolean, empty = false) => {
    const cleaned = cleanText(raw);
    const units = poster ? questionLimits.posterUnits : questionLimits.units;
    const bytes = poster ? questionLimits.posterBytes : questionLimits.bytes;
    const problem = !cleaned.ok
      ? cleaned.message
      : cleaned.text === '' && !empty
        ? 'must not be empty'
        : cleaned.units > units
          ? `is ${cleaned.units - units} over ${units}`
          : cleaned.bytes > bytes
            ? `is ${cleaned.bytes} bytes long, over ${bytes}`
            : null;
    if (problem !== null || !cleaned.ok) issues.push({ path, message: problem ?? 'cannot be read' });
    const text = cleaned.ok ? cleaned.text : '';
    const hint = languageHint(text);
    return { text, measured: { units: cleaned.ok ? cleaned.units : 0, ...(hint !== null && { hint }) } };
  };
  const made = makeData(command, author, keep, question, issues);
  if (issues.length > 0 || made === null) return { ok: false, issues };
  const seen = command.seen === undefined ? {} : { seen: command.seen };
  const personal = bodies.length === 0 ? {} : { personal: { owner, bodies } };
  return { ok: true, draft: { ...made, ...seen, ...personal, id: command.id, at, by, rules: rulesVersion } };
}

type Made = { [T in Command['type']]: { type: T; data: EntryData[T] } }[Command['type']];
type Measure = (
  path: string,
  raw: string,
  poster: boolean,
  empty?: boolean,
) => { text: string; measured: Measured };

function makeData(
  command: Command,
  author: Author,
  keep: (text: string) => string,
  measure: Measure,
  issues: Issue[],
): Made | null {
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
    case 'question.dismiss':
    case 'report': {
      const { id: _id, type, seen: _seen, why, ...data } = command;
      return plain(type, { ...data, why: cleaned('why', why, issues) });
    }
    case 'question.label': {
      const { id: _id, type, seen: _seen, labels, ...data } = command;
      const kept = labels.map((label, index) => cleaned(`labels.${index}`, label, issues));
      return { type, data: { ...data, labels: kept } };
    }
    case 'stage.show': {
      const { type, room, show } = command;
      if (show.kind !== 'message') return { type, data: { room, show } };
      return { type, data: { room, show: { ...show, text: cleaned('show.text', show.text, issues) } } };
    }
    case 'display.set': {
      const { id: _id, type, seen: _seen, name, ...data } = command;
      return {
        type,
        data: name == null ? { ...data, name } : { ...data, name: cleaned('name', name, issues) },
      };
    }
    case 'announce': {
      const { id: _id, type, seen: _seen, until, text, to } = command;
      const kept = cleaned('text', text, issues);
      return {
        type,
        data: until === undefined ? { text: kept, to } : { text: kept, to, until: Date.parse(until) },
      };
    }
    case 'session.note': {
      const { type, session, text } = command;
      return { type, data: { session, text: text === null ? null : cleaned('text', text, issues) } };
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

/** A short text that is no person's, as it is kept. One of which nothing is left is an issue. */
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
