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
export function scopeOf(asked: Asked, facts: EventFacts | null): Scope {
  const { role, room, session, poster } = asked;
  const ids = facts?.ids;
  refuseMismatch(asked, ids?.sessions);
  requireIn('room', room, ids?.rooms);
  requireIn('session', session, ids?.sessions);
  requireIn('poster', poster, ids?.posters);
  const [only, ...others] = role === 'projector' ? (ids?.rooms ?? []) : [];
  const where = room ?? (others.length === 0 ? only : undefined);
  return {
    ...(where !== undefined && { room: where }),
    ...(session !== undefined && { session }),
    ...(poster !== undefined && { poster }),
  };
}

/** Complains about what does not go with the role, or is missing of it. */
function refuseMismatch(
  { role, room, session, poster }: Asked,
  sessions: readonly string[] | undefined,
): void {
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
      `A speaker's link needs --session ID or --poster ID; a lectern's, --room ID.${listed('Sessions', sessions)}`,
    );
  }
}

function requireIn(what: string, id: string | undefined, known: readonly string[] | undefined): void {
  if (id === undefined || known === undefined || known.includes(id)) return;
  throw new Complaint(`There is no ${what} "${id}".${listed('There are', known)}`);
}

function listed(words: string, known: readonly string[] | undefined): string {
  if (known === undefined || known.length === 0) return '';
  return ` ${words}: ${known.slice(0, 30).join(', ')}${known.length > 30 ? ' …' : ''}.`;
}
