import type { EventFile, RoomInFile, SessionInFile } from '../../file/event-file.ts';
import { Matcher, wordsOf } from './matcher.ts';

/**
 * Which rooms of a foreign schedule are those of the event: the same guid, else the same name, else the one that goes
 * while one comes with the same sessions. `sessions` gives the earlier session of each later one, whatever their rooms.
 */
export function sameRooms(
  before: EventFile,
  after: EventFile,
  sessions: ReadonlyMap<SessionInFile, SessionInFile>,
): Map<RoomInFile, RoomInFile> {
  const matcher = new Matcher(before.rooms ?? [], after.rooms ?? [])
    .by(keyOf, keyOf)
    .by(nameOf, nameOf)
    .by(wordsOfName, wordsOfName);
  const { before: going, after: coming } = matcher.left();
  const moves = [...sessions].map(([now, was]): Move => ({ from: was.room, to: now.room }));
  for (const room of going) {
    const [next, ...others] = coming.filter(({ id }) =>
      moves.some(({ from, to }) => from === room.id && to === id),
    );
    if (!next || others.length > 0) continue;
    const rivals = going.filter(({ id }) => moves.some(({ from, to }) => from === id && to === next.id));
    if (rivals.length === 1 && isMost(moves, room.id, next.id)) matcher.pair(room, next);
  }
  return matcher.pairs;
}

/** Where a session was, and where it is. */
interface Move {
  from: string | undefined;
  to: string | undefined;
}

const keyOf = ({ key }: RoomInFile) => key ?? null;
const nameOf = ({ name }: RoomInFile) => name;
const wordsOfName = ({ name }: RoomInFile) => wordsOf(name);

/** Whether most of what was in one room is in the other, and most of what is known there came from it. */
function isMost(moves: readonly Move[], room: string, next: string): boolean {
  const moved = moves.filter(({ from, to }) => from === room && to === next).length;
  const left = moves.filter(({ from }) => from === room).length;
  const came = moves.filter(({ to }) => to === next).length;
  return moved * 2 > left && moved * 2 > came;
}
