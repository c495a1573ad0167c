import * as z from 'zod/mini';
import { auditEntrySchema } from '../views/audit.ts';

/** A page of what the staff did, newest first; `more`: there are older ones. */
export const auditSchema = z.object({ entries: z.array(auditEntrySchema), more: z.boolean() });
export type Audit = z.infer<typeof auditSchema>;

/** Which page: entries before a seq (the newest without it), and how many. */
export const auditQuerySchema = z.strictObject({
  before: z.optional(z.int().check(z.nonnegative())),
  limit: z.optional(z.int().check(z.gte(1), z.lte(500))),
});
