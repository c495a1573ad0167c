import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { ScheduleBuilder } from '../schedule-builder.ts';
import { clockIn, dayIn } from '../written/ends.ts';
import { type FrabEvent, sessionOfFrab } from './frab-event.ts';
import { refuseMarkup } from './xml-limits.ts';

/** Elements that may stand several times: always lists, also where they stand once. */
const lists = new Set(['day', 'room', 'event', 'person', 'link', 'video', 'attachment']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (name) => lists.has(name),
});

/** The text of an element, with or without attributes, once or the first of several; null where it is empty. */
const said = z
  .unknown()
  .optional()
  .transform((value): string | null => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const text: unknown =
      typeof first === 'object' && first !== null && '#text' in first ? first['#text'] : first;
    return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
  });
const several = z
  .unknown()
  .optional()
  .transform((value): unknown[] => (Array.isArray(value) ? value : []));
const within = (name: string) =>
  z
    .unknown()
    .optional()
    .transform((value): unknown[] => {
      const inner: unknown =
        typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
      return Array.isArray(inner) ? inner : [];
    });

const eventSchema = z.object({
  '@guid': said,
  '@code': said,
  '@id': said,
  date: said,
  start: said,
  end: said,
  duration: said,
  room: said,
  title: said,
  subtitle: said,
  track: said,
  type: said,
  abstract: said,
  description: said,
  video_download_url: said,
  persons: within('person'),
  links: within('link'),
  attachments: within('attachment'),
});
const roomSchema = z.object({ '@name': said, '@guid': said, event: several });
const daySchema = z.object({ '@date': said, room: several, event: several });
const conferenceSchema = z.object({
  title: said,
  acronym: said,
  venue: said,
  city: said,
  day_change: said,
  time_zone_name: said,
});
const fileSchema = z.object({
  schedule: z.object({ conference: conferenceSchema, day: several }),
});

/** Reads a `schedule.xml` (frab, Pentabarf, FOSDEM): events wherever they stand in a day, with or without a room around them. */
export const readFrabXml: ScheduleReader = ({ text }) => {
  const refused = refuseMarkup(text);
  if (refused) return { unreadable: [refused] };
  const parsed = parse(text);
  if ('unreadable' in parsed) return parsed;
  const file = fileSchema.safeParse(parsed.value);
  if (!file.success) return notThis('This XML is no conference schedule: it has no <conference> with <day>.');
  const { conference, day: days } = file.data.schedule;
  const found = new ScheduleBuilder();
  const rooms: string[] = [];
  const change = clockIn(conference.day_change) ?? 0;
  const roomKeys = new Map<string, string>();
  for (const [index, raw] of days.entries()) {
    const day = daySchema.safeParse(raw);
    if (!day.success) {
      found.unread(`day ${index + 1}`, 'it cannot be read');
      continue;
    }
    const date = dayIn(day.data['@date'] ?? '');
    const take = (event: unknown, room: string | null) => {
      const read = eventSchema.safeParse(event);
      if (!read.success) return found.unread(`day ${index + 1}`, 'an event in it cannot be read');
      const made = sessionOfFrab(eventOf(read.data, room), date === null ? null : { date, change }, found);
      if ('skipped' in made) found.skipped.push(made.skipped);
      else found.sessions.push(made.session);
      return undefined;
    };
    for (const each of day.data.room) {
      const room = roomSchema.safeParse(each);
      if (!room.success) {
        found.unread(`day ${index + 1}`, 'a room in it cannot be read');
        continue;
      }
      const { '@name': name, '@guid': guid } = room.data;
      if (name !== null && guid !== null && !roomKeys.has(name)) roomKeys.set(name, guid);
      if (name !== null && room.data.event.length > 0 && !rooms.includes(name)) rooms.push(name);
      for (const event of room.data.event) take(event, name);
    }
    for (const event of day.data.event) take(event, null);
  }
  return found.schedule('frab-xml', {
    title: conference.title,
    acronym: conference.acronym,
    venue: [conference.venue, conference.city].filter((part) => part !== null).join(', ') || null,
    timezone: conference.time_zone_name,
    rooms,
    roomKeys,
  });
};

function parse(text: string): { value: unknown } | ReturnType<typeof notThis> {
  try {
    const value: unknown = parser.parse(text);
    return { value };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
    return notThis(`The XML cannot be read: ${why?.slice(0, 200) ?? ''}`);
  }
}

function eventOf(event: z.infer<typeof eventSchema>, around: string | null): FrabEvent {
  const { '@guid': guid, '@code': code, '@id': id, video_download_url: recording, ...rest } = event;
  const persons = event.persons.flatMap((person) => nameOf(person) ?? []);
  return {
    ...rest,
    guid,
    code,
    id,
    recording,
    room: event.room ?? around,
    persons,
    unnamed: event.persons.length - persons.length,
    links: [...event.links, ...event.attachments].flatMap((link) => {
      const url: unknown = typeof link === 'object' && link !== null ? Reflect.get(link, '@href') : link;
      return typeof url === 'string' && url !== '' ? [{ label: said.parse(link) ?? '', url }] : [];
    }),
  };
}

/** A person is text, or has a name inside. */
function nameOf(person: unknown): string | null {
  const inner: unknown =
    typeof person === 'object' && person !== null ? Reflect.get(person, 'name') : undefined;
  return said.parse(inner ?? person);
}
