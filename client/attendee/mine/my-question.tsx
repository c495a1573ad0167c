import { useMemo, useRef, useState } from 'react';
import { isOnScreen } from '../../../shared/stage/on-screen.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useSend, useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { titleOf } from '../../questions/place-title.ts';
import { askerSentence } from '../../refusals/asker.ts';
import { keptTexts } from '../ask/kept-texts.ts';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';
import { EditForm } from './edit-form.tsx';
import { MyQuestionNotes } from './my-question-notes.tsx';
import { type Around, myStatus } from './my-status.ts';
import { useOwnWithdrawal } from './use-own-withdrawal.ts';

/** One question of mine: what has become of it, and what I may still do with it. */
export function MyQuestion(props: {
  question: QuestionView;
  here: string | undefined;
  over: Around['over'];
  onPutBack: (session: string, text: string) => void;
}) {
  const { question, here, over, onPutBack } = props;
  const say = useText(boardMessages);
  const send = useSend();
  const announce = useAnnounce();
  const onScreen = useView((view) => isOnScreen(question.id, Object.values(view.stages ?? {}))) ?? false;
  const slug = useView((view) => view.event?.slug) ?? '';
  const kept = useMemo(() => keptTexts(slug), [slug]);
  const draft = `edit.${question.id}`;
  const [editing, setEditing] = useState(() => question.can?.edit === true && kept.draft(draft) !== '');
  const [problem, setProblem] = useState<string | null>(null);
  const withdrawal = useOwnWithdrawal(question.id);
  const mayRestore = question.status === 'withdrawn' && withdrawal.fresh;
  const row = useRef<HTMLLIElement>(null);
  const unattended = useView((view) => view.event?.unattended) ?? false;
  const keptFor = useView((view) => titleOf(question.keptFor, view)) ?? null;
  const status = myStatus(question, { onScreen, unattended, keptFor, over }, say);

  const failed = (message: string) => {
    setProblem(say('mine.failed', { message }));
    announce(say('mine.failed', { message }));
  };
  const withdraw = () => {
    setProblem(null);
    row.current?.focus();
    void send({ type: 'question.withdraw', question: question.id }).then((outcome) =>
      outcome.ok ? withdrawal.did(true) : failed(askerSentence(outcome)),
    );
  };
  const restore = () => {
    setProblem(null);
    row.current?.focus();
    void send({ type: 'question.restore', question: question.id }).then((outcome) =>
      outcome.ok ? withdrawal.did(false) : failed(askerSentence(outcome)),
    );
  };
  const leave = () => {
    kept.keepDraft(draft, '');
    setEditing(false);
  };
  const save = (text: string) => {
    setProblem(null);
    void send({ type: 'question.edit', question: question.id, text }).then((outcome) => {
      if (!outcome.ok) return failed(askerSentence(outcome));
      leave();
      row.current?.focus();
    });
  };
  return (
    <li
      ref={row}
      tabIndex={-1}
      className={styles.row}
      data-steady
      data-over={['withdrawn', 'dismissed', 'archived'].includes(question.status)}
    >
      <div className={styles.body}>
        <p className={styles.state}>
          <Badge kind={status.kind}>{status.word}</Badge>
          {question.n !== null && (
            <span className={styles.number}>{say('list.number', { n: question.n })}</span>
          )}
          {!editing && (
            <span className={styles.rowActions}>
              {question.can?.edit && (
                <Button kind="quiet" onClick={() => setEditing(true)}>
                  {say('mine.edit')}
                </Button>
              )}
              {question.can?.withdraw && (
                <Button kind="quiet" onClick={withdraw}>
                  {say('mine.withdraw')}
                </Button>
              )}
              {question.why === 'reword' && question.session && (
                <Button
                  kind="quiet"
                  onClick={() => onPutBack(question.session ?? '', question.original ?? question.text ?? '')}
                >
                  {say('mine.askAgain')}
                </Button>
              )}
              {mayRestore && (
                // The second press of a double tap was aimed at Withdraw.
                <Button kind="quiet" onClick={({ detail }) => detail < 2 && restore()}>
                  {say('mine.undo')}
                </Button>
              )}
            </span>
          )}
        </p>
        {editing ? (
          <EditForm
            text={question.original ?? question.text ?? ''}
            begun={kept.draft(draft)}
            onWrite={(words) => kept.keepDraft(draft, words)}
            onSave={save}
            onCancel={leave}
          />
        ) : (
          <p className={styles.text} dir="auto">
            {question.text}
          </p>
        )}
        <MyQuestionNotes question={question} note={status.note} here={here} />
        {problem && <p className={styles.problem}>{problem}</p>}
      </div>
    </li>
  );
}
