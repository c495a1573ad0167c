import type { Resting } from '../people/invited.ts';
import type { Role } from '../people/role.ts';
import type { Scope } from '../people/scope.ts';
import type { LanguageHint } from '../questions/question.ts';
import type { Programme } from '../rundown/programme.ts';
import type { Actor } from '../state/actor.ts';
import type { Digest, Personal } from '../state/personal.ts';
import type { Command, CommandType } from './command.ts';

/** What intake measured on a question's text, so that no rule looks at the text again. */
export interface Measured {
  /** Length in units: a grapheme counts 1, East Asian wide ones 2. */
  units: number;
  /** Words that could offend; absent where none were found. */
  hint?: LanguageHint | undefined;
}

/** How the desk tells people apart without knowing them: one mark for a person's anonymous questions, another for named ones. */
export interface AskerMarks {
  anonymous: string;
  named: string;
}

type Fields<T extends CommandType> = Omit<Extract<Command, { type: T }>, 'id' | 'type' | 'seen'>;

/** Entry data that differ from the command's own fields: texts are digests, instants are epoch milliseconds. */
interface Rewritten {
  'question.ask': Fields<'question.ask'> & { measured: Measured; marks: AskerMarks };
  'participant.describe': Omit<Fields<'participant.describe'>, 'name'> & { name?: Digest | null | undefined };
  'invite.make': Fields<'invite.make'> & {
    /** The invite of the badge with which it was made; null where that had none. */
    through: string | null;
  };
  'question.edit': Fields<'question.edit'> & { measured: Measured };
  'question.log': Fields<'question.log'> & { measured: Measured };
  'session.start': Omit<Fields<'session.start'>, 'at'> & { at?: number | undefined };
  'session.end': Omit<Fields<'session.end'>, 'at'> & { at?: number | undefined };
  announce: Omit<Fields<'announce'>, 'until'> & { until?: number | undefined };
  'programme.apply': { programme: Programme; removeOnAir?: readonly string[] | undefined };
}

/** Entries that only the server makes: time that passed, totals of readers, an invite that was redeemed. */
interface Made {
  'clock.pass': { at: number };
  sample: {
    session: string | null;
    readers: Record<string, number>;
    people: { inRoom: number; remote: number } | null;
  };
  'invite.use': Resting & {
    invite: string;
    role: Role;
    limit: number | null;
    name: Digest | null;
    /** The room, session or poster that its badge is for; absent: none. */
    scope?: Scope | undefined;
    /** It is an invite for every event of the installation. */
    installation?: boolean | undefined;
  };
}

/** The data of every entry type: a command's own fields, personal texts replaced by their digests. */
export type EntryData = { [T in Exclude<CommandType, keyof Rewritten>]: Fields<T> } & Rewritten & Made;
export type EntryType = keyof EntryData;

interface Envelope {
  /** When, in epoch milliseconds: the stamp of the node that took the command. */
  at: number;
  by: Actor;
  /** The command's id; with `by.participant` it is the key under which a repeat is found. */
  id: string;
  /** The number of the rules under which it was made. */
  rules: number;
  /** For staff: the seq they acted on. */
  seen?: number | undefined;
  personal?: Personal | undefined;
}

/** What is handed to the log: an entry without its place. */
export type Draft<T extends EntryType = EntryType> = {
  [K in T]: Envelope & { type: K; data: EntryData[K] };
}[T];

/** One line of the log. `seq` counts from 1 without gaps. */
export type Entry<T extends EntryType = EntryType> = Draft<T> & { seq: number };
