import * as z from 'zod/mini';

/** The kinds of session, in the words of the event file. */
export const sessionKinds = [
  'opening',
  'talk',
  'spotlights',
  'posters',
  'panel',
  'break',
  'social',
  'closing',
] as const;
export const sessionKindSchema = z.enum(sessionKinds);
export type SessionKind = z.infer<typeof sessionKindSchema>;
