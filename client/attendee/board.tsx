import { type RefObject, useState } from 'react';
import type { SessionView } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { useSteadyPage } from '../questions/use-steady-page.ts';
import { remembered } from './ask/kept-texts.ts';
import type { OutgoingQuestions } from './ask/use-outgoing.ts';
import styles from './attendee.module.css';
import type { Joining } from './join/use-join.ts';
import type { ChosenSession } from './list/chosen-session.ts';
import { QuestionList } from './list/question-list.tsx';
import { AboutMe, Attendance } from './mine/about-me.tsx';
import { MyQuestions } from './mine/my-questions.tsx';
import { Announcements } from './now/announcements.tsx';
import { Now } from './now/now.tsx';
import { OnScreen } from './now/on-screen.tsx';
import { useScheduleChanges } from './now/use-schedule-changes.ts';

interface BoardProps {
  /** What the board stands in, and whose rows are kept where they are. */
  column: RefObject<HTMLDivElement | null>;
  slug: string;
  ordered: readonly SessionView[];
  chosen: ChosenSession;
  outgoing: OutgoingQuestions;
  enter: Joining['enter'];
  onPutBack: (session: string, text: string) => void;
}

/** Everything to read: what is on, what is on screen, my questions, all questions. The field is there before it. */
export function Board({ column, slug, ordered, chosen, outgoing, enter, onPutBack }: BoardProps) {
  useSteadyPage(column);
  useScheduleChanges(ordered);
  const event = useView((view) => view.event);
  const remote = useView((view) => view.me?.attendance) === 'remote';
  const [placeKnown] = useState(() => remembered(`attendance.${slug}`) !== null);
  return (
    <>
      <Announcements slug={slug} />
      <div className={styles.part}>
        {event && <Now event={event} ordered={ordered} />}
        {!placeKnown && <Attendance slug={slug} enter={enter} />}
        <OnScreen room={chosen.session?.room ?? null} remote={remote} />
      </div>
      <div className={styles.part}>
        <MyQuestions outgoing={outgoing} here={chosen.session?.id} onPutBack={onPutBack} />
      </div>
      <div className={styles.part}>
        <QuestionList chosen={chosen} />
      </div>
      <div className={styles.part}>
        <AboutMe slug={slug} enter={enter} />
      </div>
    </>
  );
}
