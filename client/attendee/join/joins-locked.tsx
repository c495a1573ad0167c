import { useState } from 'react';
import { base } from '../../connection/base.ts';
import { eventPath } from '../../connection/http.ts';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { askerSentence } from '../../refusals/asker.ts';
import styles from '../form.module.css';
import { boardMessages } from '../messages/board.en.ts';
import type { Joining } from './use-join.ts';

/** Instead of the page while nobody new is let in: why, what is open all the same, and another try. */
export function JoinsLocked({ slug, enter }: { slug: string; enter: Joining['enter'] }) {
  const say = useText(boardMessages);
  const [line, setLine] = useState('');
  const [trying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    setLine('');
    const refusal = await enter({});
    setTrying(false);
    if (refusal) setLine(refusal.code === 'joins-locked' ? say('join.stillLocked') : askerSentence(refusal));
  };
  return (
    <main className={styles.alone}>
      <h1 className={styles.aloneTitle}>{say('join.locked')}</h1>
      <p>{say('join.lockedHelp')}</p>
      <p className={styles.aloneActions}>
        <Button kind="primary" aria-disabled={trying} onClick={() => !trying && void again()}>
          {say('join.retry')}
        </Button>
        <span role="status">{line}</span>
      </p>
      <p>{say('join.programme')}</p>
      <p className={styles.aloneActions}>
        <a href={`${eventPath(slug)}/calendar.ics`}>{say('join.calendar')}</a>
        <a href={`${base}/`}>{say('join.home')}</a>
      </p>
    </main>
  );
}
