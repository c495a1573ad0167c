import * as z from 'zod/mini';
import { envelope, fields, programmeId, questionId } from '../people/envelope.ts';
import { backgrounds, layouts, showOf, stageThemes } from './show.ts';

/** What an operator can put on a projector: a question, a poll, a text of up to 200 characters, a scene. */
export const showSchema = showOf(
  questionId,
  programmeId,
  z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
);

/** Puts something on a room's projector. */
export const stageShowSchema = z.strictObject({
  ...envelope('stage.show'),
  room: programmeId,
  show: showSchema,
});

/** Lays black over a room's projector, or over all with `"*"`; what lies below stays. */
export const stageBlackSchema = z.strictObject({
  ...envelope('stage.black'),
  room: z.union([z.literal('*'), programmeId]),
  on: z.boolean(),
});

/** A display's id: the room its link names, if any, and the id it chose for itself. */
export const displayId = z.string().check(z.regex(/^[a-z0-9._-]{0,64}\/[^/]{1,64}$/i, 'Not a display'));

/**
 * Claims a display and sets what is named: its name, the room it shows, how it looks. Null goes back to what its link
 * says. `on: false` forgets it.
 */
export const displaySetSchema = z.strictObject({
  ...envelope('display.set'),
  display: displayId,
  name: z.optional(z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40)))),
  room: z.optional(z.nullable(programmeId)),
  layout: z.optional(z.nullable(z.enum(layouts))),
  background: z.optional(z.nullable(z.enum(backgrounds))),
  theme: z.optional(z.nullable(z.enum(stageThemes))),
  on: z.optional(z.boolean()),
});

/** What is recorded of it: the digest of the name. */
export const displaySetData = z.extend(fields(displaySetSchema), {
  name: z.optional(z.nullable(z.string())),
});
