import { idFrom, uniqueId } from '../plan/ids.ts';
import { lineOf } from './abstracts.ts';
import type { Lane } from './lanes.ts';
import type { Schedule } from './schedule.ts';
import type { TimedSession } from './timed.ts';

/** The rooms that are needed, in the file's order and then by name, with their ids. */
export function roomIdsOf({ rooms }: Schedule, lanes: readonly Lane[]): Map<string, string> {
  const used = new Set(lanes.flatMap(({ room }) => room ?? []));
  const order = rooms.map((name) => lineOf(name, 100));
  const place = (room: string) => {
    const at = order.indexOf(room.replace(/ \(\d+\)$/, ''));
    return at === -1 ? order.length : at;
  };
  const taken = new Set<string>();
  const inOrder = [...used].toSorted(
    (a, b) => place(a) - place(b) || a.localeCompare(b, 'en', { numeric: true }),
  );
  return new Map(
    (inOrder.length === 0 ? ['Main room'] : inOrder).map((name) => [name, uniqueId(idFrom(name), taken)]),
  );
}

/** The name of a session's room; null where it is everybody's, or says none. */
export function roomNameOf({ found }: TimedSession): string | null {
  return found.everybody === true || found.room === null ? null : lineOf(found.room, 100) || null;
}
