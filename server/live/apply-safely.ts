import { type Applied, apply } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { leftBy } from '../../shared/log/kept-texts.ts';
import type { State } from '../../shared/state/state.ts';
import { refuse } from '../refusals/refuse.ts';

/**
 * Applies the next entry of the log. One on which the rules fail is refused on every node alike, and at every
 * replay, so that the day goes on; `alarm` is told. Refuses: `rules-failed`, and whatever the rules refuse.
 */
export function applyOrRefuse(
  state: State,
  entry: Entry,
  alarm: (message: string, error: unknown) => void,
): Applied {
  try {
    return apply(state, entry);
  } catch (error) {
    alarm(`Entry ${entry.seq} (${entry.type}) could not be applied and counts as refused`, error);
    const outcome = refuse('unavailable', 'rules-failed');
    state.refused.set(entry.seq, outcome);
    state.seq = entry.seq;
    return { outcome, changes: [], gone: leftBy(entry) };
  }
}
