import * as z from 'zod/mini';

/** Whom an announcement is for. */
export const audienceSchema = z.enum(['all', 'inRoom', 'remote', 'staff', 'speakers']);
export type Audience = z.infer<typeof audienceSchema>;
