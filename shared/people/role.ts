import * as z from 'zod/mini';

/** The five roles a badge can carry, weakest first; a projector stands apart and can only read its stage. */
export const roles = ['projector', 'attendee', 'speaker', 'moderator', 'organizer'] as const;

/** A role as it stands in badges, invites and entries. */
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Whether this role runs the event: its entries are audited, can be undone and carry `seen`. */
export function isStaff(role: Role | 'server'): boolean {
  return role === 'moderator' || role === 'organizer';
}

/** The role out of `held` that may do most; undefined where none is held. */
export function strongestRole(held: readonly Role[]): Role | undefined {
  return roles.filter((role) => held.includes(role)).at(-1);
}

/** Who runs the event. */
export const staff: readonly Role[] = ['moderator', 'organizer'];

/** Everybody who takes part: a projector only reads. */
export const askers: readonly Role[] = ['attendee', 'speaker', ...staff];

/** The speakers, and who may do it in their place. */
export const speakers: readonly Role[] = ['speaker', ...staff];

/** What nobody else may. */
export const organizers: readonly Role[] = ['organizer'];
