import { useEffect, useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './rows.module.css';

/** No question is in the list: why that may be, and that the first one is welcome. */
export function EmptyList({ answered }: { answered: boolean }) {
  const say = useText(boardMessages);
  const policy = useView((view) => view.event?.policy);
  const first = policy?.anonymous === 'never' ? 'list.emptyNamed' : 'list.empty';
  return (
    <div className={styles.empty}>
      {!answered && <p>{say(first)}</p>}
      {policy?.moderation !== 'after' && <p>{say('list.emptyModerated')}</p>}
    </div>
  );
}

/** From when on waiting for the first view is worth a sentence, in milliseconds. */
const hintAfterMs = 8_000;

/** Three rows of the height that rows will have; a sentence where they are long in coming. */
export function Skeleton() {
  const say = useText(boardMessages);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), hintAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.section}>
      <p className={slow ? styles.note : 'unseen'} role="status">
        {say(slow ? 'loading.slow' : 'list.loading')}
      </p>
      {[0, 1, 2].map((row) => (
        <div key={row} className={styles.skeleton} aria-hidden="true" />
      ))}
    </div>
  );
}
