import type { Codes } from '../wire/reasons.ts';
import { refusing } from '../wire/refusals.ts';

/** Why the rules of the event as a whole say no. */
export const eventRefusals = {
  'accent-too-light': 'malformed',
  'announcement-over': 'not-now',
  'announcement-unknown': 'unknown',
  banned: 'not-allowed',
  'event-closed': 'not-now',
  'access-withdrawn': 'no-badge',
  'no-programme': 'unavailable',
} as const satisfies Codes;

/** Makes the refusals of this noun. */
export const refuse = refusing(eventRefusals);
