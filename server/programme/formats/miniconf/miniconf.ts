import { z } from 'zod';
import type { FoundSession } from '../../normalize/schedule.ts';
import type { ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { quoted, ScheduleBuilder } from '../schedule-builder.ts';
import { parseJson, words } from '../source/json-fields.ts';
import { endIn, momentIn } from '../written/ends.ts';
import { withoutHashtags } from '../written/hashtags.ts';
import { isPage, webAddress } from '../written/web-address.ts';

const rowSchema = z.looseObject({
  title: words,
  start: words,
  end: words,
  duration: words,
  location: words,
  link: words,
  category: words,
  calendarId: words,
});

/** Reads `main_calendar.json` of a Mini-Conf site: a list of titles with times, links and calendar ids. */
export const readMiniconf: ScheduleReader = ({ text }) => {
  const json = parseJson(text);
  if ('unreadable' in json) return json;
  if (!Array.isArray(json.value)) return notThis('A Mini-Conf calendar is a list; this file holds no list.');
  const found = new ScheduleBuilder();
  for (const [index, value] of json.value.entries()) {
    const where = `entry ${index + 1}`;
    const row = rowSchema.safeParse(value);
    const session = row.success ? sessionOf(row.data, where) : 'it is no group of fields';
    if (typeof session === 'string') found.skip(where, session);
    else found.sessions.push(session);
  }
  return found.schedule('miniconf-calendar');
};

function sessionOf(row: z.infer<typeof rowSchema>, where: string): FoundSession | string {
  const start = row.start === null ? null : momentIn(row.start);
  if (row.category?.toLowerCase() === 'allday') return `${quoted(row.title)} is all day`;
  if (row.title === null) return 'it has no title';
  if (start === null) return `${quoted(row.title)} has no start that can be read`;
  const { title, hashtags } = withoutHashtags(row.title);
  const place = webAddress(row.location);
  const link = webAddress(row.link);
  const calendar = row.calendarId !== null && /[\p{L}\d]/u.test(row.calendarId) ? [row.calendarId] : [];
  return {
    where,
    key: null,
    title,
    start,
    end: endIn(row.end, row.duration, start),
    room: row.location === null || place !== null || isPage(row.location) ? null : row.location,
    hints: [...new Set([...calendar, ...hashtags])],
    speakers: [],
    abstract: null,
    links: [
      ...(place === null ? [] : [{ label: 'Live', url: place }]),
      ...(link === null || link === place ? [] : [{ label: 'Page', url: link }]),
    ],
  };
}
