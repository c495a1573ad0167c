import * as z from 'zod/mini';

/** Salted SHA-256 of a personal text, hex: stands for the text wherever state or integrity look at it. */
export type Digest = string;

/** A personal text beside the log: what the digest was made of. Gone after `forget(owner)`. */
export const bodySchema = z.strictObject({ digest: z.string(), salt: z.string(), text: z.string() });
export type Body = z.infer<typeof bodySchema>;

/** The personal texts of one entry and whose they are. */
export interface Personal {
  owner: string;
  bodies: Body[];
}
