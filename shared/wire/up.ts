import * as z from 'zod/mini';
import { programmeId, questionId } from '../people/envelope.ts';
import { roleSchema } from '../people/role.ts';
import { displayId } from '../stage/commands.ts';

/** Most bytes of one frame upward. */
export const frameLimit = 16_384;

/** What a client says when it connects. `since` and `epoch` ask for what came after; `as` picks one of several badges. */
export const handshakeSchema = z.strictObject({
  event: z.string(),
  token: z.optional(z.string()),
  as: z.optional(roleSchema),
  since: z.optional(z.unknown()),
  epoch: z.optional(z.unknown()),
  /** The mark that came with the seq `since`. */
  mark: z.optional(z.unknown()),
  counts: z.optional(z.boolean()),
  /** The room or session that a page is about: where an organizer's badge stands in for a screen's or a speaker's. */
  room: z.optional(z.unknown()),
  session: z.optional(z.unknown()),
  /** A screen says which one it is: an id it keeps. */
  display: z.optional(z.string().check(z.regex(/^[^/]{1,64}$/, 'Not an id'))),
});

/** Asks for the first message of a connection again. */
export const resumeSchema = z.strictObject({
  since: z.optional(z.unknown()),
  epoch: z.optional(z.unknown()),
  mark: z.optional(z.unknown()),
});

/** Asks what time it is at the server; `clientTime` comes back untouched. */
export const clockSchema = z.strictObject({
  clientTime: z.union([z.number(), z.string().check(z.maxLength(40))]),
});

/** What a display really drew; presence, shown to staff, never logged. */
export const drawnSchema = z.strictObject({
  display: z.string().check(z.minLength(1), z.maxLength(64)),
  seq: z.int().check(z.nonnegative()),
  kind: z.string().check(z.minLength(1), z.maxLength(40)),
  question: z.optional(z.nullable(questionId)),
  fits: z.boolean(),
  width: z.number().check(z.gte(0), z.lte(100_000)),
  height: z.number().check(z.gte(0), z.lte(100_000)),
});
export type Drawn = z.infer<typeof drawnSchema>;

/** Somebody of the staff is at a room and a row, or edits it: presence, shown to colleagues, never logged. */
export const atSchema = z.strictObject({
  room: z.optional(z.nullable(programmeId)),
  question: z.optional(z.nullable(questionId)),
  editing: z.optional(z.boolean()),
});
export type At = z.infer<typeof atSchema>;

/** Asks displays to say for some seconds which they are: one, or all of an event. */
export const identifySchema = z.strictObject({ display: z.optional(displayId) });

/** Everything a client sends, by name; bodies are unknown until intake has parsed them. */
export interface Up {
  command: (body: unknown, answer: (outcome: unknown) => void) => void;
  resume: (body: unknown, answer?: (outcome: unknown) => void) => void;
  clock: (body: unknown, answer: (time: unknown) => void) => void;
  drawn: (body: unknown, answer?: (outcome: unknown) => void) => void;
  at: (body: unknown, answer?: (outcome: unknown) => void) => void;
  identify: (body: unknown, answer?: (outcome: unknown) => void) => void;
}
