import type { State } from '../state/state.ts';
import type { SessionRow } from './session.ts';

/** The ids of what takes place in a room now, in their order. */
export function sessionsIn({ tables: { sessions } }: State, room: string): string[] {
  return [...sessions.values()].filter((row) => row.room === room && !row.removed).map(({ id }) => id);
}

/**
 * [T41] Whether the screens of a room follow a session as one of their room: it takes place there, or it did when the
 * room went. So no wall changes its picture because its room goes.
 */
export function isFollowedIn({ tables: { rooms } }: State, session: SessionRow, room: string): boolean {
  const row = rooms.get(room);
  return session.room === room || (row?.removed === true && (row.held ?? []).includes(session.id));
}
