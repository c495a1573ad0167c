import * as z from 'zod/mini';

/** Scenes that the programme asks for by itself, and an operator may ask for at any time. */
export const sceneNames = ['doors', 'break', 'talk', 'qa', 'panel', 'posters', 'end'] as const;

/**
 * The schema of what a room's projector can be told to show, made of those of its ids and its text; `auto` is what the
 * timeline asks for and where *Clear* leads.
 */
export function showOf<
  Question extends z.ZodMiniType<string>,
  Poll extends z.ZodMiniType<string>,
  Text extends z.ZodMiniType<string>,
>(question: Question, poll: Poll, text: Text) {
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('auto') }),
    z.strictObject({ kind: z.literal('question'), question }),
    z.strictObject({ kind: z.literal('poll'), poll }),
    z.strictObject({ kind: z.literal('message'), text }),
    z.strictObject({ kind: z.literal('timeline') }),
    z.strictObject({ kind: z.literal('timer') }),
    z.strictObject({ kind: z.literal('join') }),
    z.strictObject({ kind: z.literal('blank') }),
    z.strictObject({ kind: z.literal('test') }),
    z.strictObject({ kind: z.literal('scene'), scene: z.enum(sceneNames) }),
  ]);
}

/** What a room's projector shows, as a view says it: what a server says is within its limits. */
export const shownSchema = showOf(z.string(), z.string(), z.string());
export type Show = z.infer<typeof shownSchema>;

/** How a display lays out what its room shows. */
export const layouts = ['full', 'lower-third', 'side', 'corner'] as const;
export type Layout = (typeof layouts)[number];

/** What stands behind a display's text: its own colour, or nothing, for pictures that are mixed over others. */
export const backgrounds = ['solid', 'transparent'] as const;
export type Background = (typeof backgrounds)[number];

/** Dark for dimmed rooms, light where the lights are on. */
export const stageThemes = ['dark', 'light'] as const;
export type StageTheme = (typeof stageThemes)[number];
