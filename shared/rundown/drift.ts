import type { State } from '../state/state.ts';
import { ownStart } from './order.ts';
import { driftLimit, minute, nextMinute, type SessionRow } from './session.ts';

/**
 * The next full minute at which a session that is put off moves on, epoch milliseconds; null once it has drifted as far
 * as it may.
 */
export function drift(session: SessionRow, state: State): number | null {
  const own = ownStart(session);
  const next = nextMinute(Math.max(state.passedTo, own - minute));
  // Of full minutes that went by unseen the last one counts for all.
  const latest = Math.max(next, lastMinute(Math.min(state.at, own + driftLimit)));
  return latest <= own + driftLimit ? latest : null;
}

/** The next full minute at which what waits for something that runs over moves on, epoch milliseconds. */
export function nextWaited({ passedTo, at }: State): number {
  return Math.max(nextMinute(passedTo), lastMinute(at));
}

function lastMinute(at: number): number {
  return Math.floor(at / minute) * minute;
}
