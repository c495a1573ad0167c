import { useEffect, useMemo, useRef, useState } from 'react';
import { isOnScreen } from '../../../shared/stage/on-screen.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { OutgoingQuestion } from '../ask/outgoing-question.tsx';
import type { OutgoingQuestions } from '../ask/use-outgoing.ts';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';
import { MyQuestion } from './my-question.tsx';
import { myStatus } from './my-status.ts';
import { useSpokenDesk } from './use-spoken-desk.ts';

/** How many of one's own questions are in sight at once. */
const inSight = 3;

interface MyQuestionsProps {
  outgoing: OutgoingQuestions;
  /** The session in sight: its name need not be said again. */
  here: string | undefined;
  onPutBack: (session: string, text: string) => void;
}

/** Everything I asked, newest first, each with what has become of it; first of all what is still on its way. */
export function MyQuestions({ outgoing, here, onPutBack }: MyQuestionsProps) {
  const say = useText(boardMessages);
  const questions = useView((view) => view.questions);
  const ids = useView((view) => view.me?.mine);
  const [all, setAll] = useState(false);
  const mine = useMemo(() => myOwn(ids, questions), [ids, questions]);
  const underway = outgoing.all.filter(({ id }) => !questions?.[id]);
  useSpokenChanges(mine);
  useSpokenDesk(mine);
  if (mine.length + underway.length === 0) return null;
  const shown = all ? mine : mine.slice(0, inSight);
  return (
    <section className={styles.section} aria-labelledby="my-questions">
      <div className={styles.head}>
        <h2 id="my-questions">{say('mine.heading')}</h2>
        {mine.length > shown.length && (
          <Button kind="quiet" onClick={() => setAll(true)}>
            {say('mine.all', { count: mine.length })}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {underway.map((question) => (
          <OutgoingQuestion key={question.id} question={question} outgoing={outgoing} onPutBack={onPutBack} />
        ))}
        {shown.map((question) => (
          <MyQuestion key={question.id} question={question} here={here} />
        ))}
      </ul>
    </section>
  );
}

/** Newest first. The server lists them as they were asked; the times of anonymous ones are cut to the minute. */
function myOwn(
  ids: readonly string[] | undefined,
  questions: Readonly<Record<string, QuestionView>> | undefined,
): QuestionView[] {
  return (ids ?? []).flatMap((id) => questions?.[id] ?? []).reverse();
}

/** Says each change of a question of mine once, in one sentence. */
function useSpokenChanges(mine: readonly QuestionView[]): void {
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const stages = useView((view) => view.stages);
  const before = useRef<Map<string, string> | null>(null);
  useEffect(() => {
    const words = new Map(
      mine.map((question) => {
        const onScreen = isOnScreen(question.id, Object.values(stages ?? {}));
        return [question.id, myStatus(question, { onScreen, unattended: false, keptFor: null }, say).word];
      }),
    );
    for (const question of mine) {
      const status = words.get(question.id) ?? '';
      const old = before.current?.get(question.id);
      if (old !== undefined && old !== status)
        announce(say('mine.changed', { text: (question.text ?? '').slice(0, 60), status }));
    }
    before.current = words;
  }, [mine, stages, announce, say]);
}
