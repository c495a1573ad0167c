import type { SessionView } from '../../../shared/views/view.ts';
import { dayIn } from '../../look/zones.ts';
import { startOf } from '../../rundown/on-now.ts';

/** What stands under one heading: a day of the event, and the reader's where all of it is on another one for them. */
export interface Day {
  day: string;
  mine: string;
  rows: readonly SessionView[];
}

/** Sessions by the event's days, in order, each with the reader's own day in a zone. */
export function byDay(sessions: readonly SessionView[], zone: string): Day[] {
  const days = new Map<string, SessionView[]>();
  for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session]);
  return [...days]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([day, rows]) => {
      const [first, ...others] = new Set(rows.map((session) => dayIn(startOf(session), zone)));
      return { day, mine: first !== undefined && others.length === 0 ? first : day, rows };
    });
}
