import type { QuestionView } from '../../../shared/views/view.ts';
import { type ListName, listWith } from '../actions/list-name.ts';
import { listBeside, nextWithRows } from './lists.ts';
import type { useCurrentRow } from './use-current-row.ts';

/** How the frame goes from row to row and from list to list. */
export interface ListSteps {
  /** To the next row or the one before; from a list that is done to the next one with rows. */
  step: (by: 1 | -1) => void;
  /** To the list on the left or on the right. */
  switchList: (by: 1 | -1) => void;
  openList: (list: ListName) => void;
  goToQuestion: (question: QuestionView) => void;
}

/** The steps from where the frame is; `onShowAll` shows everything again, where something hides what is to be gone to. */
export function listSteps(
  rows: ReturnType<typeof useCurrentRow>,
  lists: Readonly<Record<ListName, readonly string[]>>,
  onShowAll: () => void,
): ListSteps {
  const { current, beside, choose, goTo, listAt } = rows;
  /** The row at which one comes into a list: the one that was left, else the first. */
  const entryOf = (list: ListName) => {
    const last = rows.lastIn(list);
    const drawn = listAt(list);
    if (drawn) return drawn.entry(last);
    return last !== null && lists[list].includes(last) ? last : (lists[list][0] ?? null);
  };
  const enter = (list: ListName) => goTo(list, entryOf(list));
  return {
    step(by) {
      const list = listAt(current.list);
      const to = list?.step(current.id, by) ?? null;
      if (to !== null) return goTo(current.list, to);
      const isDone = (list?.entry(null) ?? null) === null;
      const other = isDone ? nextWithRows(lists, current.list) : null;
      if (other === null) goTo(current.list, current.id);
      else enter(other);
    },
    switchList(by) {
      const to = listBeside(current.list, beside, by);
      enter(to);
      // All the way round, the list beside Waiting is the first one again.
      if (to === 'waiting' && by === 1) rows.closeBeside();
    },
    openList: (list) => choose(list, entryOf(list)),
    goToQuestion(question) {
      const list = listWith(question.status);
      if (list === null) return;
      if (!lists[list].includes(question.id)) onShowAll();
      goTo(list, question.id);
    },
  };
}
