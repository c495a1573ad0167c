import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';

/** The page that a role acts on; `*` stands for an event that is not known yet. */
export function pageOf(role: Role, { room, session }: Scope, slug: string): string {
  if (slug === '*') return '/';
  const event = `/e/${slug}`;
  switch (role) {
    case 'attendee':
      return event;
    case 'moderator':
      return `${event}/desk`;
    case 'organizer':
      return `${event}/admin`;
    case 'projector':
      return room === undefined ? `${event}/stage` : `${event}/stage/${encodeURIComponent(room)}`;
    case 'speaker':
      if (session !== undefined) return `${event}/speaker/${encodeURIComponent(session)}`;
      return room === undefined ? event : `${event}/monitor/${encodeURIComponent(room)}`;
  }
}
