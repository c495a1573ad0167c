import { lookMessages } from './messages.en.ts';
import { catalogue } from './messages.ts';
import styles from './time.module.css';
import { agree, cityOf, clockTime, dayIn, daysBetween, myZone } from './zones.ts';

const say = catalogue(lookMessages);

/**
 * An instant in the reader's zone with the venue's beside it, each named by its city; one where they agree. With
 * `day` (the event's own, `YYYY-MM-DD`) a time on another calendar day says so. `until` makes it a span.
 */
export function Time(props: {
  at: string;
  until?: string | null;
  venueZone: string;
  day?: string;
  zone?: string;
  seconds?: boolean;
}) {
  const { at, until, venueZone, day, zone = myZone(), seconds = false } = props;
  const start = Date.parse(at);
  const end = until ? Date.parse(until) : null;
  const span = (where: string) =>
    end === null
      ? clockTime(start, where, seconds)
      : `${clockTime(start, where, seconds)}–${clockTime(end, where, seconds)}`;
  const off = day ? daysBetween(day, dayIn(start, zone)) : 0;
  const plus = off === 0 ? null : <span className={styles.plus}>{say('time.plusDay', { days: off })}</span>;
  if (agree(start, zone, venueZone)) {
    return (
      <time dateTime={at} className={styles.time}>
        {span(zone)} {plus}
      </time>
    );
  }
  return (
    <time dateTime={at} className={styles.time}>
      <span>{span(zone)}</span> <span className={styles.city}>{cityOf(zone)}</span> {plus}
      <span className={styles.venue}>
        {' '}
        {span(venueZone)} {cityOf(venueZone)}
      </span>
    </time>
  );
}
