import { lookMessages } from './messages.en.ts';
import { catalogue } from './messages.ts';

const say = catalogue(lookMessages);

/** Milliseconds in a second. */
const second = 1000;

/**
 * Whole seconds until an instant, below zero once it is gone by; both in epoch milliseconds. A begun second counts as a
 * whole one, so that zero is really zero, and the instant counts as the full second that it lies in: a screen that
 * looks once a second turns over together with those that look more often.
 */
export function secondsUntil(to: number, at: number): number {
  return Math.ceil((Math.floor(to / second) * second - at) / second) || 0;
}

/** Whole minutes until an instant, below zero once it is gone by; a begun minute counts as a whole one. */
export function minutesUntil(to: number, at: number): number {
  return Math.ceil(secondsUntil(to, at) / 60) || 0;
}

/** From how many seconds on a time is told in hours: nobody reads 191 minutes. */
const longTime = 100 * 60;

/** So many seconds in whole hours and minutes, where there are so many that nobody reads them as minutes; else null. */
export function inHours(seconds: number): { hours: number; minutes: number } | null {
  const all = Math.abs(seconds);
  if (all < longTime) return null;
  return { hours: Math.floor(all / 3600), minutes: Math.floor((all % 3600) / 60) };
}

/** Minutes and seconds of so many whole seconds, `7:05`, long times as `3 h 11`; the sign is the caller's to say. */
export function clockDigits(seconds: number): string {
  const all = Math.abs(seconds);
  const long = inHours(all);
  if (long !== null)
    return say('time.hours', { hours: long.hours, minutes: String(long.minutes).padStart(2, '0') });
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
