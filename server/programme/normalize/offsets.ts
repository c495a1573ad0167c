import { DateTime } from 'luxon';
import type { Schedule } from './schedule.ts';

/** Zones of many events, asked first: most offsets are those of many places. */
const likely = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Chicago',
  'America/Denver',
  'America/Sao_Paulo',
  'Europe/Helsinki',
  'Europe/Istanbul',
  'Africa/Johannesburg',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/** A start whose clock is so many minutes ahead of UTC. */
interface Clock {
  instant: number;
  ahead: number;
}

/** The clocks of the venue that times with offsets tell of, one for each day and offset; times in UTC tell of none. */
export function clocksOf({ sessions }: Pick<Schedule, 'sessions'>): Clock[] {
  const clocks = sessions.flatMap(({ start }) =>
    'instant' in start && start.ahead !== undefined && start.ahead !== 0
      ? [{ instant: start.instant, ahead: start.ahead }]
      : [],
  );
  const dayOf = ({ instant, ahead }: Clock) => `${Math.floor(instant / 86_400_000)} ${ahead}`;
  return [...new Map(clocks.map((clock) => [dayOf(clock), clock])).values()];
}

/** Whether a zone's clock showed the same at all of these times. */
export function agrees(zone: string, clocks: readonly Clock[]): boolean {
  return clocks.every(({ instant, ahead }) => DateTime.fromMillis(instant, { zone }).offset === ahead);
}

/** A zone with the clock of these times, one of many events where there is one; null without clocks or such a zone. */
export function zoneWith(clocks: readonly Clock[]): string | null {
  if (clocks.length === 0) return null;
  return [...likely, ...Intl.supportedValuesOf('timeZone')].find((zone) => agrees(zone, clocks)) ?? null;
}

/** An offset as people write it: `+01:00`. */
export function offsetText(ahead: number): string {
  const minutes = Math.abs(ahead);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
