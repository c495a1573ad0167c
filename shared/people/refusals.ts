import type { Codes } from '../wire/reasons.ts';
import { refusing } from '../wire/refusals.ts';

/** Why the rules of people say no. */
export const peopleRefusals = {
  'person-revoked': 'not-allowed',
  'invite-role': 'not-allowed',
  'invite-withdrawn': 'not-allowed',
  'invite-used-up': 'not-allowed',
  'id-taken': 'conflict',
  'room-unknown': 'unknown',
  'session-unknown': 'unknown',
  'poster-unknown': 'unknown',
} as const satisfies Codes;

/** Makes the refusals of this noun. */
export const refuse = refusing(peopleRefusals);
