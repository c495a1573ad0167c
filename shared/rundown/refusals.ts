import type { Codes } from '../wire/reasons.ts';
import { refusing } from '../wire/refusals.ts';

/** Why the rules of the programme and its times say no. */
export const rundownRefusals = {
  'session-unknown': 'unknown',
  'part-unknown': 'unknown',
  'programme-elsewhere': 'conflict',
  'takes-off-air': 'conflict',
  'start-cancelled': 'not-now',
  'start-ended': 'not-now',
  'part-ended': 'not-now',
  'not-begun': 'not-now',
  'ends-before-start': 'not-now',
  'room-was-taken': 'not-now',
  'correction-too-far': 'not-now',
  'session-not-due': 'not-now',
  'session-begun': 'not-now',
  'session-cancelled': 'not-now',
  'session-over': 'not-now',
  'cancel-begun': 'not-now',
  'move-begun': 'not-now',
  'move-before': 'not-now',
  'fixed-in-the-way': 'conflict',
  'place-other-room': 'not-now',
  'place-other-day': 'not-now',
  'place-kept': 'not-now',
  'place-into-fixed': 'not-now',
  'note-elsewhere': 'not-allowed',
  'note-replaced': 'not-now',
} as const satisfies Codes;

/** Makes the refusals of this noun. */
export const refuse = refusing(rundownRefusals);
