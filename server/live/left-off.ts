import type { LiveEvent } from './live-event.ts';
import { resumeLimit } from './marks.ts';

/** Where a client left off, as it says so itself: nothing of it is checked yet. */
export interface LeftOff {
  since?: unknown;
  epoch?: unknown;
  /** The mark that came with the seq `since`. */
  mark?: unknown;
}

/** What of an event says whether a place is one of its log. */
export type Logged = Pick<LiveEvent, 'state'> & {
  log: Pick<LiveEvent['log'], 'epoch'>;
  marks: Pick<LiveEvent['marks'], 'of'>;
};

/** [W80] Whether somebody who says where they left off followed another log: this one has no such entry there. */
export function hasStrayed({ since, epoch, mark }: LeftOff, { state, log, marks }: Logged): boolean {
  if (typeof since !== 'number' || typeof mark !== 'string') return false;
  if (epoch != null && epoch !== log.epoch) return false;
  const ours = marks.of(since);
  // Before the first entry no log has a mark.
  return since === 0 || since > state.seq || (ours !== undefined && ours !== mark);
}

/** The seq from which one patch brings somebody up; null where they left off too long ago, or nowhere in this log. */
export function patchableFrom(leftOff: LeftOff, logged: Logged): number | null {
  const { since, epoch } = leftOff;
  const { state, log } = logged;
  if (hasStrayed(leftOff, logged) || (epoch != null && epoch !== log.epoch)) return null;
  if (typeof since !== 'number' || !Number.isInteger(since) || since < 0 || since > state.seq) return null;
  return state.seq - since <= resumeLimit ? since : null;
}
