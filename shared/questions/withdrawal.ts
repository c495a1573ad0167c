import type { Actor } from '../state/actor.ts';
import type { Change } from '../state/change.ts';
import { setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { withdrawSchema } from './commands.ts';
import { findQuestion, onStage, unknownQuestion, wrongStatus } from './find.ts';
import { allows } from './moves.ts';
import { leaveShortlists, leaveStages, placeOf } from './places.ts';
import type { QuestionRow } from './question.ts';
import { refuse } from './refusals.ts';

/** How long an author may take back that they withdrew a question, in milliseconds. */
const withdrawnFor = 60_000;

/**
 * [Q23] Withdrawing: by the author, unless it stands on a stage or is done with.
 * Refuses: `withdraw-another`, `question-on-screen`, `question-unknown`, `question-status`.
 */
export const withdraw: Rule<typeof withdrawSchema> = {
  decide(state, data, { by }) {
    const question = findQuestion(state, data.question, by);
    if (!question) return unknownQuestion;
    if (question.by !== by.participant) return refuse('not-allowed', 'withdraw-another');
    if (!canWithdraw(question, onStage(state, question))) {
      return onStage(state, question)
        ? refuse('not-now', 'question-on-screen', {
            now: { status: question.status, onStage: true },
          })
        : wrongStatus(question);
    }
    return null;
  },
  evolve(state, data, { by, now }) {
    const question = findQuestion(state, data.question, by);
    return question ? withdrawn(state, question, now) : [];
  },
};

/** [Q23] Whether its author may withdraw a question: not what stands on a stage, black or not, or is done with. */
export function canWithdraw({ status }: Pick<QuestionRow, 'status'>, staged: boolean): boolean {
  return allows('withdraw', status) && !staged;
}

/** The changes that withdraw a question, off every stage and out of Up next; it remembers where it stood. */
function withdrawn(state: State, question: QuestionRow, now: number): Change[] {
  return [
    ...leaveStages(state, question, now),
    ...leaveShortlists(state, [question]),
    ...setFields('questions', question, {
      status: 'withdrawn',
      past: [...question.past, { ...placeOf(question), upNext: null, withdrawnAt: now }],
    }),
  ];
}

/**
 * [Q33] Why somebody may not restore a question as its author; null where they may: they withdrew it themselves, within
 * the last minute.
 * Refuses: `restore-another`, `question-unknown`, `question-status`.
 */
export function notTheirsToRestore(state: State, id: string, by: Actor, now: number): Refusal | null {
  const question = findQuestion(state, id, by);
  if (!question) return unknownQuestion;
  if (question.by !== by.participant) return refuse('not-allowed', 'restore-another');
  const at = question.past.at(-1)?.withdrawnAt;
  const isFresh = question.status === 'withdrawn' && at !== undefined && now - at <= withdrawnFor;
  return isFresh ? null : wrongStatus(question);
}
