import type { Codes } from '../wire/reasons.ts';
import { refusing } from '../wire/refusals.ts';

/** Why the rules of stages and displays say no. */
export const stageRefusals = {
  'poll-unknown': 'unknown',
  'displays-full': 'not-now',
  'room-unknown': 'unknown',
} as const satisfies Codes;

/** Makes the refusals of this noun. */
export const refuse = refusing(stageRefusals);
