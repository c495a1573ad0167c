import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import type { EventFacts } from './event-facts.ts';
import { Complaint } from './terminal.ts';

/** What was asked for that limits an invite. */
interface Asked {
  role: Role;
  room?: string | undefined;
  session?: string | undefined;
  poster?: string | undefined;
}

/**
 * What an invite is limited to. Complains about what does not go with the role, and about rooms, sessions and
 * posters that do not exist, where that can be read. A projector gets the only room there is.
 */
export function scopeOf({ role, room, session, poster }: Asked, facts: EventFacts | null): Scope {
  if (room !== undefined && role !== 'projector' && role !== 'speaker')
    throw new Complaint('--room goes with --role projector or speaker.');
  if ((session !== undefined || poster !== undefined) && role !== 'speaker') {
    throw new Complaint('--session and --poster go with --role speaker.');
  }
  if (role === 'speaker' && room !== undefined && (session !== undefined || poster !== undefined)) {
    throw new Complaint("A speaker's link takes --session and --poster, or --room for a lectern.");
  }
  if (role === 'speaker' && session === undefined && poster === undefined && room === undefined) {
    throw new Complaint(
      `A speaker's link needs --session ID or --poster ID; a lectern's, --room ID.${listed('Sessions', facts?.ids?.sessions)}`,
    );
  }
  requireIn('room', room, facts?.ids?.rooms);
  requireIn('session', session, facts?.ids?.sessions);
  requireIn('poster', poster, facts?.ids?.posters);
  const rooms = facts?.ids?.rooms ?? [];
  const only = role === 'projector' && rooms.length === 1 ? rooms[0] : undefined;
  const where = room ?? only;
  return {
    ...(where !== undefined && { room: where }),
    ...(session !== undefined && { session }),
    ...(poster !== undefined && { poster }),
  };
}

function requireIn(what: string, id: string | undefined, known: readonly string[] | undefined): void {
  if (id === undefined || known === undefined || known.includes(id)) return;
  throw new Complaint(`There is no ${what} "${id}".${listed('There are', known)}`);
}

function listed(words: string, known: readonly string[] | undefined): string {
  if (known === undefined || known.length === 0) return '';
  return ` ${words}: ${known.slice(0, 30).join(', ')}${known.length > 30 ? ' …' : ''}.`;
}
