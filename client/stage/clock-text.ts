import type { SessionView } from '../../shared/views/view.ts';
import { clockDigits, inHours, minutesUntil, secondsUntil } from '../look/digits.ts';

/** Milliseconds in a minute. */
const minute = 60_000;

/** What a countdown says: minutes until the last one, then minutes and seconds, then that it is over. */
export type Remaining =
  | { of: 'hours'; hours: number; minutes: number }
  | { of: 'minutes'; minutes: number }
  | { of: 'seconds'; text: string }
  | { of: 'over' };

/**
 * What is left until an instant, in the coarseness a room can read without being made nervous; `exact` counts seconds
 * from an hour on.
 */
export function remaining(to: number, at: number, exact = false): Remaining {
  const minutes = minutesUntil(to, at);
  const seconds = secondsUntil(to, at);
  if (seconds <= 0) return { of: 'over' };
  if (seconds <= (exact ? 3_600 : 60)) return { of: 'seconds', text: clockDigits(seconds) };
  const long = inHours(seconds);
  return long === null ? { of: 'minutes', minutes } : { of: 'hours', ...long };
}

/** How late something is expected against its plan, in minutes of the clocks that show both; negative is early. */
export function minutesLate(planned: string, expected: string | null): number {
  const of = (instant: string) => Math.floor(Date.parse(instant) / minute);
  return expected === null ? 0 : of(expected) - of(planned);
}

/**
 * When a session that has not begun can begin at the soonest (ISO, UTC), seen at an instant: as it is expected, or now
 * where that has gone by and it is still waited for.
 */
export function awaitedStart(session: SessionView, at: number): string | null {
  const { expectedStart, status, passed } = session;
  const waited = status === 'due' && !passed && expectedStart !== null && Date.parse(expectedStart) < at;
  return waited ? new Date(Math.floor(at / minute) * minute).toISOString() : expectedStart;
}

/** How many minutes after its plan something is still waited for that should have begun already; 0 where it is not. */
export function minutesOverdue(session: SessionView, at: number): number {
  const { plannedStart, expectedStart } = session;
  const start = awaitedStart(session, at);
  return start === expectedStart ? 0 : Math.max(0, minutesLate(plannedStart, start));
}

/** From how late on a new time is worth showing to everybody, in minutes. */
export const worthSaying = 2;
