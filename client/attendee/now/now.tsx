import { onNow } from '../../../shared/rundown/on-now.ts';
import type { EventView, SessionView, SpeakerView } from '../../../shared/views/view.ts';
import { useServerNow, useView } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { classes } from '../../look/classes.ts';
import { clockDigits, minutesUntil, secondsUntil } from '../../look/digits.ts';
import { useText } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { Time } from '../../look/time.tsx';
import { inOneLine } from '../../look/written.ts';
import { dayIn, dayName } from '../../look/zones.ts';
import { lastCallEnds } from '../../rundown/last-call.ts';
import { startLateness } from '../../rundown/lateness.ts';
import { endOf, startOf } from '../../rundown/on-now.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './now.module.css';

/** What is on in each room, how long it still runs, and what comes next. */
export function Now({ event, ordered }: { event: EventView; ordered: readonly SessionView[] }) {
  const say = useText(boardMessages);
  const { now, next } = onNow(ordered);
  const rooms = new Map(event.rooms.map((room) => [room.id, room.name]));
  const roomOf = (session: SessionView) =>
    rooms.size > 1 && session.room ? (rooms.get(session.room) ?? null) : null;
  return (
    <section aria-labelledby="now-heading" className={styles.now}>
      <h2 id="now-heading" className="unseen">
        {say('now.heading')}
      </h2>
      {now.map((session) => (
        <NowCard key={session.id} session={session} event={event} room={roomOf(session)} />
      ))}
      {now.length === 0 && <Quiet event={event} ordered={ordered} />}
      {next && (
        <div className={styles.next}>
          <h3 className={styles.nextWord}>{say('next.heading')}</h3>
          <p className={styles.nextTitle}>
            <bdi>{next.title}</bdi> {roomOf(next) && <Badge written>{roomOf(next)}</Badge>}
          </p>
          <p className={styles.nextTime}>
            <NextTime event={event} next={next} />
          </p>
        </div>
      )}
    </section>
  );
}

/** When the next one starts, and how much later than announced. */
function NextTime({ event, next }: { event: EventView; next: SessionView }) {
  const say = useText(boardMessages);
  const at = useServerNow(60_000);
  const { of, minutes, shown } = startLateness(next, at);
  return (
    <>
      <Time at={new Date(shown).toISOString()} venueZone={event.timezone} day={next.day} />{' '}
      {of !== 'onTime' && (
        <Badge kind="late">{say(of === 'about' ? 'status.about' : 'status.late', { minutes })}</Badge>
      )}
    </>
  );
}

function NowCard({ session, event, room }: { session: SessionView; event: EventView; room: string | null }) {
  const say = useText(boardMessages);
  const now = useServerNow(1_000);
  const start = startOf(session);
  const end = endOf(session);
  const seconds = secondsUntil(end, now);
  const minutes = Math.abs(minutesUntil(end, now));
  const due = session.status === 'due';
  const words = due
    ? say('now.dueSince')
    : seconds > 0
      ? say('now.endsIn', { minutes: seconds < 60 ? 0 : minutes })
      : say('now.over', { minutes });
  return (
    <article className={styles.card}>
      <h3 className={styles.title} dir="auto">
        {session.title}
      </h3>
      <Speakers speakers={session.speakers} />
      {session.parts.length > 0 && <Part session={session} now={now} />}
      <div className={styles.facts}>
        {room && <Badge written>{room}</Badge>}
        <QuestionsBadge session={session} event={event} />
      </div>
      {!due && (
        <progress
          className={styles.progress}
          max={1}
          value={Math.min(1, Math.max(0, (now - start) / (end - start)))}
          aria-label={say('now.progress')}
        />
      )}
      <p className={classes(styles.times, !due && end < now && styles.overtime)}>
        <strong>{words}</strong>
        <Time
          at={new Date(start).toISOString()}
          until={new Date(end).toISOString()}
          venueZone={event.timezone}
          day={session.day}
        />
      </p>
    </article>
  );
}

function Speakers({ speakers }: { speakers: readonly SpeakerView[] }) {
  const say = useText(boardMessages);
  if (speakers.length === 0) return null;
  return (
    <ul className={styles.speakers}>
      {speakers.map(({ id, name, affiliation, remote }) => (
        <li key={id}>
          <strong dir="auto">{remote ? say('now.remoteSpeaker', { name }) : name}</strong>
          {affiliation && <bdi>{affiliation}</bdi>}
        </li>
      ))}
    </ul>
  );
}

function Part({ session, now }: { session: SessionView; now: number }) {
  const part =
    session.parts.find((each) => each.startedAt && !each.endedAt) ??
    session.parts.find((each) => startOf(each) <= now && now < endOf(each));
  if (!part) return null;
  return (
    <p className={styles.part} dir="auto">
      <bdi>{part.title}</bdi>
      {part.speakers.length > 0 && <span> · {inOneLine(part.speakers.map(({ name }) => name))}</span>}
    </p>
  );
}

function QuestionsBadge({ session, event }: { session: SessionView; event: EventView }) {
  const say = useText(boardMessages);
  if (session.kind === 'break' || session.kind === 'social') return null;
  if (session.questions === 'lastCall') return <LastCall session={session} event={event} />;
  const kind = { open: 'ok', closed: 'neutral' } as const;
  return <Badge kind={kind[session.questions]}>{say(`questions.${session.questions}`)}</Badge>;
}

/** How long questions are still taken of somebody where they are. */
function LastCall({ session, event }: { session: SessionView; event: EventView }) {
  const say = useText(boardMessages);
  const attendance = useView((view) => view.me?.attendance) ?? 'remote';
  const ends = lastCallEnds(session, event.policy, attendance);
  const at = useServerNow(1_000);
  const left = ends === null ? 0 : secondsUntil(ends, at);
  return (
    <Badge kind={left > 0 ? 'late' : 'neutral'}>
      {left > 0 ? say('questions.lastCallFor', { time: clockDigits(left) }) : say('questions.closed')}
    </Badge>
  );
}

/** Nothing is on: before the day, between two sessions, after the last. */
function Quiet({ event, ordered }: { event: EventView; ordered: readonly SessionView[] }) {
  const say = useText(boardMessages);
  const now = useServerNow(5_000);
  const over =
    ordered.length > 0 && ordered.every(({ status }) => status === 'ended' || status === 'cancelled');
  const before = ordered.every(({ status }) => status === 'upcoming' || status === 'cancelled');
  const first = ordered.find(({ status }) => status === 'upcoming');
  const zone = useMyZone();
  return (
    <article className={styles.card}>
      <h3 className={styles.title} dir="auto">
        {event.title}
      </h3>
      {over && (
        <p>{say('now.eventOver', { asked: event.counters.asked, answered: event.counters.answered })}</p>
      )}
      {!over && before && first && (
        <>
          <p className={styles.times}>
            <strong>{say('now.eventBefore', { day: dayName(dayIn(startOf(first), zone)) })}</strong>
            <Time at={new Date(startOf(first)).toISOString()} venueZone={event.timezone} />
          </p>
          {event.policy.askBefore !== false && <p>{say('now.askEarly')}</p>}
        </>
      )}
      {!over && !before && (
        <p>
          {first
            ? say('now.startsIn', { minutes: Math.max(0, minutesUntil(startOf(first), now)) })
            : say('now.nothing')}
        </p>
      )}
    </article>
  );
}
