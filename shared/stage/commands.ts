import * as z from 'zod/mini';
import { envelope, fields, programmeId, questionId } from '../people/envelope.ts';

/** Scenes that the programme asks for by itself, and an operator may ask for at any time. */
export const sceneNames = ['doors', 'break', 'talk', 'qa', 'panel', 'posters', 'end'] as const;

/** What a room's projector can be told to show; `auto` is what the timeline asks for and where *Clear* leads. */
export const showSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('auto') }),
  z.strictObject({ kind: z.literal('question'), question: questionId }),
  z.strictObject({ kind: z.literal('poll'), poll: programmeId }),
  z.strictObject({
    kind: z.literal('message'),
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({ kind: z.literal('timeline') }),
  z.strictObject({ kind: z.literal('timer') }),
  z.strictObject({ kind: z.literal('join') }),
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({ kind: z.literal('test') }),
  z.strictObject({ kind: z.literal('scene'), scene: z.enum(sceneNames) }),
]);
export type Show = z.infer<typeof showSchema>;

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

/** How a display lays out what its room shows. */
export const layouts = ['full', 'lower-third', 'side', 'corner'] as const;
export type Layout = (typeof layouts)[number];

/** What stands behind a display's text: its own colour, or nothing, for pictures that are mixed over others. */
export const backgrounds = ['solid', 'transparent'] as const;
export type Background = (typeof backgrounds)[number];

/** Dark for dimmed rooms, light where the lights are on. */
export const stageThemes = ['dark', 'light'] as const;
export type StageTheme = (typeof stageThemes)[number];

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
