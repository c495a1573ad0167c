import { z } from 'zod';
import type { ScheduleReader } from '../schedule.ts';
import { type FrabEvent, sessionOfFrab } from './frab.ts';
import { Gathering } from './gathering.ts';
import { list, notThis, parseJson, words } from './json-file.ts';

const personSchema = z.object({ public_name: words, name: words, full_public_name: words });
const linkSchema = z.object({ url: words, title: words });

const eventSchema = z.object({
  guid: words,
  code: words,
  id: words,
  date: words,
  start: words,
  end: words,
  duration: words,
  room: words,
  title: words,
  subtitle: words,
  track: words,
  type: words,
  abstract: words,
  description: words,
  video_download_url: words,
  persons: list,
  links: list,
});

const fileSchema = z.object({
  schedule: z.object({
    conference: z.object({
      title: words,
      acronym: words,
      time_zone_name: words,
      rooms: list,
      days: z.array(z.object({ date: words, rooms: z.record(z.string(), z.unknown()) })),
    }),
  }),
});

/** Reads a frab `schedule.json` (c3voc schema, version 1), as frab and pretalx write it, leniently. */
export const readFrabJson: ScheduleReader = ({ text }) => {
  const json = parseJson(text);
  if ('unreadable' in json) return json;
  const file = fileSchema.safeParse(json.value);
  if (!file.success) {
    return notThis(
      'This looks like a frab schedule, but its days have no rooms. Export schedule.json again.',
      'schedule.conference.days',
    );
  }
  const { conference } = file.data.schedule;
  const found = new Gathering();
  const rooms = conference.rooms.flatMap((room) => {
    const { data } = z.object({ name: words }).safeParse(room);
    return data?.name == null ? [] : [data.name];
  });
  conference.days.forEach((day, index) => {
    for (const [room, events] of Object.entries(day.rooms)) {
      if (!Array.isArray(events)) {
        found.skip(`day ${index + 1}, room "${room.slice(0, 60)}"`, 'it is no list of events');
        continue;
      }
      if (!rooms.includes(room)) rooms.push(room);
      events.forEach((raw: unknown, at) => {
        const event = eventSchema.safeParse(raw);
        if (!event.success) {
          found.skip(`day ${index + 1}, room "${room.slice(0, 60)}", event ${at + 1}`, 'it is no event');
          return;
        }
        const made = sessionOfFrab(
          eventOf(event.data, room),
          day.date === null ? null : { date: day.date.slice(0, 10), change: 0 },
        );
        if ('skipped' in made) found.skipped.push(made.skipped);
        else found.sessions.push(made.session);
      });
    }
  });
  return found.schedule('frab-json', {
    title: conference.title,
    acronym: conference.acronym,
    timezone: conference.time_zone_name,
    rooms,
  });
};

function eventOf(event: z.infer<typeof eventSchema>, room: string): FrabEvent {
  return {
    ...event,
    room,
    recording: event.video_download_url,
    persons: event.persons.flatMap((raw) => {
      const person = personSchema.safeParse(raw);
      const name = person.data?.public_name ?? person.data?.name ?? person.data?.full_public_name ?? null;
      return name === null ? [] : [name];
    }),
    links: event.links.flatMap((raw) => {
      const link = linkSchema.safeParse(raw);
      return link.data?.url == null ? [] : [{ label: link.data.title ?? '', url: link.data.url }];
    }),
  };
}
