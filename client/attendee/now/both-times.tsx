import { cityOf } from '../../look/cities.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { agree, clockTime, dayIn, daysBetween } from '../../look/zones.ts';
import styles from './talk-head.module.css';

/** An instant (epoch ms) in my zone, and in brackets the venue's with its city where that is another. */
export function BothTimes({ at, venueZone, day }: { at: number; venueZone: string; day: string }) {
  const zone = useMyZone();
  const off = daysBetween(day, dayIn(at, zone));
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
