import { useEffect, useState } from 'react';
import { useText } from '../look/messages.ts';
import { attendeeMessages } from './messages/attendee.en.ts';
import styles from './skeleton.module.css';

/** From when on waiting for the first view is worth a sentence, in milliseconds. */
const hintAfterMs = 8_000;

/** What is coming, in its places: the talk's head, the list's, and rows; a sentence where they are long in coming. */
export function BoardSkeleton() {
  const say = useText(attendeeMessages);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), hintAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.board}>
      <div className={styles.talk} aria-hidden="true" />
      <p className={styles.words} role="status">
        <span className={slow ? undefined : 'unseen'}>{say(slow ? 'loading.slow' : 'list.loading')}</span>
      </p>
      {[0, 1, 2].map((row) => (
        <div key={row} className={styles.row} aria-hidden="true" />
      ))}
    </div>
  );
}
