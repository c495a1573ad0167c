import { useEffect, useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { useOffline } from '../../connection/use-offline.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { copyText } from '../../look/copy-text.ts';
import { useText } from '../../look/messages.ts';
import { askerSentence } from '../../refusals/asker.ts';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';
import type { Outgoing } from './kept-texts.ts';
import { isPaused } from './paused.ts';
import { PausedQuestion } from './paused-question.tsx';
import type { OutgoingQuestions } from './use-outgoing.ts';

/** From when on a question that is still on its way says that its text is safe. */
const hintAfterMs = 4_000;

/** A question on its way, or one that was refused, with its text and everything that can be done about it. */
export function OutgoingQuestion(props: {
  question: Outgoing;
  outgoing: OutgoingQuestions;
  onPutBack: (session: string, text: string) => void;
}) {
  const { question, outgoing, onPutBack } = props;
  const say = useText(boardMessages);
  const { id, text, refused, status } = question;
  const offline = useOffline();
  const late = useLate(question.sentAt + hintAfterMs) || offline;
  const closed = refused?.code === 'question-closed';
  const sentence = refused ? say('mine.notSent', { why: askerSentence(refused) }) : '';
  useSpokenOnce(sentence);
  const unattended = useView((view) => view.event?.unattended) ?? false;
  const waiting = unattended ? 'mine.unattended' : 'mine.inReview';
  if (isPaused(question))
    return <PausedQuestion question={question} outgoing={outgoing} onPutBack={onPutBack} />;
  if (!refused) {
    return (
      <li className={styles.row} data-steady>
        <div className={styles.body}>
          <p className={styles.state}>
            <Badge kind={status ? 'late' : 'neutral'}>
              {say(status ? (status === 'inReview' ? waiting : 'mine.live') : 'mine.sending')}
            </Badge>
          </p>
          <p className={styles.text} dir="auto">
            {text}
          </p>
          {late && !status && <p className={styles.note}>{say('mine.sendingLong')}</p>}
        </div>
      </li>
    );
  }
  return (
    <li className={styles.row} data-steady>
      <div className={styles.body}>
        <p className={styles.problem}>{sentence}</p>
        <p className={styles.text} dir="auto">
          {text}
        </p>
        <p className={styles.actions}>
          {closed ? (
            <Button kind="primary" onClick={() => void outgoing.again(id, true)}>
              {say('mine.keep')}
            </Button>
          ) : (
            <Button kind="primary" onClick={() => void outgoing.again(id, question.keep)}>
              {say('mine.retry')}
            </Button>
          )}
          <Copy text={text} />
          <Button
            onClick={() => {
              onPutBack(question.session, text);
              outgoing.discard(id);
            }}
          >
            {say('mine.putBack')}
          </Button>
          <Button kind="quiet" onClick={() => outgoing.discard(id)}>
            {say('mine.discard')}
          </Button>
        </p>
      </div>
    </li>
  );
}

function Copy({ text }: { text: string }) {
  const say = useText(boardMessages);
  const [copied, setCopied] = useState(false);
  return (
    <Button onClick={() => void copyText(text).then(setCopied)}>
      {say(copied ? 'mine.copied' : 'mine.copy')}
    </Button>
  );
}

function useLate(at: number): boolean {
  const [late, setLate] = useState(() => Date.now() >= at);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  return late;
}

function useSpokenOnce(sentence: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (sentence !== '') announce(sentence, 'alert');
  }, [sentence, announce]);
}
