import type { EventView, SessionView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { minutesLate, minutesOverdue, remaining, worthSaying } from './clock-text.ts';
import { stageMessages } from './messages.en.ts';
import { BottomBar, Digits, NextUp, timeIn } from './parts.tsx';
import type { Scene } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

/** Most rows of the day that a stage shows at once: those around now. */
const rows = 8;

/** The day's programme in its expected times, the planned ones struck out where they no longer hold. */
export function TimelinePicture({
  scene,
  event,
  at,
}: {
  scene: Extract<Scene, { kind: 'timeline' }>;
  event: EventView;
  at: number;
}) {
  const current = scene.sessions.findIndex(
    ({ id, status }) => id === scene.now?.id || status === 'upcoming' || status === 'due',
  );
  const from = Math.max(0, Math.min(current - 1, scene.sessions.length - rows));
  const shown = scene.sessions.slice(from, from + rows);
  return (
    <div className={css.safe}>
      <div className={css.top}>
        <span className={css.topTitle} dir="auto">
          {event.title}
        </span>
        <span>{timeIn(event, at)}</span>
      </div>
      <ul className={css.timeline} data-late={shown.some(isLate)}>
        {shown.map((session) => (
          <TimelineRow
            key={session.id}
            event={event}
            session={session}
            now={session.id === scene.now?.id}
            at={at}
          />
        ))}
      </ul>
      <BottomBar event={event} />
    </div>
  );
}

function TimelineRow({
  event,
  session,
  now,
  at,
}: {
  event: EventView;
  session: SessionView;
  now: boolean;
  at: number;
}) {
  const overdue = minutesOverdue(session, at);
  const late = isLate(session);
  const start = session.startedAt ?? session.expectedStart ?? session.plannedStart;
  const state = now
    ? say('stage.now')
    : session.status === 'ended'
      ? say('stage.ended')
      : session.status === 'cancelled'
        ? say('stage.cancelled')
        : overdue >= worthSaying
          ? say('stage.late', { minutes: overdue })
          : '';
  return (
    <li className={css.row} data-now={now}>
      <span>
        {late && <s>{timeIn(event, session.plannedStart)}</s>}
        {timeIn(event, start)}
      </span>
      <span className={css.rowTitle} dir="auto">
        {session.title}
      </span>
      <span className={css.state}>{state}</span>
    </li>
  );
}

function isLate({ plannedStart, startedAt, expectedStart }: SessionView): boolean {
  return minutesLate(plannedStart, startedAt ?? expectedStart) >= worthSaying;
}

/** The clock of what runs, as large as the wall. */
export function TimerPicture({
  scene,
  event,
  at,
}: {
  scene: Extract<Scene, { kind: 'timer' }>;
  event: EventView;
  at: number;
}) {
  const { countdown, now, next } = scene;
  const label =
    countdown &&
    { questions: say('stage.questions'), session: say('stage.left'), start: say('stage.startsIn') }[
      countdown.of
    ];
  const left = countdown && remaining(countdown.to, at);
  return (
    <div className={css.safe}>
      <div className={css.top}>
        <span className={css.topTitle} dir="auto">
          {(countdown?.of === 'start' ? next : now)?.title ?? event.title}
        </span>
        <span>{label}</span>
      </div>
      <div
        className={css.timer}
        data-over={left?.of === 'over'}
        data-words={left !== null && left.of !== 'seconds'}
      >
        {countdown ? <Digits to={countdown.to} at={at} /> : timeIn(event, at)}
      </div>
      <BottomBar event={event}>
        <NextUp event={event} next={countdown?.of === 'start' ? null : next} at={at} />
      </BottomBar>
    </div>
  );
}
