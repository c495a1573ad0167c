import { clockDigits } from '../look/digits.ts';

/** Milliseconds in a second and in a minute. */
const second = 1000;
const minute = 60 * second;

/** What a countdown says: minutes until the last one, then minutes and seconds, then that it is over. */
export type Remaining =
  | { of: 'hours'; hours: number; minutes: number }
  | { of: 'minutes'; minutes: number }
  | { of: 'seconds'; text: string }
  | { of: 'over'; minutes: number };

/** What is left until an instant, in the coarseness a room can read without being made nervous. */
export function remaining(to: number, at: number): Remaining {
  const left = to - at;
  if (left <= 0) return { of: 'over', minutes: Math.floor((at - to) / minute) };
  if (left <= minute) return { of: 'seconds', text: clockDigits(left) };
  const minutes = Math.round(left / minute);
  if (minutes < 120) return { of: 'minutes', minutes };
  return { of: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** How late something is expected against its plan, in whole minutes; negative is early. */
export function minutesLate(planned: string, expected: string | null): number {
  return expected === null ? 0 : Math.round((Date.parse(expected) - Date.parse(planned)) / minute);
}

/** From how late on a new time is worth showing to everybody, in minutes. */
export const worthSaying = 2;
