import { setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { mergeSchema, unmergeSchema } from './commands.ts';
import { mergedInto, onStage, unknownQuestion, wrongMove, wrongStatus } from './find.ts';
import { allows } from './moves.ts';
import { canTakePlace, handOver, leaveShortlists, placeOf } from './places.ts';
import { refuse } from './refusals.ts';
import { statusBack, stepBack } from './restore.ts';

/**
 * [Q17] Merge: supporters unite in the target; no circles, nothing that stands on a stage.
 * [Q34] What stays inherits the place in Up next of what was merged into it.
 * Refuses: `question-on-screen`, `merge-circle`, `question-unknown`, `question-status`, `merge-target`.
 */
export const merge: Rule<typeof mergeSchema> = {
  decide(state, data) {
    const question = state.tables.questions.get(data.question);
    const into = state.tables.questions.get(data.into);
    if (!question || !into) return unknownQuestion;
    if (!allows('merge', question.status)) return wrongStatus(question);
    if (onStage(state, question))
      return refuse('not-now', 'question-on-screen', {
        now: { status: question.status, onStage: true },
      });
    if (!allows('mergeInto', into.status)) return wrongStatus(into, 'merge-target');
    const circle = into.id === question.id || mergedInto(state, question).includes(into);
    return circle ? refuse('not-now', 'merge-circle', { now: { status: question.status } }) : null;
  },
  evolve(state, data) {
    const question = state.tables.questions.get(data.question);
    const into = state.tables.questions.get(data.into);
    if (!question || !into) return [];
    const inherits = canTakePlace(question, into) && !onStage(state, into);
    const lent = inherits && into.upNext === null;
    return [
      ...(inherits ? handOver(state, question, into) : leaveShortlists(state, [question])),
      ...setFields('questions', question, {
        status: 'merged',
        mergedInto: data.into,
        past: [...question.past, { ...placeOf(question), ...(lent && { lent }) }],
      }),
    ];
  },
};

/**
 * [Q18] Unmerge: back to the status before. [Q34] The place that what it was merged into had from it comes back.
 * Refuses: `question-unknown`, `question-status`.
 */
export const unmerge: Rule<typeof unmergeSchema> = {
  decide: (state, data) => wrongMove(state, data.question, 'unmerge'),
  evolve(state, data, { now }) {
    const question = state.tables.questions.get(data.question);
    if (!question) return [];
    const into = state.tables.questions.get(question.mergedInto ?? '');
    const back =
      into && question.past.at(-1)?.lent && canTakePlace(into, { ...question, status: 'live', upNext: null })
        ? [...statusBack(state, question, now), ...handOver(state, into, question)]
        : stepBack(state, question, now);
    return [...back, ...setFields('questions', question, { mergedInto: null })];
  },
};
