import * as z from 'zod/mini';
import { questionId } from '../people/envelope.ts';
import { roleSchema } from '../people/role.ts';

/** Most bytes of one frame upward. */
export const frameLimit = 16_384;

/** What a client says when it connects. `since` and `epoch` ask for what came after; `as` picks one of several badges. */
export const handshakeSchema = z.strictObject({
  event: z.string(),
  token: z.optional(z.string()),
  as: z.optional(roleSchema),
  since: z.optional(z.unknown()),
  epoch: z.optional(z.unknown()),
  counts: z.optional(z.boolean()),
});

/** Asks for the first message of a connection again. */
export const resumeSchema = z.strictObject({
  since: z.optional(z.unknown()),
  epoch: z.optional(z.unknown()),
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

/** Everything a client sends, by name; bodies are unknown until intake has parsed them. */
export interface Up {
  command: (body: unknown, answer: (outcome: unknown) => void) => void;
  resume: (body: unknown, answer?: (outcome: unknown) => void) => void;
  clock: (body: unknown, answer: (time: unknown) => void) => void;
  drawn: (body: unknown, answer?: (outcome: unknown) => void) => void;
}
