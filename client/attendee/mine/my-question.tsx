import { useMemo, useRef, useState } from 'react';
import { questionLimits } from '../../../shared/questions/question.ts';
import { isOnScreen } from '../../../shared/stage/on-screen.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useSend, useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { titleOf } from '../../questions/place-title.ts';
import { tidied, typedLength } from '../../questions/typed-length.ts';
import { askerSentence } from '../../refusals/asker.ts';
import { keptTexts } from '../ask/kept-texts.ts';
import { Origin } from '../list/origin.tsx';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';
import { myStatus } from './my-status.ts';
import { useOwnWithdrawal } from './use-own-withdrawal.ts';

/** One question of mine: what has become of it, and what I may still do with it. */
export function MyQuestion({ question, here }: { question: QuestionView; here: string | undefined }) {
  const say = useText(boardMessages);
  const send = useSend();
  const announce = useAnnounce();
  const onScreen = useView((view) => isOnScreen(question.id, Object.values(view.stages ?? {}))) ?? false;
  const target =
    useView((view) => (question.mergedInto ? view.questions?.[question.mergedInto]?.text : null)) ?? null;
  const session =
    useView((view) => (question.session ? view.sessions?.[question.session]?.title : null)) ?? null;
  const slug = useView((view) => view.event?.slug) ?? '';
  const kept = useMemo(() => keptTexts(slug), [slug]);
  const draft = `edit.${question.id}`;
  const [editing, setEditing] = useState(() => question.can?.edit === true && kept.draft(draft) !== '');
  const [problem, setProblem] = useState<string | null>(null);
  const withdrawal = useOwnWithdrawal();
  const mayRestore = question.status === 'withdrawn' && withdrawal.fresh;
  const row = useRef<HTMLLIElement>(null);
  const unattended = useView((view) => view.event?.unattended) ?? false;
  const keptFor = useView((view) => titleOf(question.keptFor, view)) ?? null;
  const status = myStatus(question, { onScreen, unattended, keptFor }, say);

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
          <Edit
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
        {question.original && (
          <p className={styles.note}>{say('mine.original', { text: question.original })}</p>
        )}
        {target && <p className={styles.note}>{say('mine.mergedInto', { text: target })}</p>}
        {status.note && <p className={styles.note}>{status.note}</p>}
        <p className={styles.meta}>
          {session && question.session !== here && <bdi>{session}</bdi>}
          <Origin question={question} />
          {question.anonymous && <span>{say('mine.anonymously')}</span>}
        </p>
        {problem && <p className={styles.problem}>{problem}</p>}
      </div>
    </li>
  );
}

/** The words of a question to be changed; what was begun is there again after a reload. */
function Edit({
  text,
  begun,
  onWrite,
  onSave,
  onCancel,
}: {
  text: string;
  begun: string;
  onWrite: (words: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const say = useText(boardMessages);
  const [words, setWords] = useState(begun || text);
  const over = typedLength(words) - questionLimits.units;
  const ready = over <= 0 && tidied(words) !== '' && tidied(words) !== text;
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(tidied(words));
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <textarea
        dir="auto"
        ref={(area) => area?.focus({ preventScroll: true })}
        className={styles.field}
        rows={4}
        aria-label={say('mine.editLabel')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          onWrite(event.target.value);
        }}
      />
      {over > 0 && <output className={styles.problem}>{say('ask.over', { over })}</output>}
      <p className={styles.actions}>
        <Button type="submit" kind="primary" disabled={!ready}>
          {say('mine.save')}
        </Button>
        <Button onClick={onCancel}>{say('mine.cancel')}</Button>
      </p>
    </form>
  );
}
