import { type Change, setMember } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { upvoteSchema } from './commands.ts';
import { findQuestion, mergedInto, rootOf, unknownQuestion, wrongStatus } from './find.ts';
import type { QuestionRow } from './question.ts';
import { refuse } from './refusals.ts';

/**
 * [Q7–Q9] Upvotes: one a person, never the author's; on a merged question they go to its target.
 * Refuses: `own-question`, `question-unknown`, `question-status`.
 */
export const upvote: Rule<typeof upvoteSchema> = {
  decide(state, data, { by }) {
    const named = findQuestion(state, data.question, by);
    if (!named) return unknownQuestion;
    const question = rootOf(state, named);
    if (question.by === by.participant) return refuse('not-allowed', 'own-question');
    if (question.status === 'live') return null;
    return named === question || findQuestion(state, question.id, by)
      ? wrongStatus(question)
      : unknownQuestion;
  },
  evolve(state, data, { by }) {
    const named = state.tables.questions.get(data.question);
    if (!named) return [];
    const question = rootOf(state, named);
    if (data.on) return setVoter(question, by.participant, true);
    return [question, ...mergedInto(state, question)].flatMap((each) =>
      setVoter(each, by.participant, false),
    );
  },
};

function setVoter(question: QuestionRow, voter: string, on: boolean): Change[] {
  return setMember('questions', question, 'voters', voter, on);
}
