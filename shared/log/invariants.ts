import { afterwards } from '../state/afterwards.ts';
import type { Change } from '../state/change.ts';
import type { State } from '../state/state.ts';

/** Whether changes would leave what a noun says could not be. */
export function violates(state: State, changes: readonly Change[]): boolean {
  const after = afterwards(state, changes);
  return state.model.nouns.some((noun) => noun.violates?.(after, state) === true);
}

/** Changes with what they leave out of order put right, by the nouns from the last to the first: each builds on those before it. */
export function repair(state: State, changes: readonly Change[], now: number): Change[] {
  const { model } = state;
  const after = afterwards(state, changes);
  const apart = changes.filter(
    (change) => !('field' in change) || model.table(change.of).repaired?.includes(change.field) !== true,
  );
  return [...apart, ...model.nouns.toReversed().flatMap((noun) => noun.repair?.(state, after, now) ?? [])];
}
