import type { Codes } from '../wire/reasons.ts';
import { refusing } from '../wire/refusals.ts';

/** Why the rules of questions say no. `question-status` and `merge-target` say the status in `now`. */
export const questionRefusals = {
  'question-unknown': 'unknown',
  'question-status': 'not-now',
  'question-on-screen': 'not-now',
  'question-closed': 'not-now',
  'place-unknown': 'unknown',
  'name-needed': 'not-allowed',
  'prepare-staff': 'not-allowed',
  'slow-mode': 'too-fast',
  'own-question': 'not-allowed',
  'edit-another': 'not-allowed',
  'withdraw-another': 'not-allowed',
  'restore-another': 'not-allowed',
  'answer-elsewhere': 'not-allowed',
  'kept-already': 'not-now',
  'merge-target': 'not-now',
  'merge-circle': 'not-now',
  'report-unknown': 'unknown',
  'session-unknown': 'unknown',
  'part-unknown': 'unknown',
  'poster-unknown': 'unknown',
  'person-unknown': 'unknown',
  'ban-oneself': 'not-allowed',
  'ban-staff': 'not-allowed',
  'erase-another': 'not-allowed',
} as const satisfies Codes;

/** Makes the refusals of this noun. */
export const refuse = refusing(questionRefusals);
