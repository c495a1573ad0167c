import type { Schedule } from './schedule.ts';
import type { Ask } from './zones.ts';

/** Asks for the year of dates that have none, by the first of them. */
export function yearAsked({ sessions }: Schedule): Ask {
  const [first] = sessions
    .flatMap(({ start }) => ('local' in start ? start.local.slice(5, 10) : []))
    .toSorted();
  const message = `The dates of the file have no year. Say its first day, for example 2026-${first ?? '04-26'}.`;
  return { path: 'date', message };
}

/** Times of day of a schedule without dates, put on the day that was said; else it is asked. */
export function withDay(schedule: Schedule, date: string | undefined, asks: Ask[]): Schedule {
  const from = Date.parse(`${schedule.madeUpDay}T00:00:00Z`);
  if (date === undefined) {
    const message = 'The file has times of day and no date. Say the day, for example 2026-04-26.';
    asks.push({ path: 'date', message });
    return schedule;
  }
  const by = Date.parse(`${date}T00:00:00Z`) - from;
  const shifted = (local: string) => new Date(Date.parse(`${local}:00Z`) + by).toISOString().slice(0, 16);
  return {
    ...schedule,
    sessions: schedule.sessions.map((session) => ({
      ...session,
      start: 'local' in session.start ? { local: shifted(session.start.local) } : session.start,
      end:
        session.end !== null && 'local' in session.end ? { local: shifted(session.end.local) } : session.end,
    })),
  };
}
