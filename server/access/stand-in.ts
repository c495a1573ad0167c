import * as z from 'zod/mini';
import { programmeId } from '../../shared/people/envelope.ts';
import type { Role } from '../../shared/people/role.ts';
import type { Badge } from './badges.ts';

/** The one room or session that a page is about, as its address says. */
export const placeSchema = z.object({ room: z.optional(programmeId), session: z.optional(programmeId) });
export type Place = z.infer<typeof placeSchema>;

/**
 * [W55] An organizer's badge as it counts on the page of another role; null where it counts for nothing there. At the desk
 * it stays what it is, since an organizer may all that a moderator may. A screen and a speaker's page may no more with it
 * than with a badge of their own, for the place that their address names.
 */
export function standIn(organizer: Badge, as: Role, { room, session }: Place): Badge | null {
  switch (as) {
    case 'moderator':
      return { ...organizer, actsAs: as };
    case 'speaker':
      return { ...organizer, role: as, scope: { room, session }, actsAs: as };
    case 'projector':
      return { ...organizer, role: as, scope: { room }, actsAs: as };
    case 'attendee':
    case 'organizer':
      return null;
  }
}

/** Whether a badge is for the place that a page is about; a page that names none opens with any. */
export function isFor({ scope }: Badge, { room, session }: Place): boolean {
  return (room === undefined || scope.room === room) && (session === undefined || scope.session === session);
}
