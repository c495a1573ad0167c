import { takenAfter } from '../event/policy.ts';
import type { State } from '../state/state.ts';
import type { QuestionRow } from './question.ts';

/** [V25] Whether a question was taken: answered, or on a screen for ten seconds. */
export function isTaken({ status, stood }: Pick<QuestionRow, 'status' | 'stood'>): boolean {
  return status === 'answered' || stood === true;
}

/** [V25] The questions that have stood on a screen for ten seconds by now, and stand there still. */
export function standingLong({ tables, at }: State): ReadonlySet<string> {
  return new Set(
    [...tables.stages.values()].flatMap(({ show, since }) =>
      show.kind === 'question' && at - since >= takenAfter ? [show.question] : [],
    ),
  );
}
