import type { QuestionView } from '../../../shared/views/view.ts';
import type { ListName } from '../actions/list-name.ts';
import { useCurrentRow } from './use-current-row.ts';
import { useFirstRow } from './use-first-row.ts';
import { useOwnHand } from './use-own-hand.ts';
import { useStable } from './use-stable.ts';

/**
 * The frame: the one row that is drawn as the operator's, and that every key means. `row` is its question, null where no
 * row is drawn in it.
 */
export function useFrame(
  questions: Readonly<Record<string, QuestionView>>,
  lists: Readonly<Record<ListName, readonly string[]>>,
) {
  const rows = useCurrentRow();
  const { current, choose, goTo, setDrawn } = rows;
  const row = current.id !== null && current.drawn ? (questions[current.id] ?? null) : null;
  const hand = useOwnHand(row, rows.unsettle);

  /** Told by a list whether it draws the row in the frame; `next` took its place where it left. */
  const onDrawn = useStable((list: ListName, id: string, drawn: boolean, next: string | null) => {
    if (drawn) return setDrawn(list, id, true);
    if (next !== null) {
      // What had the focus is gone with it.
      const move = document.activeElement === document.body ? goTo : choose;
      return move(list, next, 'desk');
    }
    // What the operator has just approved keeps the frame, where it is drawn now.
    const isFollowed = hand.changed(id) && questions[id]?.status === 'live' && list !== 'live';
    if (isFollowed) choose('live', id);
    else setDrawn(list, id, false);
  });
  useFirstRow(rows, lists);
  return { rows, row, hand, onDrawn };
}
