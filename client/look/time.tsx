import { cityOf } from './cities.ts';
import { lookMessages } from './messages.en.ts';
import { catalogue } from './messages.ts';
import { useMyZone } from './my-zone.ts';
import styles from './time.module.css';
import { agree, clockTime, dayIn, daysBetween } from './zones.ts';

const say = catalogue(lookMessages);

/**
 * An instant in the reader's zone with the venue's beside it, each named by its city; one where they agree. With
 * `day` (the event's own, `YYYY-MM-DD`) a time on the next or the last calendar day says so. `until` makes it a span;
 * `bare` leaves out the reader's city, for lists whose head names it.
 */
export function Time(props: {
  at: string;
  until?: string | null;
  venueZone: string;
  day?: string;
  zone?: string;
  bare?: boolean;
}) {
  const { at, until, venueZone, day, bare = false } = props;
  const mine = useMyZone();
  const zone = props.zone ?? mine;
  const start = Date.parse(at);
  const end = until ? Date.parse(until) : null;
  const span = (where: string) =>
    end === null ? clockTime(start, where) : `${clockTime(start, where)}–${clockTime(end, where)}`;
  const one = agree(start, zone, venueZone);
  return (
    <time dateTime={at} className={styles.time}>
      <span>
        {span(zone)}
        {!one && !bare && <span className={styles.city}> {cityOf(zone)}</span>}
        <PlusDay days={dayOff(start, zone, venueZone, day)} />
      </span>
      {!one && (
        <span className={styles.venue}>
          {span(venueZone)} {cityOf(venueZone)}
        </span>
      )}
    </time>
  );
}

function PlusDay({ days }: { days: number }) {
  return days === 0 ? null : <span className={styles.plus}>{say('time.plusDay', { days })}</span>;
}

/** How many days off the event's own day a time is for the reader; off the venue's day where it has none near. */
function dayOff(at: number, zone: string, venueZone: string, day?: string): number {
  const off = day ? daysBetween(day, dayIn(at, zone)) : 0;
  return Math.abs(off) <= 1 ? off : daysBetween(dayIn(at, venueZone), dayIn(at, zone));
}
