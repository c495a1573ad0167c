import type { Codes } from '../wire/reasons.ts';

/** Why the rules of questions say no. `question-status` and `merge-target` say the status in `now`. */
export const questionRefusals = {
  'question-unknown': 'unknown',
  'question-status': 'not-now',
  'question-on-screen': 'not-now',
  'question-closed': 'not-now',
  'place-unknown': 'unknown',
  'name-needed': 'not-allowed',
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
} as const satisfies Codes;
