import { afterwards } from '../state/afterwards.ts';
import type { Change } from '../state/change.ts';
import type { State } from '../state/state.ts';

/** Whether changes would break what some noun says must hold of its rows. */
export function violates(state: State, changes: readonly Change[]): boolean {
  const after = afterwards(state, changes);
  return state.model.nouns.some((noun) => noun.violates?.(after, state) === true);
}

/**
 * Changes, and with them those that put right what they would leave out of order. The nouns are asked from the last to the
 * first, since each builds on those before it.
 */
export function repair(state: State, changes: readonly Change[], now: number): Change[] {
  const { model } = state;
  const after = afterwards(state, changes);
  const apart = changes.filter(
    (change) => !('field' in change) || model.table(change.of).repaired?.includes(change.field) !== true,
  );
  return [...apart, ...model.nouns.toReversed().flatMap((noun) => noun.repair?.(state, after, now) ?? [])];
}
