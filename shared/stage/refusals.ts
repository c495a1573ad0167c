import type { Codes } from '../wire/reasons.ts';

/** Why the rules of stages and displays say no. */
export const stageRefusals = {
  'poll-unknown': 'unknown',
  'displays-full': 'not-now',
} as const satisfies Codes;
