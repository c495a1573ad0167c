import { useMemo } from 'react';
import type { SessionView } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { useSteadyPage } from '../questions/use-steady-page.ts';
import type { OutgoingQuestions } from './ask/use-outgoing.ts';
import styles from './attendee.module.css';
import type { ChosenSession } from './list/chosen-session.ts';
import { QuestionList } from './list/question-list.tsx';
import { myOwn } from './mine/my-own.ts';
import { MyQuestions } from './mine/my-questions.tsx';
import { useOwnChanges } from './mine/use-own-changes.ts';
import { useSpokenDesk } from './mine/use-spoken-desk.ts';
import { Announcements } from './now/announcements.tsx';
import { OnScreen } from './now/on-screen.tsx';
import { TalkHead } from './now/talk-head.tsx';
import { useScheduleChanges } from './now/use-schedule-changes.ts';
import { BoardSkeleton } from './skeleton.tsx';
import type { Tab } from './tabs.tsx';

interface BoardProps {
  /** What the board stands in, and whose rows are kept where they are. */
  column: HTMLElement | null;
  /** Shows at the edge what happened to a question of mine. */
  onChange: (words: string | null) => void;
  tab: Tab;
  slug: string;
  ordered: readonly SessionView[];
  chosen: ChosenSession;
  outgoing: OutgoingQuestions;
  onPutBack: (session: string, text: string) => void;
  openSession: (id: string) => void;
  openQuestion: (id: string) => void;
}

/** Everything to read: what is on, what is on screen, all questions, and mine. The field is there before it. */
export function Board(props: BoardProps) {
  const { column, onChange, tab, slug, ordered, chosen, outgoing, onPutBack, openSession, openQuestion } =
    props;
  useSteadyPage(column);
  useScheduleChanges(ordered);
  const event = useView((view) => view.event);
  const questions = useView((view) => view.questions);
  const ids = useView((view) => view.me?.mine);
  const mine = useMemo(() => myOwn(ids, questions), [ids, questions]);
  useOwnChanges(mine, onChange);
  useSpokenDesk(mine);
  if (!event || !questions) return tab === 'questions' ? <BoardSkeleton /> : null;
  return (
    <>
      <div className={styles.part} hidden={tab !== 'questions'}>
        <TalkHead event={event} ordered={ordered} chosen={chosen} onOpen={openSession} />
        <OnScreen room={chosen.session?.room ?? null} over={chosen.dayOver} column={column} />
        <Announcements slug={slug} />
        <QuestionList chosen={chosen} onOpen={openQuestion} />
      </div>
      {tab === 'mine' && (
        <MyQuestions
          {...{ mine, outgoing, onPutBack }}
          here={chosen.session?.id}
          over={event.closed ? 'closed' : chosen.dayOver ? 'day' : null}
        />
      )}
    </>
  );
}
