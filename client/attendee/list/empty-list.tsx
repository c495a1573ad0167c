import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './rows.module.css';

/**
 * No question is in the list: why that may be, and that the first one is welcome. Of a talk that takes none any more it is
 * said that none was published, where none was `answered` either; and so once all is `over`.
 */
export function EmptyList(props: { answered: boolean; taken: boolean; over: boolean }) {
  const { answered, taken, over } = props;
  const say = useText(boardMessages);
  const policy = useView((view) => view.event?.policy);
  const first = policy?.anonymous === 'never' ? 'list.emptyNamed' : 'list.empty';
  if (answered && (over || !taken)) return null;
  if (over) return <p className={styles.empty}>{say('list.emptyOver')}</p>;
  if (!taken) return <p className={styles.empty}>{say('list.emptyClosed')}</p>;
  return (
    <div className={styles.empty}>
      {!answered && <p>{say(first)}</p>}
      {policy?.moderation !== 'after' && <p>{say('list.emptyModerated')}</p>}
    </div>
  );
}
