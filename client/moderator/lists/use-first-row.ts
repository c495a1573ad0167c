import { useEffect, useRef } from 'react';
import type { ListName } from '../actions/list-name.ts';
import { rowToGoTo } from './lists.ts';
import type { useCurrentRow } from './use-current-row.ts';

/**
 * Puts the frame on a row from the first moment, so that its actions can be seen: the first to review, else the first of
 * the next list with rows; and on the first row that comes into a list in which there was none. The focus comes along where
 * nothing else has it.
 */
export function useFirstRow(
  { current, choose, goTo }: ReturnType<typeof useCurrentRow>,
  lists: Readonly<Record<ListName, readonly string[]>>,
): void {
  const began = useRef(false);
  useEffect(() => {
    if (current.id !== null) {
      began.current = true;
      return;
    }
    const [first] = lists[current.list];
    const to = began.current
      ? first === undefined
        ? null
        : { list: current.list, id: first }
      : rowToGoTo(lists, current);
    if (to === null) return;
    const isFree = document.activeElement === null || document.activeElement === document.body;
    (isFree ? goTo : choose)(to.list, to.id, 'desk');
  }, [current, lists, choose, goTo]);
}
