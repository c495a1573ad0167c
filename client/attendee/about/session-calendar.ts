import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { endOf, startOf } from '../../rundown/on-now.ts';

/** Hands a session to the device's calendar as a file. Its UID is that of the whole programme: nothing comes twice. */
export function saveCalendar(event: EventView, session: SessionView): void {
  const url = URL.createObjectURL(
    new Blob([calendarOf(event, session, Date.now())], { type: 'text/calendar' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${session.id}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** One session as an iCalendar file in UTC, at its expected time, written at an instant (epoch ms). */
function calendarOf(event: EventView, session: SessionView, at: number): string {
  const speakers = session.speakers.map(({ name }) => name).join(', ');
  const room = event.rooms.find(({ id }) => id === session.room)?.name;
  const place = [room, event.venue].filter(Boolean).join(', ');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//backrow//backrow//EN',
    'BEGIN:VEVENT',
    `UID:${session.id}@${event.slug}.backrow`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(startOf(session))}`,
    `DTEND:${stamp(endOf(session))}`,
    `SUMMARY:${escaped(session.title)}`,
    ...(speakers ? [`DESCRIPTION:${escaped(speakers)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(foldedLine)
    .join('\r\n');
}

function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A text as RFC 5545 wants it. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** A line in pieces of at most 75 octets, none cut inside a character. */
function foldedLine(line: string): string {
  const encoder = new TextEncoder();
  let width = 0;
  let folded = '';
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (width + octets > 75) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded;
}
