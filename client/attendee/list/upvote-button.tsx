import chevronUp from 'lucide-static/icons/chevron-up.svg';
import type { QuestionView } from '../../../shared/views/view.ts';
import { Icon } from '../../look/icon.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './upvote-button.module.css';
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
  if (mine)
    return (
      <p className={styles.own}>
        {count !== null && (
          <>
            <span className={styles.count} aria-hidden="true">
              {count}
            </span>
            <span className="unseen">{say('mine.upvotes', { count })}</span>
          </>
        )}
      </p>
    );
  return (
    <button
      type="button"
      className={styles.upvote}
      aria-pressed={on}
      onClick={() => upvotes.upvote(question.id, !on)}
    >
      <span className={styles.word}>{say(on ? 'upvote.done' : 'upvote.word')}</span>
      {question.n !== null && <span className="unseen"> {say('upvote.question', { n: question.n })} </span>}
      <span className={styles.count}>{count ?? ''}</span>
      <Icon of={chevronUp} />
    </button>
  );
}
