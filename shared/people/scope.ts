import * as z from 'zod/mini';

/** The one room, session or poster that a badge is for; what is absent limits nothing. */
export const scopeSchema = z.object({
  room: z.optional(z.string()),
  session: z.optional(z.string()),
  poster: z.optional(z.string()),
});
export type Scope = z.infer<typeof scopeSchema>;
