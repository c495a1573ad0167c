import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { type Published, published } from '../../shared/rundown/published.ts';
import { eventOf, type State } from '../../shared/state/state.ts';

/** How often calendar programs are asked to look again, in seconds: times slip by minutes. */
const lookAgain = 15 * 60;

/**
 * The programme at its published times as an iCalendar file in UTC. Each session has a stable UID; its SEQUENCE rises
 * when what is written here of it changes, and only then.
 */
export function calendarOf(state: State, url: string | null): string {
  return written(state, url, published(state));
}

/** One session as a calendar of its own; null where there is no such session. */
export function sessionCalendarOf(state: State, url: string | null, id: string): string | null {
  const session = published(state).get(id);
  return session ? written(state, url, new Map([[id, session]])) : null;
}

function written(state: State, url: string | null, sessions: ReadonlyMap<string, Published>): string {
  const event = eventOf(state);
  const calendar = ical({
    name: escaped(event?.title ?? ''),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'backrow', product: 'backrow' },
    ttl: lookAgain,
  });
  for (const [id, session] of sessions) {
    const revision = state.revisions.get(id);
    const changed = new Date(revision?.at ?? event?.startsAt ?? 0);
    calendar.createEvent({
      id: `${id}@${event?.slug ?? 'event'}.backrow`,
      sequence: revision?.count ?? 0,
      stamp: changed,
      lastModified: changed,
      start: new Date(session.start),
      end: new Date(session.end),
      summary: session.title,
      ...(session.speakers !== '' && { description: session.speakers }),
      ...(session.place !== '' && { location: session.place }),
      status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(url !== null && { url }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** A calendar's name as RFC 5545 wants texts; the writer escapes those of events alone. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&');
}
