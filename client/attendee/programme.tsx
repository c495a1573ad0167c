import { useMemo } from 'react';
import type { SessionView } from '../../shared/views/view.ts';
import { useServerNow, useView } from '../connection/hooks.tsx';
import { Badge } from '../look/badge.tsx';
import { Button } from '../look/button.tsx';
import { classes } from '../look/classes.ts';
import { useText } from '../look/messages.ts';
import { Time } from '../look/time.tsx';
import { agree, cityOf, clockTime, dayName, myZone } from '../look/zones.ts';
import { endOf, inTimeOrder, startOf, takesQuestions } from '../rundown/on-now.ts';
import { attendeeMessages } from './messages.en.ts';
import styles from './programme.module.css';

/** Differences below this are nobody's business, in milliseconds. */
const noticeable = 60_000;

/** The whole programme by the event's own days; what is later than announced shows both times. */
export function Programme({ onAsk }: { onAsk: (session: string) => void }) {
  const say = useText(attendeeMessages);
  const sessions = useView((view) => view.sessions);
  const event = useView((view) => view.event);
  const now = useServerNow(60_000);
  const days = useMemo(() => byDay(inTimeOrder(sessions ?? {})), [sessions]);
  if (!event) return null;
  const mine = myZone();
  const zones = agree(now, mine, event.timezone)
    ? say('programme.zone', { city: cityOf(event.timezone) })
    : say('programme.zones', { city: cityOf(mine), venueCity: cityOf(event.timezone) });
  return (
    <section className={styles.programme} aria-labelledby="programme">
      <h2 id="programme" className={styles.heading}>
        {say('programme.heading')}
      </h2>
      <p className={styles.zones}>{zones}</p>
      {days.map(([day, rows]) => (
        <div key={day} className={styles.day}>
          <h3 className={styles.dayName}>{dayName(day)}</h3>
          <ol className={styles.list}>
            {rows.map((session) => (
              <Row key={session.id} session={session} zone={event.timezone} onAsk={onAsk} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Row({
  session,
  zone,
  onAsk,
}: {
  session: SessionView;
  zone: string;
  onAsk: (session: string) => void;
}) {
  const say = useText(attendeeMessages);
  const planned = Date.parse(session.plannedStart);
  const start = startOf(session);
  const cancelled = session.status === 'cancelled';
  const late = !cancelled && Math.abs(start - planned) >= noticeable;
  const onAir = session.status === 'onAir';
  const open =
    takesQuestions(session) && session.questions !== 'closed' && !cancelled && session.status !== 'ended';
  return (
    <li
      className={classes(styles.row, onAir && styles.onAir)}
      aria-current={onAir ? 'true' : undefined}
      data-over={session.status === 'ended' || cancelled}
    >
      <div className={styles.when}>
        {(late || cancelled) && (
          <s className={styles.planned}>
            <span className="unseen">{say('programme.planned')} </span>
            {clockTime(planned, myZone())}
          </s>
        )}
        {!cancelled && (
          <span className={classes(late && styles.expected)}>
            <Time
              at={new Date(start).toISOString()}
              until={new Date(endOf(session)).toISOString()}
              venueZone={zone}
              day={session.day}
              bare
            />
          </span>
        )}
        {late && start > planned && (
          <Badge kind="late">
            {say('programme.late', { minutes: Math.trunc((start - planned) / 60_000) })}
          </Badge>
        )}
      </div>
      <div className={styles.what}>
        <p className={styles.title}>
          {session.title} {onAir && <Badge kind="onscreen">{say('programme.now')}</Badge>}
          {cancelled && <Badge kind="danger">{say('programme.cancelled')}</Badge>}
        </p>
        {session.speakers.length > 0 && (
          <p className={styles.who}>{session.speakers.map(({ name }) => name).join(', ')}</p>
        )}
        {session.fixed && !cancelled && session.status === 'upcoming' && (
          <p className={styles.who}>{say('programme.fixed', { time: clockTime(start, myZone()) })}</p>
        )}
        {session.parts.length > 0 && (
          <ul className={styles.parts}>
            {session.parts.map((part) => (
              <li key={part.id}>
                {clockTime(Date.parse(part.startedAt ?? part.expectedStart ?? part.plannedStart), myZone())}{' '}
                {part.title}
              </li>
            ))}
          </ul>
        )}
      </div>
      {open && (
        <Button kind="quiet" onClick={() => onAsk(session.id)}>
          {say('programme.ask')}
          <span className="unseen"> {session.title}</span>
        </Button>
      )}
    </li>
  );
}

function byDay(sessions: readonly SessionView[]): [string, SessionView[]][] {
  const days = new Map<string, SessionView[]>();
  for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session]);
  return [...days].sort(([one], [other]) => one.localeCompare(other));
}
