import { z } from 'zod';
import type { ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { ScheduleBuilder } from '../schedule-builder.ts';
import { list, parseJson, translated, words } from '../source/json-fields.ts';
import { dayIn } from '../written/ends.ts';
import { type FrabEvent, sessionOfFrab } from './frab-event.ts';

const personSchema = z.object({ public_name: translated, name: translated, full_public_name: translated });
const linkSchema = z.object({ url: words, title: translated });
const roomSchema = z.object({ name: translated, guid: words });

const eventSchema = z.object({
  guid: words,
  code: words,
  id: words,
  date: words,
  start: words,
  end: words,
  duration: words,
  room: words,
  title: translated,
  subtitle: translated,
  track: translated,
  type: translated,
  abstract: translated,
  description: translated,
  video_download_url: words,
  persons: list,
  links: list,
  attachments: list,
});

const fileSchema = z.object({
  schedule: z.object({
    conference: z.object({
      title: translated,
      acronym: words,
      time_zone_name: words,
      rooms: list,
      days: list,
    }),
  }),
});

/** A day with its rooms; programs that know no difference write a day without any as `[]`. */
const daySchema = z.object({
  date: words,
  rooms: z.union([z.record(z.string(), z.unknown()), z.tuple([]).transform(() => ({}))]),
});

/** Reads a frab `schedule.json` (c3voc schema, version 1), as frab and pretalx write it, leniently. */
export const readFrabJson: ScheduleReader = ({ text }) => {
  const json = parseJson(text);
  if ('unreadable' in json) return json;
  const conference = fileSchema.safeParse(json.value).data?.schedule.conference;
  const days = conference?.days.map((day) => daySchema.safeParse(day).data ?? null) ?? [];
  if (!conference || !days.some((day) => day !== null)) {
    return notThis(
      'This looks like a frab schedule, but its days have no rooms. Export schedule.json again.',
      'schedule.conference.days',
    );
  }
  const found = new ScheduleBuilder();
  const listed = conference.rooms.flatMap((room) => roomSchema.safeParse(room).data ?? []);
  const rooms = new Set(listed.flatMap(({ name }) => name ?? []));
  const roomKeys = new Map(
    listed.flatMap(({ name, guid }) => (name === null || guid === null ? [] : [[name, guid]])),
  );
  for (const [index, day] of days.entries()) {
    if (day === null) found.unread(`day ${index + 1}`, 'its rooms cannot be read');
    for (const [room, events] of Object.entries(day?.rooms ?? {})) {
      const where = `day ${index + 1}, room "${room.slice(0, 60)}"`;
      if (!Array.isArray(events)) {
        found.unread(where, 'it is no list of events');
        continue;
      }
      rooms.add(room);
      for (const [at, raw] of events.entries())
        take(raw, room, day?.date ?? null, `${where}, event ${at + 1}`);
    }
  }
  return found.schedule('frab-json', {
    title: conference.title,
    acronym: conference.acronym,
    timezone: conference.time_zone_name,
    rooms: [...rooms],
    roomKeys,
  });

  function take(raw: unknown, room: string, date: string | null, where: string): void {
    const event = eventSchema.safeParse(raw);
    if (!event.success) {
      found.unread(where, 'it is no event');
      return;
    }
    const label = dayIn(date ?? '');
    const day = label === null ? null : { date: label, change: 0 };
    const made = sessionOfFrab(eventOf(event.data, room), day, found);
    if ('skipped' in made) found.skipped.push(made.skipped);
    else found.sessions.push(made.session);
  }
};

function eventOf(event: z.infer<typeof eventSchema>, room: string): FrabEvent {
  const persons = event.persons.flatMap((raw) => {
    const person = personSchema.safeParse(raw).data;
    return words.parse(raw) ?? person?.public_name ?? person?.name ?? person?.full_public_name ?? [];
  });
  return {
    ...event,
    room,
    recording: event.video_download_url,
    persons,
    unnamed: event.persons.length - persons.length,
    links: [...event.links, ...event.attachments].flatMap((raw) => {
      const link = linkSchema.safeParse(raw);
      return link.data?.url == null ? [] : [{ label: link.data.title ?? '', url: link.data.url }];
    }),
  };
}
