import * as z from 'zod/mini';

/** Who can show it. */
export const streamProviders = ['slideslive', 'youtube', 'vimeo', 'hls', 'link'] as const;

/** Where a session can be watched. */
export const streamSchema = z.strictObject({
  provider: z.enum(streamProviders),
  id: z.nullable(z.string().check(z.maxLength(200))),
  url: z.nullable(z.string().check(z.maxLength(2000))),
});
export type Stream = z.infer<typeof streamSchema>;
