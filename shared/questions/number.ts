import type { Change } from '../state/change.ts';
import type { State } from '../state/state.ts';

/** [Q24] The next question to become live gets a number above every one that was given, also where that was taken back. */
export function countNumbers(state: State): (changes: readonly Change[]) => void {
  return (changes) => {
    for (const change of changes) {
      const n = change.of === 'questions' ? numberIn(change) : null;
      if (typeof n === 'number') state.nextNumber = Math.max(state.nextNumber, n + 1);
    }
  };
}

/** The number that a change gives a question; null where it gives none. */
function numberIn(change: Change): unknown {
  if ('member' in change) return null;
  if ('field' in change) return change.field === 'n' ? change.after : null;
  return change.after && 'n' in change.after ? change.after.n : null;
}
