import type { Assumptions } from './assumptions.ts';
import type { FoundSession } from './schedule.ts';

/** What stands between the names of several rooms in one cell. */
const between = /\s*[,;/&+|\n]\s*|\s+(?:and|und|et|y|e)\s+/;

/** Most rooms that one cell is looked at for. */
const mostNamed = 20;

/**
 * A session whose room is several others of the file (`Aula, Kino`) is of all rooms where these are all, else it is listed
 * in the first of them; it is said. `rooms` are the names of rooms by what tells them apart, `keyOf` gives that of a text.
 */
export function inNamedRooms(
  session: FoundSession,
  rooms: ReadonlyMap<string, string>,
  keyOf: (room: string) => string,
  assumed: Assumptions,
): FoundSession {
  const { title, room } = session;
  if (room === null || rooms.has(keyOf(room))) return session;
  const parts = partsOf(room);
  const named = [...new Set(parts.flatMap((part) => rooms.get(keyOf(part)) ?? []))];
  if (named.length < 2 || named.length > mostNamed || parts.some((part) => !rooms.has(keyOf(part))))
    return session;
  const ofAll = named.length === rooms.size;
  const where = named.map((name) => `"${name.slice(0, 60)}"`).join(', ');
  const taken = ofAll
    ? 'which are all; it was taken to be for all rooms'
    : 'it is listed in the first of these';
  assumed.of(
    'rooms',
    `"${title.slice(0, 80)}" takes place in ${where}${ofAll ? ',' : ';'} ${taken}.`,
    session,
  );
  return ofAll ? { ...session, room: null, everybody: true } : { ...session, room: named[0] ?? room };
}

/** Whether a text could name several rooms. */
export function namesSeveral(room: string): boolean {
  return partsOf(room).length > 1;
}

function partsOf(room: string): string[] {
  return room
    .trim()
    .split(between, mostNamed + 1)
    .filter((part) => part !== '');
}
