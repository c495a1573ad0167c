import { cityOf } from '../../look/cities.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { agree, clockTime, dayIn, daysBetween } from '../../look/zones.ts';
import styles from './talk-head.module.css';

/**
 * An instant (epoch ms) in my zone, and in brackets the venue's with its city where that is another. Where I am on another
 * calendar day then than the event's `day` it says so, unless that is my day by `now`.
 */
export function BothTimes(props: { at: number; venueZone: string; day: string; now: number }) {
  const { at, venueZone, day, now } = props;
  const zone = useMyZone();
  const mine = dayIn(at, zone);
  const off = mine === dayIn(now, zone) ? 0 : daysBetween(day, mine);
  return (
    <time dateTime={new Date(at).toISOString()} className={styles.time}>
      {clockTime(at, zone)}
      {off !== 0 && Math.abs(off) <= 1 && ` ${off > 0 ? '+' : '−'}1`}
      {!agree(at, zone, venueZone) && (
        <span className={styles.venue}>
          {' '}
          ({clockTime(at, venueZone)} {cityOf(venueZone)})
        </span>
      )}
    </time>
  );
}
