import { useEventConnection, useServerNow } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';
import type { Outgoing } from './kept-texts.ts';
import { countdown } from './paused.ts';
import type { OutgoingQuestions } from './use-outgoing.ts';

/** A question that slow mode holds back: when it is sent by itself, and the way to take it back until then. */
export function PausedQuestion(props: {
  question: Outgoing;
  outgoing: OutgoingQuestions;
  onPutBack: (session: string, text: string) => void;
}) {
  const { question, outgoing, onPutBack } = props;
  const { id, text, session, pausedUntil = 0 } = question;
  const say = useText(boardMessages);
  const { clock } = useEventConnection();
  const left = pausedUntil - (useServerNow(1_000) - clock.offset);
  const { of, count } = countdown(left);
  const takeBack = () => {
    onPutBack(session, text);
    outgoing.discard(id);
  };
  return (
    <li className={styles.row} data-steady>
      <div className={styles.body}>
        <p className={styles.state}>
          <Badge>{say(left > 0 ? 'mine.paused' : 'mine.sending')}</Badge>
        </p>
        <p className={styles.text} dir="auto">
          {text}
        </p>
        {left > 0 && (
          <>
            <p className={styles.note}>
              {say('mine.slowMode')} {say(`paused.${of}`, { count })}
            </p>
            <p className={styles.actions}>
              <Button onClick={takeBack}>{say('mine.putBack')}</Button>
              <Button kind="quiet" onClick={() => outgoing.discard(id)}>
                {say('mine.discard')}
              </Button>
            </p>
          </>
        )}
      </div>
    </li>
  );
}
