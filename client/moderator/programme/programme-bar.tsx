import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import { nextStep, type Step } from '../../../shared/views/next-step.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { clockTime } from '../../look/zones.ts';
import { minutesLate } from '../../stage/clock-text.ts';
import { partOnAir } from '../../stage/room-programme.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { heldWords } from './held-words.ts';
import { MinuteButtons } from './minute-buttons.tsx';
import css from './programme-bar.module.css';

const say = catalogue(timelineMessages);

/** What runs in this room and what comes next, with the one thing to do to each; a session that is due asks here once. */
export function ProgrammeBar({
  event,
  programme,
  actions,
}: {
  event: EventView;
  programme: readonly SessionView[];
  actions: SessionActions;
}) {
  const { now, next } = whereWeAre(programme);
  const due = next?.status === 'due' ? next : null;
  const held = heldWords(programme);
  return (
    <section className={css.bar} aria-label={say('programme.heading')}>
      {(due === null || now !== null) && <OnAir event={event} session={now} actions={actions} />}
      {due ? (
        <Due event={event} session={due} actions={actions} />
      ) : (
        <Next event={event} step={nextStep(programme)} actions={actions} />
      )}
      {held !== null && (
        <Button size="small" kind="primary" onClick={actions.tell} title={held}>
          {say('tell.do')}
        </Button>
      )}
    </section>
  );
}

function Due({
  event,
  session,
  actions,
}: {
  event: EventView;
  session: SessionView;
  actions: SessionActions;
}) {
  const since = session.dueSince ?? session.expectedStart ?? session.plannedStart;
  const time = clockTime(Date.parse(since), event.timezone);
  const [first = null] = session.parts;
  const minutes = minutesLate(session.plannedStart, session.expectedStart);
  const { title } = session;
  return (
    <div className={css.due} role="status">
      <p className={css.ask}>
        {session.notYet ? say('due.waits', { title, minutes }) : say('due.ask', { title, time })}
      </p>
      <Button size="small" kind="primary" onClick={() => actions.start(session, first)}>
        {say('due.now')}
      </Button>
      {!session.notYet && (
        <>
          <Button size="small" onClick={() => actions.began(session, since, time, first)}>
            {say('due.at', { time })}
          </Button>
          <Button size="small" onClick={() => actions.notYet(session)}>
            {say('due.notYet')}
          </Button>
        </>
      )}
    </div>
  );
}

function OnAir({
  event,
  session,
  actions,
}: {
  event: EventView;
  session: SessionView | null;
  actions: SessionActions;
}) {
  if (session === null) return <p className={css.nothing}>{say('now.nothing')}</p>;
  const part = partOnAir(session);
  return (
    <div className={css.item}>
      <span className={css.word}>{say('now.word')}</span>
      <span className={css.title} dir="auto" title={isolated(session.title)}>
        {part?.title ?? session.title}
      </span>
      {session.expectedEnd !== null && (
        <span>{say('now.ends', { time: clockTime(Date.parse(session.expectedEnd), event.timezone) })}</span>
      )}
      {(session.cut ?? 0) > 0 && (
        <span className={css.assumed}>{say('now.cut', { minutes: session.cut ?? 0 })}</span>
      )}
      {session.assumed && <span className={css.assumed}>{say('now.assumed')}</span>}
      <MinuteButtons
        of="length"
        title={session.title}
        steps={[-1, 1, 5]}
        onStep={(minutes) => actions.extend(session, minutes)}
      />
      <Button size="small" onClick={() => actions.end(session)}>
        {say('do.end')}
      </Button>
    </div>
  );
}

function Next({ event, step, actions }: { event: EventView; step: Step | null; actions: SessionActions }) {
  if (step === null) return <p className={css.nothing}>{say('next.nothing')}</p>;
  const { session, part, ends } = step;
  const title = part && session.status === 'onAir' ? part.title : session.title;
  const start =
    part && session.status === 'onAir'
      ? (part.expectedStart ?? part.plannedStart)
      : (session.expectedStart ?? session.plannedStart);
  const words = ends ? say('next.endsStarts', { ends: ends.title, title }) : say('next.starts', { title });
  return (
    <div className={css.item} data-next="true">
      <span className={css.word}>
        {say('next.word', { time: clockTime(Date.parse(start), event.timezone) })}
      </span>
      <span className={css.title} dir="auto" title={isolated(title)}>
        {title}
      </span>
      <Button size="small" aria-label={words} title={words} onClick={() => actions.start(session, part)}>
        {say('next.do')}
      </Button>
    </div>
  );
}
