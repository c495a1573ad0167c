import type { EventView, SessionView, SpeakerView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import { minutesLate, minutesOverdue, remaining, worthSaying } from './clock-text.ts';
import type { StageLook } from './look.ts';
import { stageMessages } from './messages.en.ts';
import { BottomBar, Digits, NextUp, TopLine, timeIn } from './parts.tsx';
import type { Scene } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

/** Most rows of the day that a stage shows at once, with the one that counts what is not shown. */
const rows = 8;

/** The rest of the day in its expected times, planned ones struck out where they no longer hold; what is over is out. */
export function TimelinePicture({
  scene,
  event,
  at,
}: {
  scene: Extract<Scene, { kind: 'timeline' }>;
  event: EventView;
  at: number;
}) {
  const ahead = scene.sessions.filter(({ id, status }) => status !== 'ended' || id === scene.now?.id);
  const wanted = ahead.length > 0 ? ahead : scene.sessions;
  const shown = wanted.length > rows ? wanted.slice(0, rows - 1) : wanted;
  return (
    <div className={css.safe}>
      <TopLine title={event.title}>{timeIn(event, at)}</TopLine>
      <ul className={css.timeline}>
        {shown.map((session) => (
          <TimelineRow
            key={session.id}
            event={event}
            session={session}
            now={scene.elsewhere ? session.status === 'onAir' : session.id === scene.now?.id}
            room={scene.elsewhere ? roomOf(event, session) : null}
            at={at}
          />
        ))}
        {shown.length < wanted.length && (
          <li className={css.row}>
            <span className={css.times} />
            <span>{say('stage.moreSessions', { count: wanted.length - shown.length })}</span>
            <span />
          </li>
        )}
      </ul>
      <BottomBar event={event} />
    </div>
  );
}

function TimelineRow({
  event,
  session,
  now,
  room,
  at,
}: {
  event: EventView;
  session: SessionView;
  now: boolean;
  /** Where it is, in place of who speaks; null where it is here. */
  room: string | null;
  at: number;
}) {
  const overdue = minutesOverdue(session, at);
  const late = isLate(session);
  const start = session.startedAt ?? session.expectedStart ?? session.plannedStart;
  const state = now
    ? say('stage.now')
    : session.status === 'cancelled'
      ? say('stage.cancelled')
      : overdue >= worthSaying
        ? say('stage.late', { minutes: overdue })
        : null;
  return (
    <li className={css.row} data-now={now}>
      <span className={css.times}>
        {late && <s>{timeIn(event, session.plannedStart)}</s>}
        {timeIn(event, start)}
      </span>
      <span className={css.rowTitle} dir="auto">
        {session.title}
      </span>
      <span className={css.rowAside}>
        {room !== null ? (
          inOneLine(state === null ? [room] : [room, state], ' · ')
        ) : (
          <>
            {state !== null && <span className={css.state}>{state}</span>}
            {session.status !== 'cancelled' && namesOf(session.speakers)}
          </>
        )}
      </span>
    </li>
  );
}

/** The room of a session by its name; null where it is everybody's. */
function roomOf({ rooms }: EventView, session: SessionView): string | null {
  return rooms.find(({ id }) => id === session.room)?.name ?? null;
}

/** Two people by their names, or one and how many more. */
function namesOf(speakers: readonly SpeakerView[]): string {
  const names = speakers.map(({ name }) => name);
  if (names.length <= 2) return inOneLine(names, ', ');
  return inOneLine([...names.slice(0, 1), say('stage.morePeople', { count: names.length - 1 })], ' ');
}

function isLate({ plannedStart, startedAt, expectedStart }: SessionView): boolean {
  return minutesLate(plannedStart, startedAt ?? expectedStart) >= worthSaying;
}

/** The clock of what runs, as large as the wall, over a bar that empties; past the end it counts up, and says so. */
export function TimerPicture({
  scene,
  event,
  at,
  look,
}: {
  scene: Extract<Scene, { kind: 'timer' }>;
  event: EventView;
  at: number;
  look: StageLook;
}) {
  const { countdown, now, next } = scene;
  const left = countdown && remaining(countdown.to, at, look.seconds);
  const over = left?.of === 'over' && countdown?.of !== 'start';
  return (
    <div className={css.safe}>
      <TopLine title={(countdown?.of === 'start' ? next : now)?.title ?? event.title}>
        {over ? say('stage.overTime') : countdown && say(`stage.left.${countdown.of}`)}
      </TopLine>
      <div className={css.timer} data-over={over} data-words={left?.of === 'hours' || left?.of === 'minutes'}>
        {countdown === null ? (
          timeIn(event, at)
        ) : (
          <Digits countdown={countdown} at={at} exact={look.seconds} />
        )}
        {countdown !== null && countdown.from !== null && (
          <TimeBar from={countdown.from} to={countdown.to} at={at} />
        )}
      </div>
      <BottomBar event={event}>
        <NextUp event={event} next={countdown?.of === 'start' ? null : next} at={at} />
      </BottomBar>
    </div>
  );
}

/** How much is left of a stretch of time, as a bar: full at its start, empty at its end, full of another colour past it. */
function TimeBar({ from, to, at }: { from: number; to: number; at: number }) {
  const left = to > from ? Math.min(1, Math.max(0, (to - at) / (to - from))) : 0;
  return (
    <div className={css.bar} data-over={at >= to}>
      <div style={{ inlineSize: `${(at >= to ? 1 : left) * 100}%` }} />
    </div>
  );
}
