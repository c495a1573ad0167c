import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { classes } from '../../look/classes.ts';
import { useText } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { Time } from '../../look/time.tsx';
import { clockTime } from '../../look/zones.ts';
import { type Lateness, startLateness } from '../../rundown/lateness.ts';
import { endOf } from '../../rundown/on-now.ts';
import { programmeMessages } from '../messages/programme.en.ts';
import styles from './programme.module.css';

/**
 * The time to read, the planned one struck through where it no longer holds, and by how much in words. A time on another
 * day than `day` (`YYYY-MM-DD`) says so.
 */
export function SessionTime(props: { session: SessionView; event: EventView; at: number; day: string }) {
  const { session, event, at, day } = props;
  const say = useText(programmeMessages);
  const zone = useMyZone();
  const cancelled = session.status === 'cancelled';
  const lateness = startLateness(session, at);
  const moved = lateness.of === 'late' && lateness.shown > Date.parse(session.plannedStart);
  return (
    <div className={styles.when}>
      {(moved || cancelled) && (
        <s className={styles.planned}>
          <span className="unseen">{say('programme.planned')} </span>
          {clockTime(Date.parse(session.plannedStart), zone)}
        </s>
      )}
      {!cancelled && (
        <span className={classes(moved && styles.expected)}>
          <Time
            at={new Date(lateness.shown).toISOString()}
            until={new Date(Math.max(endOf(session), lateness.shown)).toISOString()}
            venueZone={event.timezone}
            day={day}
            bare
          />
        </span>
      )}
      <LateWords lateness={lateness} session={session} />
    </div>
  );
}

function LateWords({ lateness, session }: { lateness: Lateness; session: SessionView }) {
  const say = useText(programmeMessages);
  if (lateness.of === 'onTime' || session.status === 'ended') return null;
  return (
    <Badge kind="late">
      {say(lateness.of === 'about' ? 'late.about' : 'late.minutes', { minutes: lateness.minutes })}
    </Badge>
  );
}
