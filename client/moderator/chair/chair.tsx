import { useMemo, useState } from 'react';
import { allows } from '../../../shared/questions/moves.ts';
import { dismissReasons } from '../../../shared/questions/question.ts';
import type { EventView, QuestionView, View } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { ConnectionBanner } from '../../look/connection-banner.tsx';
import { clockDigits, secondsUntil } from '../../look/digits.ts';
import { catalogue } from '../../look/messages.ts';
import { ClockNotice } from '../../rundown/clock-notice.tsx';
import { NoticeLine } from '../desk/notice-line.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useDeskTitle } from '../desk/use-desk-title.ts';
import { totalOf } from '../lists/rest.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { ChoiceMenu } from '../row/choice-menu.tsx';
import css from './chair.module.css';
import { ChairAside } from './chair-aside.tsx';
import { ChairNext } from './chair-next.tsx';
import { ChairScreen } from './chair-screen.tsx';
import { usePages } from './use-pages.ts';

const say = catalogue(deskMessages);

/** For whoever chairs: what is on screen, what comes next, the time, one line, three things to do; the rest a swipe away. */
export function Chair({
  view,
  event,
  room,
  onDesk,
}: {
  view: View;
  event: EventView;
  room: string;
  onDesk: () => void;
}) {
  const { connection, commands, actions, watched, showing } = useDesk(view, room);
  const { all, active, onScreen, upNext } = watched;
  const [first] = upNext;
  const waiting = useMemo(() => all.filter(({ status }) => status === 'inReview'), [all]);
  const [declining, setDeclining] = useState<QuestionView | null>(null);
  const { pages, isAside, onScroll, turn } = usePages();
  const canAnswer = onScreen !== null && allows('answer', onScreen.status);
  const count = totalOf(view, 'all', 'waiting') ?? waiting.length;
  useDeskTitle('chair', view, room, count);
  const decline = (why: string) => {
    if (declining) actions.question.dismiss([declining], why);
    setDeclining(null);
  };
  return (
    <main className={css.chair} data-density="comfortable" data-stale={connection === 'stale'}>
      <ConnectionBanner over />
      <header className={css.head}>
        <h1 className="unseen">{say('chair.title', { title: event.title })}</h1>
        <p className={css.session}>{active?.title ?? event.title}</p>
        <Timer end={active?.status === 'onAir' ? active.expectedEnd : null} />
        <Button aria-expanded={isAside} onClick={turn}>
          {isAside ? say('chair.back') : say('chair.review', { count })}
        </Button>
      </header>
      <div ref={pages} className={css.pages} onScroll={onScroll}>
        <div className={css.page}>
          <ChairScreen watched={watched} />
          <ChairNext
            watched={watched}
            balance={view.balance}
            onQueue={(question) => actions.question.upNext(question, upNext.length + 1)}
            onLater={actions.question.upNextOut}
            onDecline={setDeclining}
          />
        </div>
        <div className={css.page}>
          <ChairAside
            waiting={waiting}
            count={count}
            session={active}
            actions={actions.session}
            onApprove={(question) => actions.question.approve([question])}
            onDecline={setDeclining}
            onDesk={onDesk}
          />
        </div>
      </div>
      <div className={css.line}>
        <ClockNotice event={event} />
        <NoticeLine notice={commands.notice} onUndo={commands.undo} onGone={commands.dismiss} />
      </div>
      <footer className={css.actions}>
        <Button
          kind="live"
          size="bar"
          aria-keyshortcuts="T"
          aria-disabled={first === undefined || undefined}
          onClick={showing.takeNext}
        >
          {say('do.takeNext')}
        </Button>
        <Button
          kind="primary"
          size="bar"
          disabled={!canAnswer}
          onClick={() => onScreen && actions.question.answered(onScreen)}
        >
          {say('do.answered')}
        </Button>
        <Button
          size="bar"
          disabled={first === undefined}
          onClick={() => first && actions.question.upNextOut(first)}
        >
          {say('chair.later')}
        </Button>
      </footer>
      {declining && (
        <ChoiceMenu
          title={say('why.title')}
          question={null}
          choices={dismissReasons.map((reason) => ({ id: reason, name: say(`why.${reason}`) }))}
          choicesFirst
          onClose={() => setDeclining(null)}
          onChoose={decline}
        />
      )}
    </main>
  );
}

/** What is left of the session; past its end, by how much it is over. */
function Timer({ end }: { end: string | null }) {
  const at = useServerNow(500);
  if (end === null) return null;
  const left = secondsUntil(Date.parse(end), at);
  return (
    <p className={css.timer} data-over={left < 0} role="timer">
      {say(left < 0 ? 'qa.over' : 'qa.left', { time: clockDigits(left) })}
    </p>
  );
}
