import * as z from 'zod/mini';
import { lookSchema } from '../event/policy.ts';
import { attendanceSchema } from '../people/participant.ts';
import { roleSchema } from '../people/role.ts';
import { scopeSchema } from '../people/scope.ts';

/** An event in the public list. */
export const listedEventSchema = z.object({
  slug: z.string(),
  title: z.string(),
  timezone: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  code: z.string(),
  /** Where the event has a colour or a logo of its own. */
  look: z.optional(lookSchema),
});

/** The public list of events. */
export const eventListSchema = z.array(listedEventSchema);
export type EventList = z.infer<typeof eventListSchema>;

/** What whoever asks may do at this server beside any event: whether they may make one. */
export const installationSchema = z.object({ makesEvents: z.boolean() });
export type InstallationView = z.infer<typeof installationSchema>;

/** Who a badge was made for. */
export const personSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  attendance: attendanceSchema,
});

/** The badge that joining gives. */
export const joinedSchema = z.object({ token: z.string(), role: roleSchema, participant: personSchema });
export type Joined = z.infer<typeof joinedSchema>;

/** The badge that redeeming gives. */
export const redeemedSchema = z.object({
  token: z.string(),
  role: roleSchema,
  participant: personSchema,
  scope: scopeSchema,
});
export type Redeemed = z.infer<typeof redeemedSchema>;

/**
 * The link that was asked for, as a path (with that of `PUBLIC_URL`) on whatever origin its reader uses; and eight characters that open it at
 * `/j/CODE` until `codeExpiresAt`, ten minutes later.
 */
export const invitedSchema = z.object({
  event: z.string(),
  role: roleSchema,
  path: z.string(),
  invite: z.string(),
  expiresAt: z.string(),
  code: z.string(),
  codeExpiresAt: z.string(),
});
export type Invited = z.infer<typeof invitedSchema>;
