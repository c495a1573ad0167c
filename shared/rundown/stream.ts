import * as z from 'zod/mini';

/** Where a session can be watched. */
export const streamSchema = z.strictObject({
  provider: z.enum(['slideslive', 'youtube', 'vimeo', 'hls', 'link']),
  id: z.nullable(z.string().check(z.maxLength(200))),
  url: z.nullable(z.string().check(z.maxLength(2000))),
});
export type Stream = z.infer<typeof streamSchema>;
