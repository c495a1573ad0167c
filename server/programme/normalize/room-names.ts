import { lineOf } from './abstracts.ts';
import type { Assumptions } from './assumptions.ts';
import type { FoundSession, Schedule } from './schedule.ts';
import { inNamedRooms, namesSeveral } from './several-rooms.ts';

/** Most ways of writing a room that a note names. */
const mostNamed = 5;

/** Most rooms of a file's own list that are looked at; an event has 200. */
const mostListed = 2_000;

/** All ways in which one room is written, with how often, and where each stands first. */
interface Spellings {
  counts: Map<string, number>;
  /** As the file has them, blanks and all, with the first line. */
  raw: Map<string, number | undefined>;
}

/**
 * A schedule whose rooms have one name each: names that differ in blanks, capitals, width, invisible signs or a mark at
 * their end only are one room, under the name that the file's own list has, else under the one that it writes most. It is said.
 */
export function withOneNameEach(schedule: Schedule, assumed: Assumptions): Schedule {
  if (schedule.sessions.length === 0) return schedule;
  const rooms = new Map<string, Spellings>();
  for (const { room, line } of schedule.sessions) if (room !== null) note(rooms, room, 1, line);
  const listed = schedule.rooms.slice(0, mostListed);
  for (const room of listed.toReversed()) note(rooms, room, schedule.sessions.length + 1);
  const names = new Map([...rooms].map(([key, spellings]) => [key, chosenOf(spellings)]));
  for (const [key, { raw }] of rooms) sayOthers(names.get(key) ?? '', raw, assumed);
  const nameOf = (room: string) => names.get(keyOf(room)) ?? room;
  const own = new Set(listed.map(keyOf));
  const isOne = (key: string) => own.has(key) || ![...(rooms.get(key)?.raw.keys() ?? [])].some(namesSeveral);
  const known = new Map([...names].filter(([key]) => isOne(key)));
  return {
    ...schedule,
    rooms: [...new Set(listed.map(nameOf))],
    ...(schedule.roomKeys && {
      roomKeys: new Map([...schedule.roomKeys].toReversed().map(([room, key]) => [nameOf(room), key])),
    }),
    sessions: schedule.sessions.map((session): FoundSession => {
      const placed = inNamedRooms(session, known, keyOf, assumed);
      return placed.room === null ? placed : { ...placed, room: nameOf(placed.room) };
    }),
  };
}

/** What two ways of writing one room have in common; blanks count only between two numbers. */
function keyOf(room: string): string {
  return lineOf(room, 100)
    .normalize('NFKC')
    .replace(/[\s.,;:]+$/, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
}

function note(rooms: Map<string, Spellings>, room: string, times: number, line?: number): void {
  const key = keyOf(room);
  const spellings = rooms.get(key) ?? { counts: new Map(), raw: new Map() };
  const name = lineOf(room, 100);
  spellings.counts.set(name, (spellings.counts.get(name) ?? 0) + times);
  if (!spellings.raw.has(room)) spellings.raw.set(room, line);
  rooms.set(key, spellings);
}

function chosenOf({ counts }: Spellings): string {
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0])[0];
}

function sayOthers(name: string, raw: Spellings['raw'], assumed: Assumptions): void {
  const others = [...raw].filter(([written]) => written !== name);
  if (others.length === 0 || (raw.size === 1 && lineOf(others[0]?.[0] ?? '', 100) === name)) return;
  const some = others.slice(0, mostNamed).map(([written]) => `"${written.slice(0, 60)}"`);
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : '';
  const message = `The room "${name}" is also written ${some.join(', ')}${more}; they were taken as one.`;
  assumed.of('rooms', message, { line: others[0]?.[1] });
}
