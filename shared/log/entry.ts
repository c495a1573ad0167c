import * as z from 'zod/mini';
import type { Resting } from '../people/invited.ts';
import type { Attendance } from '../people/participant.ts';
import type { Role } from '../people/role.ts';
import type { Scope } from '../people/scope.ts';
import type { LanguageHint } from '../questions/question.ts';
import type { Programme } from '../rundown/programme.ts';
import type { Command, CommandType } from './command.ts';

/** Salted SHA-256 of a personal text, hex: stands for the text wherever state or integrity look at it. */
export type Digest = string;

/** A personal text beside the log: what the digest was made of. Gone after `forget(owner)`. */
export const bodySchema = z.strictObject({ digest: z.string(), salt: z.string(), text: z.string() });
export type Body = z.infer<typeof bodySchema>;

/** The personal texts of one entry and whose they are. */
export const personalSchema = z.strictObject({ owner: z.string(), bodies: z.array(bodySchema) });
export type Personal = z.infer<typeof personalSchema>;

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

/** Who made an entry. `person` is present where it brings somebody in or changes their name or attendance. */
export const actorSchema = z.strictObject({
  /** Participant id, or `server` for what the server makes itself. */
  participant: z.string(),
  role: z.enum(['projector', 'attendee', 'speaker', 'moderator', 'organizer', 'server']),
  /** For speakers: their session; for poster authors: their poster. */
  session: z.optional(z.string()),
  poster: z.optional(z.string()),
  person: z.optional(
    z.strictObject({ name: z.nullable(z.string()), attendance: z.enum(['inRoom', 'remote']) }),
  ),
});
export interface Actor {
  participant: string;
  role: Role | 'server';
  session?: string | undefined;
  poster?: string | undefined;
  person?: { name: Digest | null; attendance: Attendance } | undefined;
}

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

/** The actor under which the server makes entries of its own. */
export const serverActor: Actor = { participant: 'server', role: 'server' };
