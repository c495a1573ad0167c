import { onNow } from '../../../shared/rundown/on-now.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { clockDigits, minutesUntil, secondsUntil } from '../../look/digits.ts';
import { useText } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { dayIn, dayName } from '../../look/zones.ts';
import { lastCallEnds } from '../../rundown/last-call.ts';
import { dayLateness } from '../../rundown/lateness.ts';
import { endOf, startOf } from '../../rundown/on-now.ts';
import { boardMessages } from '../messages/board.en.ts';
import { BothTimes } from './both-times.tsx';
import { isRest } from './rest.ts';
import styles from './talk-head.module.css';

/** From how many minutes on a time ahead is told in hours. */
const inHours = 120;

interface FactsProps {
  session: SessionView;
  event: EventView;
  ordered: readonly SessionView[];
  now: number;
}

/** How a session stands: whether it takes questions, how long it runs, until when, by how much it is late. */
export function SessionFacts({ session, event, ordered, now }: FactsProps) {
  const say = useText(boardMessages);
  const zone = useMyZone();
  const room = event.rooms.length > 1 && event.rooms.find(({ id }) => id === session.room)?.name;
  const start = startOf(session);
  const end = endOf(session);
  const at = (instant: number) => (
    <BothTimes at={instant} venueZone={event.timezone} day={session.day} now={now} />
  );
  const where = room && <bdi>{room}</bdi>;
  switch (session.status) {
    case 'onAir': {
      const seconds = secondsUntil(end, now);
      const minutes = Math.abs(minutesUntil(end, now));
      return (
        <>
          <Window session={session} event={event} now={now} />
          {where}
          <span className={seconds <= 0 ? styles.late : undefined}>
            {seconds > 0
              ? say('now.left', { minutes: seconds < 60 ? 0 : minutes })
              : say('now.over', { minutes })}
          </span>
          <span>
            {say('now.untilWord')} {at(end)}
          </span>
          <Late session={session} now={now} />
          {isRest(session) && <Next ordered={ordered} />}
        </>
      );
    }
    case 'due':
      return (
        <>
          <span className={styles.late}>{say('now.due')}</span>
          {where}
          {at(start)}
          <Late session={session} now={now} />
        </>
      );
    case 'upcoming': {
      const today = dayIn(start, zone) === dayIn(now, zone);
      const minutes = Math.max(0, minutesUntil(start, now));
      const first = ordered.every(({ status }) => status === 'upcoming' || status === 'cancelled');
      return (
        <>
          <span>
            {today
              ? minutes < inHours
                ? say('now.startsIn', { minutes })
                : say('now.startsInHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
              : say('now.starts', { day: dayName(dayIn(start, zone)) })}
          </span>
          {where}
          {at(start)}
          <Late session={session} now={now} />
          {first && event.policy.askBefore !== false && <span>{say('now.askEarly')}</span>}
        </>
      );
    }
    default:
      return (
        <>
          <span>{say('now.ended')}</span>
          <Window session={session} event={event} now={now} />
        </>
      );
  }
}

/** Whether questions are taken; in a last call how long still, for somebody where they are. */
function Window({ session, event, now }: { session: SessionView; event: EventView; now: number }) {
  const say = useText(boardMessages);
  const attendance = useView((view) => view.me?.attendance) ?? 'remote';
  if (isRest(session)) return <span>{say('now.break')}</span>;
  const ends = lastCallEnds(session, event.policy, attendance);
  const left = ends === null ? 0 : secondsUntil(ends, now);
  if (session.questions === 'open') return <strong className={styles.taking}>{say('questions.open')}</strong>;
  return left > 0 ? (
    <strong className={styles.late}>{say('questions.lastCallFor', { time: clockDigits(left) })}</strong>
  ) : (
    <strong>{say('questions.closed')}</strong>
  );
}

function Late({ session, now }: { session: SessionView; now: number }) {
  const say = useText(boardMessages);
  const { of, minutes } = dayLateness(session, now);
  if (of === 'onTime' || (session.status === 'onAir' && endOf(session) < now)) return null;
  return <span className={styles.late}>{say(of === 'about' ? 'now.about' : 'now.late', { minutes })}</span>;
}

/** What comes after a break. */
function Next({ ordered }: { ordered: readonly SessionView[] }) {
  const say = useText(boardMessages);
  const { next } = onNow(ordered);
  return next && <span>{say('now.next', { title: next.title })}</span>;
}
