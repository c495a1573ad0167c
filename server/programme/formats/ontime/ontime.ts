import { z } from 'zod';
import type {
  FoundEnd,
  FoundLength,
  FoundLink,
  FoundSession,
  FoundSpeaker,
} from '../../normalize/schedule.ts';
import type { ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { quoted, ScheduleBuilder } from '../schedule-builder.ts';
import { amount, flag, parseJson, words } from '../source/json-fields.ts';
import { spanOf } from '../written/clock-times.ts';
import { lengthIn } from '../written/lengths.ts';
import { later } from '../written/moments.ts';
import { speakersIn } from '../written/speaker-names.ts';
import { webAddress } from '../written/web-address.ts';
import { type Rundown, rundownsOf } from './rundowns.ts';

/** The day that times of day are counted from. */
const madeUpDay = '2000-01-01';
const dayMinutes = 24 * 60;

/** A time of day in milliseconds since midnight, as Ontime writes it, or as a clock shows it. */
const clock = z
  .unknown()
  .optional()
  .transform((value) => amount.parse(value) ?? inMilliseconds(spanOf(words.parse(value) ?? '')?.start));

/** A length in milliseconds, as Ontime writes it, or in words; what is written where these cannot be read. */
const length = z
  .unknown()
  .optional()
  .transform((value): FoundLength | { unread: string } | null => {
    const told = amount.parse(value);
    if (told !== null) return { minutes: told / 60_000 };
    const written = words.parse(value);
    return written === null ? null : (lengthIn(written) ?? { unread: written });
  });

const inMilliseconds = (minutes: number | undefined) => (minutes === undefined ? null : minutes * 60_000);

const entrySchema = z.looseObject({
  id: words,
  type: words,
  title: words,
  subtitle: words,
  presenter: words,
  timeStart: clock,
  timeEnd: clock,
  duration: length,
  dayOffset: amount,
  skip: flag,
  custom: z.record(z.string(), z.unknown()).catch({}),
});
type Entry = z.infer<typeof entrySchema>;

const headSchema = z.looseObject({
  project: z.looseObject({ title: words }).catch({ title: null }),
  eventData: z.looseObject({ title: words }).catch({ title: null }),
  customFields: z.record(z.string(), z.unknown()).catch({}),
  userFields: z.record(z.string(), z.unknown()).catch({}),
});
const labelSchema = z.looseObject({ label: words });

/** Reads a project file of Ontime, version 4 (`rundowns`) or 2 and 3 (`rundown`): times of day without a date. */
export const readOntime: ScheduleReader = ({ text }) => {
  const json = parseJson(text);
  if ('unreadable' in json) return json;
  const head = headSchema.safeParse(json.value).data;
  const rundowns = rundownsOf(json.value);
  if (!head || !rundowns)
    return notThis('An Ontime project holds "rundowns" or "rundown"; this file does not.');
  const found = new ScheduleBuilder();
  const labels = new Map(
    Object.entries({ ...head.userFields, ...head.customFields }).map(([key, field]) => [
      key,
      words.parse(field) ?? labelSchema.safeParse(field).data?.label ?? key,
    ]),
  );
  for (const rundown of rundowns) readRundown(rundown, labels, found);
  sayUnread(rundowns, labels, found);
  const rooms = rundowns.flatMap(({ title }) => title ?? []);
  if (rundowns.length > 1) {
    const message = `The project holds ${rundowns.length} rundowns; each became a room of its own.`;
    found.warn('rundowns', message);
  }
  return found.schedule('ontime', {
    title: head.project.title ?? head.eventData.title,
    madeUpDay,
    rooms,
    roomKeys: new Map(rundowns.flatMap(({ id, title }) => (id && title ? [[title, id]] : []))),
  });
};

/** Goes through one rundown in its order; what begins before the one ahead of it is of the next day. */
function readRundown(rundown: Rundown, labels: ReadonlyMap<string, string>, found: ScheduleBuilder): void {
  let day = 0;
  let before = 0;
  for (const { where, value, group } of rundown.entries) {
    const entry = entrySchema.safeParse(value).data;
    const why = entry ? leftOut(entry) : 'it is no group of fields';
    if (!entry || why !== null) {
      found.skip(where, why ?? '');
      continue;
    }
    const minute = Math.floor((entry.timeStart ?? 0) / 60_000);
    if (entry.dayOffset !== null) day = Math.trunc(entry.dayOffset);
    else if (minute < before) day += 1;
    before = minute;
    if ((entry.timeStart ?? 0) % 60_000 !== 0)
      found.warn(where, `"${entry.title}" starts within a minute; its full minute was taken.`);
    if ((entry.timeEnd ?? 0) % 60_000 !== 0)
      found.warn(where, `"${entry.title}" ends within a minute; its full minute was taken.`);
    found.sessions.push(sessionOf(entry, { where, minute, day, group, room: rundown.title, labels }));
  }
}

/** Says which fields of a project hold something that is neither a speaker nor a link. */
function sayUnread(
  rundowns: readonly Rundown[],
  labels: ReadonlyMap<string, string>,
  found: ScheduleBuilder,
): void {
  const unread = new Set<string>();
  for (const { value } of rundowns.flatMap(({ entries }) => entries)) {
    const entry = entrySchema.safeParse(value).data;
    for (const [key, written] of Object.entries(entry ? { ...entry.custom, ...oldFields(entry) } : {})) {
      const label = labels.get(key) ?? key;
      const text = words.parse(written);
      if (text !== null && !isSpeakerField(label) && webAddress(text) === null) unread.add(label);
    }
  }
  if (unread.size > 0)
    found.warn(
      'customFields',
      `Fields that are not read: ${[...unread].slice(0, 50).map(quoted).join(', ')}.`,
    );
}

function leftOut(entry: Entry): string | null {
  if (entry.type === 'delay') return 'a delay is not part of the programme';
  if (entry.type === 'milestone') return `the milestone ${quoted(entry.title)} has no time`;
  if (entry.type === 'group' || entry.type === 'block') {
    return `the group ${quoted(entry.title)} has no time of its own`;
  }
  if (entry.skip) return `${quoted(entry.title)} is skipped in the rundown`;
  if (entry.title === null) return 'it has no title';
  const time = entry.timeStart;
  if (time === null || time < 0 || time >= dayMinutes * 60_000)
    return `${quoted(entry.title)} has no time of day`;
  if (Math.abs(entry.dayOffset ?? 0) > 366) return `${quoted(entry.title)} is more than a year away`;
  return null;
}

interface Place {
  where: string;
  minute: number;
  day: number;
  group: string | null;
  room: string | null;
  labels: ReadonlyMap<string, string>;
}

function sessionOf(entry: Entry, { where, minute, day, group, room, labels }: Place): FoundSession {
  const midnight = later(`${madeUpDay}T00:00`, day * dayMinutes);
  const minutes = lengthOf(entry, minute);
  const fields = Object.entries({ ...entry.custom, ...oldFields(entry) }).map(([key, value]) => ({
    label: labels.get(key) ?? key,
    value: words.parse(value),
  }));
  return {
    where,
    key: entry.id,
    title: entry.title ?? '',
    start: { local: later(midnight, minute) },
    end: endOf(entry, minutes, later(midnight, minute + (minutes ?? 0))),
    room,
    hints: group === null ? [] : [group],
    speakers: fields.flatMap(({ label, value }): FoundSpeaker[] =>
      value !== null && isSpeakerField(label) ? speakersIn(value) : [],
    ),
    abstract: null,
    links: fields.flatMap(({ label, value }): FoundLink[] => {
      const url = webAddress(value);
      return url === null ? [] : [{ label, url }];
    }),
  };
}

/** Its end, else its length, else what stands there and cannot be read. */
function endOf({ timeEnd, duration }: Entry, minutes: number | null, local: string): FoundEnd {
  if (minutes === null) return duration !== null && 'unread' in duration ? duration : null;
  return timeEnd === null ? { ...duration, minutes } : { local };
}

/** Its length in minutes: an end before the start is of the next day; null where it has none. */
function lengthOf({ timeEnd, duration }: Entry, minute: number): number | null {
  const told = duration !== null && 'minutes' in duration ? Math.round(duration.minutes) : 0;
  const length = timeEnd === null ? told : Math.floor(timeEnd / 60_000) - minute;
  const forward = length < 0 ? length + dayMinutes : length;
  if (forward > 0 && forward < 2 * dayMinutes) return forward;
  return told === dayMinutes ? dayMinutes : null;
}

/** What versions 2 and 3 kept beside the entry instead of in `custom`. */
function oldFields(entry: Entry): Record<string, unknown> {
  const users = Object.entries(entry).filter(([key]) => /^user\d$/.test(key));
  return { ...Object.fromEntries(users), presenter: entry.presenter };
}

function isSpeakerField(label: string): boolean {
  return /speaker|presenter|sprecher|vortrag|referent|orateur|intervenant|ponente|relat/i.test(label);
}
