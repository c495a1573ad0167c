import type { QuestionStatus } from '../../shared/questions/question.ts';
import type { Day } from '../world/given.ts';

/** A question of Ann's brought to a status on a day that is moderated before; gives its id. */
export function questionIn(day: Day, status: QuestionStatus): string {
  const target = status === 'merged' ? questionIn(day, 'live') : '';
  const question = day.ask('ann', `a ${status} question`);
  const steps: Record<QuestionStatus, () => void> = {
    inReview: () => undefined,
    live: () => day.when('mod', 'question.approve', { question }),
    answered: () => {
      steps.live();
      day.when('mod', 'question.answer', { question, on: true });
    },
    kept: () => day.when('mod', 'question.keep', { question, for: 'panel' }),
    archived: () => day.when('mod', 'question.archive', { question }),
    dismissed: () => day.when('mod', 'question.dismiss', { question, why: 'off-topic' }),
    withdrawn: () => day.when('ann', 'question.withdraw', { question }),
    merged: () => day.when('mod', 'question.merge', { question, into: target }),
  };
  steps[status]();
  return question;
}
