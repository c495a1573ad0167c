import type { EventList } from '../../shared/wire/http.ts';
import { base } from '../connection/base.ts';
import { logoPath } from '../connection/http.ts';
import { Badge } from '../look/badge.tsx';
import { cityOf } from '../look/cities.ts';
import { EventLogo } from '../look/event-logo.tsx';
import { useText } from '../look/messages.ts';
import { dayIn, dayName } from '../look/zones.ts';
import { attendeePath } from './events.ts';
import { startMessages } from './messages.en.ts';
import styles from './start.module.css';

/** Events as a list of links, each with its day and place; those of today say so. */
export function EventLinks({ events, now }: { events: EventList; now: number }) {
  const say = useText(startMessages);
  return (
    <ul className={styles.events}>
      {events.map((event) => {
        const starts = Date.parse(event.startsAt);
        const day = dayIn(starts, event.timezone);
        const today = day <= dayIn(now, event.timezone) && Date.parse(event.endsAt) >= now;
        const logo = logoPath(event.slug, event.look?.logo);
        return (
          <li key={event.slug}>
            <a className={styles.event} href={base + attendeePath(event.slug)}>
              <span className={styles.eventName}>
                {logo !== null && <EventLogo src={logo} />}
                <strong dir="auto">{event.title}</strong>
              </span>
              <span className={styles.meta}>
                {today && <Badge kind="now">{say('start.today')}</Badge>}{' '}
                <span>
                  {dayName(day)} {day.slice(0, 4)}
                  {'\u00a0· '}
                  {cityOf(event.timezone)}
                </span>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
