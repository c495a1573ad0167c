import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './rows.module.css';

/**
 * No question is in the list: why that may be, and that the first one is welcome. Of a talk that takes none any more it is
 * said that none was asked, where none was `answered` either.
 */
export function EmptyList({ answered, taken }: { answered: boolean; taken: boolean }) {
  const say = useText(boardMessages);
  const policy = useView((view) => view.event?.policy);
  const closed = useView((view) => view.event?.closed) ?? false;
  const first = policy?.anonymous === 'never' ? 'list.emptyNamed' : 'list.empty';
  if (closed) return null;
  if (!taken) return answered ? null : <p className={styles.empty}>{say('list.emptyClosed')}</p>;
  return (
    <div className={styles.empty}>
      {!answered && <p>{say(first)}</p>}
      {policy?.moderation !== 'after' && <p>{say('list.emptyModerated')}</p>}
    </div>
  );
}
