import type { Codes } from '../wire/reasons.ts';
import { refusing } from '../wire/refusals.ts';

/** Why an entry of any kind is refused: by who made it, by what a colleague did, by what an undo would break. */
export const logRefusals = {
  'made-by-server': 'not-allowed',
  'role-may-not': 'not-allowed',
  'id-taken': 'conflict',
  'colleague-changed': 'conflict',
  'undo-unknown': 'unknown',
  'undo-never': 'not-now',
  'undo-organizer': 'not-allowed',
  'undo-changed': 'conflict',
  'undo-changed-by': 'conflict',
  'undo-built-on': 'conflict',
  'rules-failed': 'unavailable',
} as const satisfies Codes;

/** Makes the refusals of this noun. */
export const refuse = refusing(logRefusals);
