import { allows } from '../../../shared/questions/moves.ts';
import type { EventView, QuestionView, View } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { ConnectionBanner } from '../../look/connection-banner.tsx';
import { clockDigits, secondsUntil } from '../../look/digits.ts';
import { catalogue } from '../../look/messages.ts';
import { ClockNotice } from '../../rundown/clock-notice.tsx';
import { NoticeLine } from '../desk/notice-line.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { totalOf } from '../lists/rest.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import { displayStatus } from '../screen/display-status.ts';
import css from './chair.module.css';

const say = catalogue(deskMessages);

/** How many questions of Up next a chair sees. */
const seen = 3;

/** For whoever chairs: what is on screen, what comes next, the time, one line, three things to do. Nothing else. */
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
  const { active, onScreen, upNext } = watched;
  const [first] = upNext;
  const waiting = totalOf(view, 'all', 'waiting') ?? 0;
  const canAnswer = onScreen !== null && allows('answer', onScreen.status);
  return (
    <main className={css.chair} data-stale={connection === 'stale'}>
      <ConnectionBanner over />
      <header className={css.head}>
        <h1 className="unseen">{say('chair.title', { title: event.title })}</h1>
        <div className={css.about}>
          <p className={css.session}>{active?.title ?? event.title}</p>
          <Button size="small" kind="quiet" onClick={onDesk}>
            {say('chair.desk')}
            {' · '}
            {say('chair.waiting', { count: waiting })}
          </Button>
        </div>
        <Timer end={active?.status === 'onAir' ? active.expectedEnd : null} />
      </header>
      <section className={css.screen} aria-labelledby="chair-screen" data-live={onScreen !== null}>
        <h2 id="chair-screen" className={css.title}>
          {say('screen.title')}
          <Confirmed desk={watched} />
        </h2>
        {onScreen === null ? (
          <p className={css.nothing}>{say('chair.nothing')}</p>
        ) : (
          <Question question={onScreen} className={css.now} />
        )}
      </section>
      <section className={css.next} aria-labelledby="chair-next">
        <h2 id="chair-next" className={css.title}>
          {say('chair.upNext')}
        </h2>
        {upNext.length === 0 && <p className={css.nothing}>{say('chair.none')}</p>}
        <ol className={css.upNext}>
          {upNext.slice(0, seen).map((question) => (
            <li key={question.id}>
              <Question question={question} className={css.upNextQuestion} />
            </li>
          ))}
        </ol>
      </section>
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
          {say('do.skip')}
        </Button>
      </footer>
    </main>
  );
}

function Question({ question, className }: { question: QuestionView; className: string | undefined }) {
  return (
    <div className={className}>
      <p dir="auto">{textOf(question)}</p>
      <p className={css.facts}>
        {question.n !== null && <strong>#{question.n}</strong>}
        <Badge kind={question.attendance === 'remote' ? 'remote' : 'room'}>
          {question.attendance === 'remote' ? say('row.remote') : say('row.room')}
        </Badge>
        {question.author && <span>{question.author.name}</span>}
        {question.status === 'answered' && <span>{say('screen.answered')}</span>}
      </p>
    </div>
  );
}

/** What is left of the session, large; past its end, by how much it is over. */
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

/** A word only where the room may not see what this says. */
function Confirmed({ desk: { displays, stage } }: { desk: ReturnType<typeof useDesk>['watched'] }) {
  const at = useServerNow(1_000);
  const { total, confirmed, late, missing } = displayStatus(displays, stage, at);
  if (stage?.black) return <span className={css.trouble}>{say('screen.black')}</span>;
  if (total === 0) return <span className={css.trouble}>{say('screen.noneShort')}</span>;
  if (missing > 0)
    return <span className={css.trouble}>{say('screen.missing', { count: missing, total })}</span>;
  return late && confirmed < total ? <span className={css.trouble}>{say('screen.late')}</span> : null;
}
