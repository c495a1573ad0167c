import type { EventView, SessionView } from '../../shared/views/view.ts';
import { useServerNow } from '../connection/hooks.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { clockTime } from '../look/zones.ts';
import { whereWeAre } from '../stage/room-programme.ts';
import { deskMessages } from './messages.en.ts';
import css from './programme-bar.module.css';

const say = catalogue(deskMessages);

/** What can be done to a session from the desk. */
export interface SessionDeeds {
  start: (session: SessionView, part?: string, at?: string) => void;
  end: (session: SessionView, part?: string) => void;
  notYet: (session: SessionView) => void;
  reset: (session: SessionView) => void;
  mode: (session: SessionView, mode: SessionView['questionsMode']) => void;
}

/** What runs in this room and what comes next, with the one thing to do to each; a session that is due asks here. */
export function ProgrammeBar({
  event,
  programme,
  deeds,
  onOpen,
}: {
  event: EventView;
  programme: readonly SessionView[];
  deeds: SessionDeeds;
  onOpen: () => void;
}) {
  const at = useServerNow(10_000);
  const { now, next } = whereWeAre(programme, at);
  const due = programme.find((session) => session.status === 'due') ?? null;
  return (
    <section className={css.bar} aria-label={say('desk.programme')}>
      {due ? (
        <Due event={event} session={due} deeds={deeds} />
      ) : (
        <NowNext event={event} now={now} next={next} deeds={deeds} />
      )}
      <Button size="small" onClick={onOpen}>
        {say('desk.programme')}
      </Button>
    </section>
  );
}

function Due({ event, session, deeds }: { event: EventView; session: SessionView; deeds: SessionDeeds }) {
  const since = session.expectedStart ?? session.plannedStart;
  const time = clockTime(Date.parse(since), event.timezone);
  return (
    <div className={css.due} role="status">
      <p className={css.ask}>{say('programme.due', { title: session.title, time })}</p>
      <Button size="small" kind="primary" onClick={() => deeds.start(session)}>
        {say('do.startedNow')}
      </Button>
      <Button size="small" onClick={() => deeds.start(session, undefined, since)}>
        {say('do.startedAt', { time })}
      </Button>
      <Button size="small" onClick={() => deeds.notYet(session)}>
        {say('do.notYet')}
      </Button>
    </div>
  );
}

function NowNext({
  event,
  now,
  next,
  deeds,
}: {
  event: EventView;
  now: SessionView | null;
  next: SessionView | null;
  deeds: SessionDeeds;
}) {
  const time = (instant: string) => clockTime(Date.parse(instant), event.timezone);
  return (
    <>
      {now ? (
        <div className={css.item}>
          <span className={css.word}>{say('programme.now')}</span>
          <span className={css.title}>{now.title}</span>
          {now.expectedEnd !== null && <span>{say('programme.ends', { time: time(now.expectedEnd) })}</span>}
          {now.assumed && <span>{say('programme.assumed')}</span>}
          <Button size="small" onClick={() => deeds.end(now)}>
            {say('do.end')}
          </Button>
        </div>
      ) : (
        <p className={css.nothing}>{say('programme.nothing')}</p>
      )}
      {next && (
        <div className={css.item}>
          <span className={css.word}>{say('programme.next')}</span>
          <span className={css.title}>{next.title}</span>
          <span>{time(next.expectedStart ?? next.plannedStart)}</span>
          <Button size="small" onClick={() => deeds.start(next)}>
            {say('do.start')}
          </Button>
        </div>
      )}
    </>
  );
}
