import star from 'lucide-static/icons/star.svg';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { classes } from '../../look/classes.ts';
import { Icon } from '../../look/icon.tsx';
import { useText } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { inOneLine, isolated } from '../../look/written.ts';
import { clockTime } from '../../look/zones.ts';
import { startOf } from '../../rundown/on-now.ts';
import { programmeMessages } from '../messages/programme.en.ts';
import styles from './programme.module.css';
import { SessionTime } from './session-time.tsx';

/** One session of the programme: when, what, by whom and where, with its parts, and the way to ask about it. */
export function SessionRow({
  session,
  event,
  at,
  next,
  starred,
  day,
  onStar,
  onOpen,
  onAsk,
}: {
  session: SessionView;
  event: EventView;
  at: number;
  next: boolean;
  starred: boolean;
  /** The day that its list stands under, for the reader. */
  day: string;
  onStar: (session: string) => void;
  onOpen: (session: string) => void;
  onAsk: (session: string) => void;
}) {
  const say = useText(programmeMessages);
  const zone = useMyZone();
  const cancelled = session.status === 'cancelled';
  const onAir = session.status === 'onAir';
  const over = session.status === 'ended' || cancelled;
  const open = takesQuestions(session) && session.questions !== 'closed' && !over && !event.closed;
  const room = event.rooms.length > 1 && event.rooms.find(({ id }) => id === session.room)?.name;
  return (
    <li
      className={classes(styles.row, onAir && styles.onAir)}
      aria-current={onAir ? 'true' : undefined}
      data-over={over}
      data-next={next || undefined}
    >
      <SessionTime session={session} event={event} at={at} day={day} />
      <div className={styles.what}>
        <p className={styles.title} dir="auto">
          <button
            type="button"
            className={styles.open}
            aria-haspopup="dialog"
            onClick={() => onOpen(session.id)}
          >
            <bdi>{session.title}</bdi>
          </button>{' '}
          <StatusMark status={session.status} next={next} />
        </p>
        {(session.speakers.length > 0 || room) && (
          <p className={styles.who} dir="auto">
            {inOneLine([...session.speakers.map(({ name }) => name), ...(room ? [room] : [])])}
          </p>
        )}
        {session.fixed && session.status === 'upcoming' && (
          <p className={styles.who}>{say('programme.fixed', { time: clockTime(startOf(session), zone) })}</p>
        )}
        {session.parts.length > 0 && (
          <ul className={styles.parts}>
            {session.parts.map((part) => (
              <li key={part.id}>
                {clockTime(Date.parse(part.startedAt ?? part.expectedStart ?? part.plannedStart), zone)}{' '}
                <bdi>{part.title}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      {open && (
        <Button kind="quiet" className={styles.ask} onClick={() => onAsk(session.id)}>
          {say('programme.ask')}
          <span className="unseen"> {isolated(session.title)}</span>
        </Button>
      )}
      <button
        type="button"
        className={styles.star}
        aria-pressed={starred}
        aria-label={say('programme.star', { title: session.title })}
        onClick={() => onStar(session.id)}
      >
        <Icon of={star} />
      </button>
    </li>
  );
}

/** How far a session is, in a word; nothing for one that is still to come and not the next. */
function StatusMark({ status, next }: { status: SessionView['status']; next: boolean }) {
  const say = useText(programmeMessages);
  switch (status) {
    case 'upcoming':
      return next && <Badge>{say('programme.next')}</Badge>;
    case 'due':
      return <Badge kind="late">{say('programme.due')}</Badge>;
    case 'onAir':
      return <Badge kind="now">{say('programme.now')}</Badge>;
    case 'ended':
      return <span className={styles.state}>{say('programme.ended')}</span>;
    case 'cancelled':
      return <Badge kind="danger">{say('programme.cancelled')}</Badge>;
  }
}
