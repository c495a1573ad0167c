import type { SessionInFile } from '../file/event-file.ts';
import { writeLocal } from '../file/local-time.ts';
import { idFrom } from '../plan/ids.ts';
import type { Assumptions } from './assumptions.ts';

/** Shortest gap that is a break, longest that still is one; milliseconds. */
const shortest = 15 * 60_000;
const longest = 3 * 60 * 60_000;

/** A stretch of a day in which nothing takes place anywhere. Epoch milliseconds. */
interface Pause {
  day: string;
  start: number;
  end: number;
}

/** Breaks that the file leaves out, where no room has anything; each is said. */
export function breaksOf(
  items: readonly { day: string; start: number; end: number }[],
  rooms: ReadonlyMap<string, string>,
  zone: string,
  assumed: Assumptions,
): SessionInFile[] {
  const only = rooms.size === 1 ? [...rooms.values()][0] : undefined;
  return pausesOf(items).map(({ day, start, end }) => {
    const local = writeLocal(start, zone);
    assumed.of(
      'breaks',
      `A break is assumed at ${local}, ${(end - start) / 60_000} minutes: nothing takes place then.`,
      { where: local },
    );
    return {
      id: idFrom(`break ${local}`),
      kind: 'break',
      title: 'Break',
      start: local,
      ...(!local.startsWith(day) && { day }),
      minutes: (end - start) / 60_000,
      ...(only !== undefined && { room: only }),
    };
  });
}

/** The gaps of each day that all rooms share, from 15 minutes to 3 hours: many systems leave breaks out of what they export. */
function pausesOf(sessions: readonly { day: string; start: number; end: number }[]): Pause[] {
  const days = new Map<string, { start: number; end: number }[]>();
  for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session]);
  return [...days].flatMap(([day, spans]) => {
    const pauses: Pause[] = [];
    let until = Number.POSITIVE_INFINITY;
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
      if (start - until >= shortest && start - until <= longest)
        pauses.push({ day, start: until, end: start });
      until = until === Number.POSITIVE_INFINITY ? end : Math.max(until, end);
    }
    return pauses;
  });
}
