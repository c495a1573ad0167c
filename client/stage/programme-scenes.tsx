import { useLayoutEffect, useRef, useState } from 'react';
import type { EventView, RoomView, SessionView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { minutesLate, remaining, worthSaying } from './clock-text.ts';
import { stageMessages } from './messages.en.ts';
import { BottomBar, Digits, NextUp, timeIn } from './parts.tsx';
import type { Scene } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

/** Most rows of the day that a stage shows at once: those around now. */
const rows = 8;

/** The steps of the test card's ramp, in percent of white. */
const greys = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

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
  return (
    <div className={css.safe}>
      <div className={css.top}>
        <span className={css.topTitle}>{event.title}</span>
        <span>{timeIn(event, at)}</span>
      </div>
      <ul className={css.timeline}>
        {scene.sessions.slice(from, from + rows).map((session) => (
          <TimelineRow key={session.id} event={event} session={session} now={session.id === scene.now?.id} />
        ))}
      </ul>
      <BottomBar event={event} />
    </div>
  );
}

function TimelineRow({ event, session, now }: { event: EventView; session: SessionView; now: boolean }) {
  const late = minutesLate(session.plannedStart, session.startedAt ?? session.expectedStart) >= worthSaying;
  const start = session.startedAt ?? session.expectedStart ?? session.plannedStart;
  const state = now
    ? say('stage.now')
    : session.status === 'ended'
      ? say('stage.ended')
      : session.status === 'cancelled'
        ? say('stage.cancelled')
        : '';
  return (
    <li className={css.row} data-now={now}>
      <span>
        {late && <s>{timeIn(event, session.plannedStart)}</s>}
        {timeIn(event, start)}
      </span>
      <span className={css.rowTitle}>{session.title}</span>
      <span className={css.state}>{state}</span>
    </li>
  );
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
        <span className={css.topTitle}>{(countdown?.of === 'start' ? next : now)?.title ?? event.title}</span>
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
        <NextUp event={event} next={countdown?.of === 'start' ? null : next} />
      </BottomBar>
    </div>
  );
}

/** For whoever sets up the projector: edges, safe area, greys, single pixels, and which room this is. */
export function TestPicture({ event, room }: { event: EventView; room: RoomView | null }) {
  const card = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!card.current) return;
    const ratio = globalThis.devicePixelRatio || 1;
    setSize({
      width: Math.round(card.current.clientWidth * ratio),
      height: Math.round(card.current.clientHeight * ratio),
    });
  }, []);
  return (
    <div ref={card} className={css.test}>
      <div className={css.testSafe}>
        <div className={css.label}>{event.title}</div>
        <div className={css.title}>{room?.name ?? say('stage.test')}</div>
        <div className={css.nextTitle}>
          {say('stage.testSize', { width: String(size.width), height: String(size.height) })}
        </div>
        <div className={css.ramp}>
          {greys.map((grey) => (
            <div key={grey} style={{ background: `hsl(0 0% ${grey}%)` }} />
          ))}
        </div>
        <div className={css.lines} />
        <div className={css.label}>{say('stage.testSafe')}</div>
      </div>
    </div>
  );
}
