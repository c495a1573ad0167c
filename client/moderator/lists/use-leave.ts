import { useCallback } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import type { useCurrentRow } from './use-current-row.ts';
import type { OwnHand } from './use-own-hand.ts';
import type { Selection } from './use-selection.ts';

/**
 * Does something to questions that leave their list by it, and goes on to the next one; without a next one the frame
 * stays where it is.
 */
export function useLeave(
  { current, goTo, listAt }: ReturnType<typeof useCurrentRow>,
  hand: OwnHand,
  selection: Selection,
): (questions: readonly QuestionView[], act: () => void) => void {
  return useCallback(
    (leave, act) => {
      const ids = new Set(leave.map(({ id }) => id));
      const list = listAt(current.list);
      let next = current.id;
      for (let step = 0; next !== null && ids.has(next) && step <= ids.size; step += 1)
        next = list?.after(next) ?? null;
      hand.did(ids);
      act();
      if (leave.length > 1) selection.clear();
      if (next !== null && next !== current.id && !ids.has(next)) goTo(current.list, next, 'desk');
    },
    [current, goTo, listAt, selection, hand],
  );
}
