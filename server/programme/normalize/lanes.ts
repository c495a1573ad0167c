/** Something that takes place from one instant to another (epoch milliseconds). */
interface Span {
  start: number;
  end: number;
}

/** Where a session ends up: the name of its room, or null for everybody; `moved` where it is not what the file says. */
export interface Lane {
  room: string | null;
  moved: boolean;
}

/** Most that takes place in one room at the same time, and most rooms of an event. */
const mostAtOnce = 20;
const mostRooms = 200;

/** What runs beside the programme of named rooms, and belongs to none of them. */
const elsewhere = 'Elsewhere';

/**
 * Gives each session a room in which nothing overlaps it. Stands and info desks that last all day beside real talks go
 * to a second room of the same name (`Hall (2)`), the shorter session stays. Sessions of no room are everybody's where
 * nothing runs beside them, and have a room of their own else. In a file without rooms all share one, `main`. `crowded`
 * are those for which there is no place: more than 20 at once in one room.
 */
export function lanesOf<S extends Span & { room: string | null }>(
  sessions: readonly S[],
  main: string,
): { lanes: Map<S, Lane>; crowded: S[] } {
  const taken = new Map<string, Span[]>();
  const lanes = new Map<S, Lane>();
  const named = sessions.some(({ room }) => room !== null);
  const crowded: S[] = [];
  const put = (session: S, wanted: string): void => {
    for (let number = 1; number <= mostAtOnce; number += 1) {
      const room = number === 1 ? wanted : `${wanted} (${number})`;
      const spans = taken.get(room) ?? [];
      if (spans.some((other) => overlap(other, session))) continue;
      if (!taken.has(room) && taken.size >= mostRooms) break;
      taken.set(room, [...spans, session]);
      lanes.set(session, { room, moved: room !== session.room && (number > 1 || named) });
      return;
    }
    crowded.push(session);
  };
  const shortFirst = sessions.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  for (const session of shortFirst) {
    if (named && session.room === null) continue;
    put(session, session.room ?? main);
  }
  const roomless = named ? shortFirst.filter(({ room }) => room === null) : [];
  const placed = [...taken.values()].flat();
  const alone = roomless.filter(
    (session) => ![...roomless, ...placed].some((other) => other !== session && overlap(other, session)),
  );
  for (const session of roomless) {
    if (alone.includes(session)) lanes.set(session, { room: null, moved: false });
    else put(session, elsewhere);
  }
  return { lanes, crowded };
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
