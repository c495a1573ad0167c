import type { QuestionView } from '../../../shared/views/view.ts';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './rows.module.css';
import type { Upvotes } from './use-upvotes.ts';

/** Upvote and retract: shows at once what was pressed. On one's own question it only tells the count. */
export function UpvoteButton({
  question,
  mine,
  upvotes,
}: {
  question: QuestionView;
  mine: boolean;
  upvotes: Upvotes;
}) {
  const say = useText(boardMessages);
  const on = upvotes.supported(question.id);
  const count = upvotes.counted(question.id, question.upvotes);
  if (mine) return <p className={styles.own}>{count !== null && say('mine.upvotes', { count })}</p>;
  return (
    <button
      type="button"
      className={styles.upvote}
      aria-pressed={on}
      onClick={() => upvotes.upvote(question.id, !on)}
    >
      <span className={styles.upvoteWord}>{say('upvote.word')}</span>
      {question.n !== null && <span className="unseen"> {say('upvote.question', { n: question.n })}</span>}
      <span className={styles.count}>{count ?? ''}</span>
      <svg className={styles.arrow} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M12 5 4.5 14.5h15z" />
      </svg>
    </button>
  );
}
