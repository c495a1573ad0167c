import type { QuestionView } from '../../../shared/views/view.ts';
import type { QuestionAction } from '../actions/action-table.ts';
import type { ListName } from '../actions/list-name.ts';

/** What a row is told. */
export interface RowProps {
  question: QuestionView;
  list: ListName;
  zone: string;
  /** Minutes since it was asked. */
  age: number;
  current: boolean;
  /** Keys mean rows that are selected, not this one. */
  aside: boolean;
  /** The row at which the Tab key enters the list. */
  entrance: boolean;
  onScreen: boolean;
  /** It belongs here no longer: what became of it. */
  left: string | null;
  /** Why nothing can be shown or done now; null where it can. */
  noShow: string | null;
  /** The session it is of, where the list holds several; where it was asked, where that is another one. */
  sessionTitle: string | null;
  originTitle: string | null;
  /** What it is kept for, by name. */
  keptTitle: string | null;
  /** How many were merged into it. */
  merged: number;
  selected: boolean;
  /** It is marked to be merged into another. */
  marked: boolean;
  /** Who else is at this row, in words. */
  colleagues: string | null;
  newcomersWait: boolean;
  onFocus: (id: string) => void;
  /** It is pointed at while the frame is here. */
  onPoint: () => void;
  onAction: (action: QuestionAction, id: string) => void;
}
