import { useMemo } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './chair.module.css';
import { ChairQuestion } from './chair-question.tsx';

const say = catalogue(deskMessages);

/** How many questions to review a chair sees at once, the oldest first: the desk has them all. */
const seen = 20;

/** What is to be reviewed, the oldest first. */
export function ChairReview({
  waiting,
  count,
  off,
  onApprove,
  onDecline,
  onDesk,
}: {
  waiting: readonly QuestionView[];
  /** How many there are to review, those included that this page does not hold. */
  count: number;
  /** Nothing can be done now. */
  off: boolean;
  onApprove: (question: QuestionView) => void;
  onDecline: (question: QuestionView) => void;
  onDesk: () => void;
}) {
  const first = useMemo(
    () => waiting.toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1)).slice(0, seen),
    [waiting],
  );
  return (
    <section className={css.group} aria-labelledby="chair-review">
      <h2 id="chair-review" className={css.title}>
        {say('list.waiting')} <span>{count}</span>
      </h2>
      {first.length === 0 && <p className={css.nothing}>{say('chair.allReviewed')}</p>}
      <ol className={css.rows}>
        {first.map((question) => (
          <li key={question.id} className={css.review} data-chair-row="review">
            <ChairQuestion question={question} />
            <Button kind="primary" aria-disabled={off || undefined} onClick={() => onApprove(question)}>
              {say('do.approve')}
            </Button>
            <Button aria-disabled={off || undefined} onClick={() => onDecline(question)}>
              {say('do.dismiss')}
            </Button>
          </li>
        ))}
      </ol>
      <Button onClick={onDesk}>{say('chair.desk', { count })}</Button>
    </section>
  );
}
