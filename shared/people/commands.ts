import * as z from 'zod/mini';
import { envelope, fields, inviteId, participantId, programmeId } from './envelope.ts';
import { restingSchema } from './invite-origin.ts';
import { attendanceSchema, displayName } from './participant.ts';
import { type Role, roleSchema } from './role.ts';
import { type Scope, scopeSchema } from './scope.ts';

/** Says anew what oneself is called (an empty name: nothing) and where one takes part from; one of both at least. */
export const describeSchema = z
  .strictObject({
    ...envelope('participant.describe'),
    name: z.optional(displayName),
    attendance: z.optional(attendanceSchema),
  })
  .check(
    z.refine(
      ({ name, attendance }) => name !== undefined || attendance !== undefined,
      'Say a name or an attendance',
    ),
  );

/** What is recorded of it: the digest of the name; null where it was taken away. */
export const describeData = z.extend(fields(describeSchema), { name: z.optional(z.nullable(z.string())) });

/**
 * Makes an invite, whose id is the command's: for desks and organizers of an event, for a room's screens and lectern, for a
 * session's speakers. Its text comes by `POST …/invites`.
 */
export const makeInviteSchema = z
  .strictObject({
    ...envelope('invite.make'),
    role: roleSchema,
    scope: z.optional(
      z.strictObject({
        room: z.optional(programmeId),
        session: z.optional(programmeId),
        poster: z.optional(programmeId),
      }),
    ),
    name: z.optional(displayName.check(z.minLength(1))),
  })
  .check(
    z.refine(({ role, scope = {} }) => fits(role, scope), {
      path: ['scope'],
      error: 'A speaker has one session, poster or lectern’s room; a screen may have a room',
    }),
  );

/** What is recorded of it: with the invite of the badge with which it was made; null where that had none. */
export const makeInviteData = z.extend(fields(makeInviteSchema), {
  scope: z.optional(scopeSchema),
  through: z.nullable(z.string()),
});

/** What is recorded where an invite is redeemed. */
export const useInviteData = z.strictObject({
  ...restingSchema.shape,
  invite: z.string(),
  role: roleSchema,
  limit: z.nullable(z.int()),
  /** Digest of the name that it carries. */
  name: z.nullable(z.string()),
  /** The room, session or poster that its badge is for; absent: none. */
  scope: z.optional(scopeSchema),
  /** It is an invite for every event of the installation. */
  installation: z.optional(z.boolean()),
});

/** Whether a place goes with a role. */
function fits(role: Role, scope: Scope): boolean {
  const places = Object.values(scope).filter((place) => place !== undefined).length;
  return role === 'speaker'
    ? places === 1
    : places === 0 || (role === 'projector' && scope.room !== undefined && places === 1);
}

/** Kills every badge of a participant. */
export const revokeParticipantSchema = z.strictObject({
  ...envelope('participant.revoke'),
  participant: participantId,
});

/** Kills an invite and every badge made from it. */
export const revokeInviteSchema = z.strictObject({ ...envelope('invite.revoke'), invite: inviteId });
