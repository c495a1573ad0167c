import type { SessionView } from '../../shared/views/view.ts';

/**
 * Whether a row of the programme is closed to accidental edits: while the day runs, each one is that does not run
 * or wait for its start. One press unlocks a row and opens it, and it stays so until it is closed: no clock takes away
 * what is being used.
 */
export function isLocked(programme: readonly SessionView[], session: SessionView): boolean {
  return programme.some(({ status }) => status === 'onAir') && !isAtHand(session);
}

function isAtHand({ status }: SessionView): boolean {
  return status === 'onAir' || status === 'due';
}
