import type { EventFile, RoomInFile, SessionInFile } from '../../file/event-file.ts';
import { resolveLocal } from '../../file/local-time.ts';
import type { Recognised } from '../identity/known-ids.ts';

/**
 * [F64] The sessions of an event that a foreign schedule no longer has, and that can stay beside it: what it has now is in their
 * rooms at other times. None where its clocks are those of another zone.
 */
export function stayingSessions(
  before: EventFile,
  zone: string,
  now: Recognised['sessions'],
): SessionInFile[] {
  if (zone !== before.timezone) return [];
  const known = new Set(now.map(({ before: was }) => was));
  const taken = now.map(({ session }) => ({ room: session.room, span: spanOf(session, zone) }));
  return before.sessions.filter((session) => {
    if (known.has(session)) return false;
    const span = spanOf(session, zone);
    return !taken.some(
      (other) => other.room === session.room && other.span.start < span.end && span.start < other.span.end,
    );
  });
}

/** The rooms of an event that sessions which stay need, and that there are no more. */
export function roomsOf(
  staying: readonly SessionInFile[],
  { rooms = [] }: EventFile,
  now: readonly RoomInFile[],
): RoomInFile[] {
  const there = new Set(now.map(({ id }) => id));
  return rooms.filter(({ id }) => !there.has(id) && staying.some(({ room }) => room === id));
}

/** From when to when a session is, epoch milliseconds; nowhere for a time that is in no calendar. */
function spanOf({ start, end, minutes = 0 }: SessionInFile, zone: string): { start: number; end: number } {
  const begins = resolveLocal(start, zone)?.at ?? Number.NaN;
  const ends = end === undefined ? undefined : resolveLocal(end, zone, begins)?.at;
  return { start: begins, end: ends ?? begins + minutes * 60_000 };
}
