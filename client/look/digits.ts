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

/** Minutes and seconds of so many whole seconds, `7:05`; the sign is the caller's to say. */
export function clockDigits(seconds: number): string {
  const all = Math.abs(seconds);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
