import * as z from 'zod/mini';
import { envelope, fields, instant, programmeId } from '../people/envelope.ts';
import { programmeSchema } from './programme.ts';

/** Starts a session or one of its parts; `at` corrects when it really began. Ends what is on air in that room. */
export const startSchema = z.strictObject({
  ...envelope('session.start'),
  session: programmeId,
  part: z.optional(programmeId),
  at: z.optional(instant),
});

/** What is recorded of it: the instant in epoch milliseconds. */
export const startData = z.extend(fields(startSchema), { at: z.optional(z.int()) });

/** Ends a session or one of its parts; `at` corrects when it really ended. */
export const endSchema = z.strictObject({
  ...envelope('session.end'),
  session: programmeId,
  part: z.optional(programmeId),
  at: z.optional(instant),
});

/** What is recorded of it: the instant in epoch milliseconds. */
export const endData = z.extend(fields(endSchema), { at: z.optional(z.int()) });

/** Says that a due session has not begun: it runs late from now on, minute by minute. */
export const notYetSchema = z.strictObject({ ...envelope('session.notYet'), session: programmeId });

/** Takes a session back to before its start, and uncancels it. */
export const resetSchema = z.strictObject({ ...envelope('session.reset'), session: programmeId });

/** Cancels a session: planned times stay, what follows does not move up. */
export const cancelSchema = z.strictObject({ ...envelope('session.cancel'), session: programmeId });

/** What may give way when a change meets a fixed session. */
export const giveSchema = z.enum(['break', 'qa', 'anchor']);
export type Give = z.infer<typeof giveSchema>;

const minutes = z.int().check(z.gte(-600), z.lte(600));

/** Moves a session's start by minutes from where it is expected now; what follows in its room shifts. */
export const moveSchema = z.strictObject({
  ...envelope('session.move'),
  session: programmeId,
  minutes,
  tell: z.optional(z.boolean()),
  give: z.optional(giveSchema),
});

/** Makes a session longer or shorter by minutes from where its end is expected now. */
export const extendSchema = z.strictObject({
  ...envelope('session.extend'),
  session: programmeId,
  minutes,
  tell: z.optional(z.boolean()),
  give: z.optional(giveSchema),
});

/** Puts a session right after another of its room; null puts it first. */
export const placeSchema = z.strictObject({
  ...envelope('session.place'),
  session: programmeId,
  after: z.nullable(programmeId),
});

/** Whether questions are taken: by the clock, or set by hand. */
export const questionsModeSchema = z.strictObject({
  ...envelope('session.questions'),
  session: programmeId,
  mode: z.enum(['auto', 'open', 'lastCall', 'closed']),
});

/** Whether the audience collects questions or decides between them: by the clock, or set by hand. */
export const phaseModeSchema = z.strictObject({
  ...envelope('session.phase'),
  session: programmeId,
  phase: z.enum(['auto', 'collect', 'decide']),
});

/** Writes to the speaker of a session, on their page and on the lectern; null takes the message back. */
export const noteSchema = z.strictObject({
  ...envelope('session.note'),
  session: programmeId,
  text: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
});

/** The speaker has read the message with this id; without one: sees their page. */
export const notedSchema = z.strictObject({
  ...envelope('session.noted'),
  session: programmeId,
  note: z.optional(z.uuidv4()),
});

/** Tells everybody the times that only the staff knew. */
export const tellSchema = z.strictObject({ ...envelope('programme.tell') });

/** Makes or changes the event from an event file in its JSON form; intake checks it and works out the instants. */
export const applySchema = z.strictObject({
  ...envelope('programme.apply'),
  programme: z.record(z.string(), z.unknown()),
  /** The sessions on air that may go by it. */
  removeOnAir: z.optional(z.array(programmeId).check(z.maxLength(2_000))),
});

/** What is recorded of it: the programme with its instants. */
export const applyData = z.strictObject({
  programme: programmeSchema,
  removeOnAir: z.optional(z.array(z.string())),
});

/** Time that passed, in epoch milliseconds: what was due up to then happens. Only the server makes it. */
export const passData = z.strictObject({ at: z.int() });
