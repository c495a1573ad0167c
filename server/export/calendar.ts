import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EventRow } from '../../shared/event/event.ts';
import { type Published, published } from '../../shared/rundown/published.ts';
import type { Revision } from '../../shared/state/state.ts';
import { eventOf, type State } from '../../shared/state/state.ts';
import { inSlices } from '../slices.ts';

/** How often calendar programs are asked to look again, in seconds: times slip by minutes. */
const lookAgain = 15 * 60;

/** What a calendar says besides its sessions. */
type Calendar = ReturnType<typeof ical>;

/**
 * The programme at its published times as an iCalendar file in UTC, written in slices. Each session has a stable UID; its
 * SEQUENCE rises when what is written here of it changes, and only then.
 */
export function calendarOf(state: State, url: string | null): Promise<string> {
  return written(state, url, published(state));
}

/** Some sessions of the programme, as they are published, as a calendar of their own. */
export async function written(
  state: State,
  url: string | null,
  sessions: ReadonlyMap<string, Published>,
): Promise<string> {
  const event = eventOf(state);
  const begun = () =>
    ical({
      name: escaped(event?.title ?? ''),
      method: ICalCalendarMethod.PUBLISH,
      prodId: { company: 'backrow', product: 'backrow' },
      ttl: lookAgain,
    });
  const head = begun().toString().slice(0, -end.length);
  const revisions = new Map(state.revisions);
  const rows = [...sessions];
  const events = await inSlices(rows.length, (places) => {
    const calendar = begun();
    for (const [id, session] of places.flatMap((place) => rows.slice(place, place + 1)))
      addSession(calendar, id, session, revisions.get(id), event, url);
    return calendar.toString().slice(head.length, -end.length);
  });
  return `${head}${events.join('')}${end}\r\n`;
}

const end = 'END:VCALENDAR';

function addSession(
  calendar: Calendar,
  id: string,
  session: Published,
  revision: Revision | undefined,
  event: EventRow | undefined,
  url: string | null,
): void {
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

/** A calendar's name as RFC 5545 wants texts; the writer escapes those of events alone. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&');
}
