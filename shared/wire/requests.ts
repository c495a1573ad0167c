import * as z from 'zod/mini';
import { programmeId } from '../people/envelope.ts';
import { attendanceSchema, displayName } from '../people/participant.ts';
import { roleSchema } from '../people/role.ts';

/** Joins as an attendee. */
export const joinBodySchema = z.strictObject({
  name: z.optional(displayName),
  attendance: attendanceSchema,
  passcode: z.optional(z.string().check(z.maxLength(200))),
});

/** Redeems an invite. */
export const redeemBodySchema = z.strictObject({
  invite: z.string().check(z.minLength(1), z.maxLength(4000)),
});

/**
 * Asks for a link for somebody else: a moderator for screens, speakers and moderators, an organizer for anybody. A speaker's is for
 * their session, or for the room whose lectern it opens.
 */
export const inviteBodySchema = z.strictObject({
  role: roleSchema,
  room: z.optional(programmeId),
  session: z.optional(programmeId),
  name: z.optional(displayName.check(z.minLength(1))),
});

/** The keys of the desk that hardware may press: `POST …/rooms/:room/do/:action`. */
export const deskKeySchema = z.enum(['take-next', 'clear', 'black', 'answered', 'next-session', 'extend']);
export type DeskKey = z.infer<typeof deskKeySchema>;

/**
 * What a press may say besides: `on` for black (without it the opposite of what is), `minutes` for extend (1). Under an
 * own id it is done once; without one a second press at once is the first one again.
 */
export const doBodySchema = z.strictObject({
  id: z.optional(z.uuidv4()),
  seen: z.optional(z.int().check(z.nonnegative())),
  on: z.optional(z.boolean()),
  minutes: z.optional(z.int().check(z.gte(-600), z.lte(600))),
});
export type DoBody = z.infer<typeof doBodySchema>;

/** The query of `PUT …/logo`: under an own id it is done once. */
export const logoQuerySchema = z.strictObject({
  id: z.optional(z.uuidv4()),
  /** The role that the page acts in. */
  as: z.optional(z.string()),
});
