import * as z from 'zod/mini';
import { envelope, programmeId, questionId } from '../people/envelope.ts';

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
