import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { adjusted } from '../../../server/programme/file/adjustments.ts';
import { fileOf } from '../../../server/programme/file/file-of.ts';
import { toProgramme } from '../../../server/programme/plan/to-programme.ts';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';
import type { Programme } from '../../../shared/rundown/programme.ts';
import { eventText, programmeOf } from '../event-text.ts';

const minute = 60_000;
const iso = (instant: number | undefined) => new Date(instant ?? 0).toISOString().slice(0, 16);

/** The programme of a file of any format. */
async function imported(text: string, timezone?: string): Promise<Programme> {
  const read = await readBytes(new TextEncoder().encode(text), { slug: 'night', timezone });
  if (!read.ok || !read.file) throw new Error(JSON.stringify(read));
  const made = toProgramme(read.file);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.programme;
}

/** Nights in which clocks change: by an hour or half of one, back and on. */
const nights: readonly (readonly [zone: string, day: string])[] = [
  ['Europe/Lisbon', '2027-10-31'],
  ['Europe/Lisbon', '2027-03-28'],
  ['America/Los_Angeles', '2027-11-07'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
  ['Africa/Casablanca', '2027-02-07'],
  ['Pacific/Apia', '2011-12-31'],
];

/** Half hours, one behind the other, through such a night. */
function halfHours(
  zone: string,
  day: string,
): { title: string; start: number; written: string; utc: string }[] {
  const from = DateTime.fromISO(`${day}T00:00`, { zone }).minus({ hours: 2 }).toMillis();
  return Array.from({ length: 14 }, (_, index) => {
    const start = from + index * 30 * minute;
    const written = DateTime.fromMillis(start, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
    return { title: `Talk ${index}`, start, written, utc: new Date(start).toISOString() };
  });
}
type Slot = ReturnType<typeof halfHours>[number];

const compact = (written: string) => written.replaceAll(/[-:]|\.000/g, '');
const formats: Record<string, (slots: readonly Slot[], zone: string, day: string) => string> = {
  frab: (slots, zone, day) =>
    `<?xml version="1.0"?><schedule><conference><title>Night</title><time_zone_name>${zone}</time_zone_name></conference><day index="1" date="${day}"><room name="Hall">${slots.map(({ title, written }) => `<event guid="${title}"><date>${written}</date><start>${written.slice(11, 16)}</start><duration>00:30</duration><title>${title}</title></event>`).join('')}</room></day></schedule>`,
  calendar: (slots, zone) =>
    [
      'BEGIN:VCALENDAR',
      `X-WR-TIMEZONE:${zone}`,
      ...slots.flatMap(({ title, utc }) => [
        'BEGIN:VEVENT',
        `UID:${title}`,
        `DTSTART:${compact(utc)}`,
        'DURATION:PT30M',
        `SUMMARY:${title}`,
        'LOCATION:Hall',
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
    ].join('\r\n'),
  table: (slots) =>
    ['Start,Minutes,Title,Room', ...slots.map(({ title, written }) => `${written},30,${title},Hall`)].join(
      '\n',
    ),
};

describe('[F23] an offset at a time counts, also where clocks show a time twice', () => {
  for (const [zone, day] of nights)
    test.each(Object.keys(formats))(`in the night of ${day} in ${zone}: %s`, async (format) => {
      const slots = halfHours(zone, day);
      const programme = await imported(
        formats[format]?.(slots, zone, day) ?? '',
        format === 'table' ? zone : undefined,
      );
      const talks = programme.sessions.filter(({ kind }) => kind !== 'break');
      expect(talks.map(({ title, start, end }) => [title, iso(start), iso(end)])).toEqual(
        slots.map(({ title, start }) => [title, iso(start), iso(start + 30 * minute)]),
      );
      expect(programme.rooms).toHaveLength(1);
      const again = toProgramme(fileOf(programme), { before: programme });
      expect(again.ok && again.programme).toEqual(programme);
    });
});

describe('[F7] a time that comes twice', () => {
  const at = (start: string, rest = 'minutes: 30') =>
    `  - {kind: talk, title: "At ${start}", start: "${start}", ${rest}}\n`;

  test('is the one whose offset is written behind it', () => {
    const { programme, warnings } = programmeOf(
      eventText(at('2026-10-25 02:30') + at('2026-10-25 02:30+01:00', 'end: "2026-10-25T02:45:00 +01:00"')),
    );
    expect(programme.sessions.map(({ start, end }) => [iso(start), iso(end)])).toEqual([
      ['2026-10-25T00:30', '2026-10-25T01:00'],
      ['2026-10-25T01:30', '2026-10-25T01:45'],
    ]);
    expect(programme.sessions.map(({ localStart }) => localStart)).toEqual([
      '2026-10-25T02:30',
      '2026-10-25T02:30',
    ]);
    expect(warnings).toHaveLength(1);
  });

  test('[F23] an offset that the zone’s clocks do not have then counts before the zone, and it is said', () => {
    const { programme, warnings } = programmeOf(eventText(at('2026-06-01 09:00-08:00')));
    expect(iso(programme.sessions[0]?.start)).toBe('2026-06-01T17:00');
    expect(programme.sessions[0]?.localStart).toBe('2026-06-01T19:00');
    expect(warnings[0]?.message).toBe(
      '2026-06-01 09:00-08:00 is 2026-06-01 19:00 in Europe/Berlin; that was taken.',
    );
  });

  test('reads the same in another zone and on another day, where an offset says nothing', () => {
    const { programme } = programmeOf(eventText(at('2026-10-25 02:30+01:00')));
    const starts = (change: Parameters<typeof adjusted>[1]) =>
      adjusted(fileOf(programme), change).sessions.map(({ start }) => start);
    expect(starts({})).toEqual(['2026-10-25 02:30+01:00']);
    expect(starts({ timezone: 'Asia/Tokyo' })).toEqual(['2026-10-25 02:30']);
    expect(starts({ date: '2026-10-26' })).toEqual(['2026-10-26 02:30']);
  });

  test('as an end is the first after the start, in calendars and tables too', async () => {
    const zone = 'America/Los_Angeles';
    const calendar = await imported(
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=${zone}:20271107T013000\r\nDTEND;TZID=${zone}:20271107T011500\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    );
    const table = await imported('Date,Start,End,Title\n2027-11-07,01:30,01:15,A\n', zone);
    for (const { sessions } of [calendar, table])
      expect(sessions.map(({ start, end }) => [iso(start), iso(end)])).toEqual([
        ['2027-11-07T08:30', '2027-11-07T09:15'],
      ]);
  });

  test('a day that the clocks skip is said with the day that was taken', () => {
    const text = eventText(at('2011-12-30 09:00')).replace('Europe/Berlin', 'Pacific/Apia');
    expect(programmeOf(text).warnings[0]?.message).toBe(
      'The clocks skip 2011-12-30 09:00 in Pacific/Apia; 2011-12-31 09:00 was taken. Write the time that is meant.',
    );
  });
});

test('[F24] a session after midnight stays on the day it is listed under, also by way of an event file', () => {
  const night = (day: string) =>
    `  - {kind: social, title: Night, start: 2026-10-24 22:00, minutes: 60}\n  - {kind: talk, title: Late, start: 2026-10-25 01:00, minutes: 30${day}}\n`;
  for (const [day, label] of [
    ['', '2026-10-24'],
    [', day: 2026-10-25', '2026-10-25'],
  ] as const) {
    const { programme } = programmeOf(eventText(night(day)));
    const again = toProgramme(fileOf(programme));
    expect(again.ok && again.programme.sessions.map((session) => session.day)).toEqual(['2026-10-24', label]);
  }
});
