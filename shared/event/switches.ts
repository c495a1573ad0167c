import * as z from 'zod/mini';
import { logoAddressLimit } from './logo.ts';
import { plainSwitches } from './policy.ts';

/** The switches of an event, each optional: the shape shared by the event file's `policy` and the desk's `policy.set`. */
export const policySwitches = {
  ...plainSwitches,
  streamDelaySeconds: z.optional(z.int().check(z.gte(0), z.lte(300))),
  keepDays: z.optional(z.int().check(z.gte(1), z.lte(3650))),
  look: z.optional(
    z.strictObject({
      accent: z.optional(z.nullable(z.string().check(z.regex(/^#[0-9a-f]{6}$/i)))),
      logo: z.optional(z.nullable(z.string().check(z.maxLength(logoAddressLimit)))),
    }),
  ),
};
