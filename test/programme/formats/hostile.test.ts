import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { readIcalendar } from '../../../server/programme/formats/icalendar/icalendar.ts';
import { readMiniconf } from '../../../server/programme/formats/miniconf/miniconf.ts';
import { readOntime } from '../../../server/programme/formats/ontime/ontime.ts';
import { readOpenreview } from '../../../server/programme/formats/openreview/openreview.ts';
import type { ScheduleReader } from '../../../server/programme/formats/reader.ts';
import { readSessionize } from '../../../server/programme/formats/sessionize/sessionize.ts';
import { readTable } from '../../../server/programme/formats/table/table.ts';

/** Everything that a reader gives is there: no session without a title, no place without a name. */
function reads(reader: ScheduleReader, text: string): void {
  const read = reader({ bytes: new TextEncoder().encode(text), text });
  if ('unreadable' in read) {
    expect(read.unreadable.length).toBeGreaterThan(0);
    return;
  }
  for (const { title, where, start, end } of read.sessions) {
    expect(title.trim()).not.toBe('');
    expect(where).not.toBe('');
    for (const moment of [start, end]) {
      if (moment === null || 'minutes' in moment || 'unread' in moment) continue;
      if ('instant' in moment) expect(moment.instant).toSatisfy(Number.isFinite);
      else expect(moment.local).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
    }
  }
  for (const { why, where } of read.skipped) expect([why, where]).not.toContain('');
}

const readers = { readIcalendar, readMiniconf, readOntime, readOpenreview, readSessionize, readTable };

test.prop([fc.constantFrom(...Object.values(readers)), fc.string({ unit: 'binary' })])(
  '[F30] no reader throws on any text',
  (reader, text) => {
    reads(reader, text);
  },
);

/** JSON in the shapes of the formats, with anything in its fields. */
const value = fc.oneof(
  fc.constantFrom(
    null,
    true,
    'x',
    '2026-04-26T09:00:00',
    '2026-04-26T09:00:00Z',
    'https://a.example',
    36_000_000,
    -1,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const names =
  'id title start end location link category calendarId content value type timeStart timeEnd dayOffset duration skip custom entries order startsAt endsAt speakers categoryItems questionAnswers roomId room rooms sessions groupName date notes rundown rundowns venue forum replyto __proto__'.split(
    ' ',
  );
const row = fc.dictionary(fc.constantFrom(...names), value);
const nested = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(value, row, fc.array(row), fc.dictionary(fc.string(), row)),
);
const file = fc.oneof(nested, fc.array(nested));

test.prop([fc.constantFrom(readMiniconf, readOntime, readOpenreview, readSessionize), file], {
  numRuns: 400,
})('[F30] no reader throws on JSON with anything in its fields', (reader, content) => {
  reads(reader, JSON.stringify(content));
});

const cell = fc.oneof(
  fc.constantFrom(
    'Date,Start,Title,End,Room',
    '2026-04-26',
    '3/4/2026',
    '17th Sep',
    'Day 2',
    '99/99/99',
    '9:00',
    '9-10',
    '25:61',
    '0.5',
    '46138.5',
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '|',
    'A & B, C',
  ),
  fc.string(),
);

test.prop([fc.array(cell, { maxLength: 60 })], { numRuns: 400 })(
  '[F30] no table makes its reader throw',
  (cells) => {
    reads(readTable, `Date,Start,End,Duration,Title,Room,Speaker\n${cells.join(',')}`);
  },
);

const property = fc.tuple(
  fc.constantFrom(
    'DTSTART',
    'DTEND;TZID=Europe/Rome',
    'RRULE',
    'EXDATE',
    'RECURRENCE-ID',
    'DURATION',
    'UID',
    'SUMMARY',
    'BEGIN',
    'END',
    'SEQUENCE',
    'LOCATION',
    'DTSTART;TZID=X',
  ),
  fc.oneof(
    fc.constantFrom(
      '20260426T090000Z',
      '20260426T090000',
      '20260426',
      '00000000T000000',
      '21991231T235959',
      'FREQ=DAILY;COUNT=5',
      'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231',
      'FREQ=YEARLY;INTERVAL=999',
      'PT1H',
      '-P1D',
      'VEVENT',
      'VALARM',
      'VTIMEZONE',
      '#talk',
    ),
    fc.string(),
  ),
);

test.prop([fc.array(property, { maxLength: 40 })], { numRuns: 400 })(
  '[F30] no calendar makes its reader throw',
  (lines) => {
    const body = lines.map(([name, text]) => `${name}:${text}`).join('\r\n');
    const event = 'BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\r\nDTSTART:20260426T090000Z';
    reads(readIcalendar, `BEGIN:VCALENDAR\r\n${event}\r\n${body}\r\nEND:VEVENT\r\nEND:VCALENDAR`);
  },
);
