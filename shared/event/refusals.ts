import type { Codes } from '../wire/reasons.ts';

/** Why the rules of the event as a whole say no. */
export const eventRefusals = {
  'announcement-over': 'not-now',
  'announcement-unknown': 'unknown',
} as const satisfies Codes;
