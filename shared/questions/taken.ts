import { takenAfter } from '../event/policy.ts';
import type { State } from '../state/state.ts';
import type { QuestionRow } from './question.ts';

/** [V25] Whether a question was taken: answered, or on a screen for ten seconds. */
export function isTaken({ status, stood }: Pick<QuestionRow, 'status' | 'stood'>): boolean {
  return status === 'answered' || stood === true;
}

/** The same at this moment: it may stand on a screen still. */
export function isTakenNow(state: State, question: QuestionRow): boolean {
  if (isTaken(question)) return true;
  return [...state.tables.stages.values()].some(
    ({ show, since }) =>
      show.kind === 'question' && show.question === question.id && state.at - since >= takenAfter,
  );
}
