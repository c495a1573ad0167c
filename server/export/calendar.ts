import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { timeline } from '../../shared/rundown/timing.ts';
import { eventOf, type State } from '../../shared/state/state.ts';

/** The programme at its expected times as an iCalendar file, in UTC, with a stable UID for each session. */
export function calendarOf(state: State, url: string | null): string {
  const event = eventOf(state);
  const calendar = ical({
    name: event?.title ?? '',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'backrow', product: 'backrow' },
  });
  const times = timeline(state.tables.sessions.values(), state.at, 'told');
  for (const session of state.tables.sessions.values()) {
    if (session.removed) continue;
    const expected = times.get(session.id);
    const room = session.room === null ? null : (state.tables.rooms.get(session.room)?.name ?? session.room);
    calendar.createEvent({
      id: `${session.id}@${event?.slug ?? 'event'}.backrow`,
      stamp: new Date(event?.startsAt ?? 0),
      start: new Date(expected?.start ?? session.start),
      end: new Date(expected?.end ?? session.end),
      summary: session.title,
      description: session.speakers
        .map(({ name, affiliation }) => (affiliation === null ? name : `${name} (${affiliation})`))
        .join(', '),
      location: [room, event?.venue].filter((part) => part != null).join(', '),
      status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(url !== null && { url }),
    });
  }
  return calendar.toString();
}
