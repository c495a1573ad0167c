/** Shortest gap that is a break, longest that still is one; milliseconds. */
const shortest = 15 * 60_000;
const longest = 3 * 60 * 60_000;

/** A stretch of a day in which nothing takes place anywhere. Epoch milliseconds. */
export interface Pause {
  day: string;
  start: number;
  end: number;
}

/** The gaps of each day that all rooms share, from 15 minutes to 3 hours: many systems leave breaks out of what they export. */
export function pausesOf(sessions: readonly { day: string; start: number; end: number }[]): Pause[] {
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
