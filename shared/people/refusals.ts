import type { Codes } from '../wire/reasons.ts';

/** Why the rules of people say no. */
export const peopleRefusals = {
  'person-unknown': 'unknown',
  'person-revoked': 'not-allowed',
  'ban-oneself': 'not-allowed',
  'ban-staff': 'not-allowed',
  'erase-another': 'not-allowed',
  'invite-role': 'not-allowed',
  'invite-withdrawn': 'not-allowed',
  'invite-used-up': 'not-allowed',
} as const satisfies Codes;
