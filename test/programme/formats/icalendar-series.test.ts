import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readIcalendar } from '../../../server/programme/formats/icalendar/icalendar.ts';
import { found, written } from './found.ts';

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:s', 'SUMMARY:A', ...lines, 'END:VEVENT'];
const read = (...lines: string[]) => found(readIcalendar, calendar(...lines));
const starts = (...lines: string[]) =>
  read(...lines)
    .sessions.map(({ start }) => written(start))
    .toSorted();

const inNewYork = event(
  'DTSTART;TZID=America/New_York:20260601T090000',
  'DTEND;TZID=America/New_York:20260601T100000',
  'RRULE:FREQ=DAILY;COUNT=3',
);
const floating = event('DTSTART:20260601T090000', 'DTEND:20260601T100000', 'RRULE:FREQ=DAILY;COUNT=3');
const withField = (series: readonly string[], field: string) => [...series.slice(0, -1), field, 'END:VEVENT'];
const moved = (recurrence: string, start = 'DTSTART;TZID=America/New_York:20260602T110000') =>
  event(recurrence, start, 'DURATION:PT1H');

describe('[F48] a time in a series that names no zone is in the zone of the series', () => {
  test('one time of a series in New York is moved, and stands once', () => {
    const file = readFileSync(
      new URL('../../fixtures/programmes/ics-recurrence-floating.ics', import.meta.url),
      'utf8',
    );
    const { sessions } = found(readIcalendar, file);
    expect(sessions.map(({ start }) => written(start)).toSorted()).toEqual([
      '2026-06-01T13:00Z',
      '2026-06-02T15:00Z',
      '2026-06-03T13:00Z',
    ]);
  });

  const movedOnly = ['2026-06-01T13:00Z', '2026-06-02T15:00Z', '2026-06-03T13:00Z'];
  test.each([
    ['a floating RECURRENCE-ID', 'RECURRENCE-ID:20260602T090000'],
    ['one in UTC', 'RECURRENCE-ID:20260602T130000Z'],
    ['one in another zone', 'RECURRENCE-ID;TZID=Europe/Berlin:20260602T150000'],
    ['a day', 'RECURRENCE-ID;VALUE=DATE:20260602'],
  ])('%s', (_what, recurrence) => {
    expect(starts(...inNewYork, ...moved(recurrence))).toEqual(movedOnly);
    expect(starts(...inNewYork, ...moved(recurrence, 'DTSTART:20260602T110000'))).toEqual(movedOnly);
    expect(starts(...moved(recurrence), ...inNewYork)).toEqual(movedOnly);
  });

  test.each(['EXDATE:20260602T090000', 'EXDATE:20260602T130000Z', 'EXDATE;VALUE=DATE:20260602'])(
    '%s takes one out',
    (field) => {
      expect(starts(...withField(inNewYork, field))).toEqual(['2026-06-01T13:00Z', '2026-06-03T13:00Z']);
    },
  );

  test('RDATE adds one, and one that is there already is not added again', () => {
    expect(starts(...withField(inNewYork, 'RDATE:20260605T090000,20260602T090000'))).toEqual([
      '2026-06-01T13:00Z',
      '2026-06-02T13:00Z',
      '2026-06-03T13:00Z',
      '2026-06-05T13:00Z',
    ]);
  });

  test.each([
    ['20260603T090000', 3],
    ['20260603T130000Z', 3],
    ['20260603', 3],
    ['20260603T085900', 2],
    ['20260602', 2],
  ])('UNTIL=%s leaves %i', (until, times) => {
    const lines = inNewYork.map((text) => text.replace('COUNT=3', `UNTIL=${until}`));
    expect(starts(...lines)).toHaveLength(times);
  });

  test('an end without a zone is in that of its start', () => {
    const { sessions } = read(
      ...event('DTSTART;TZID=America/New_York:20260601T090000', 'DTEND:20260601T100000'),
    );
    expect(sessions[0]?.end).toEqual({ instant: Date.UTC(2026, 5, 1, 14), ahead: -240 });
  });
});

describe('[F48] a series without a zone', () => {
  const movedOnly = ['2026-06-01T09:00', '2026-06-02T11:00', '2026-06-03T09:00'];
  test.each([
    'RECURRENCE-ID:20260602T090000',
    'RECURRENCE-ID;TZID=Europe/Berlin:20260602T090000',
    'RECURRENCE-ID;VALUE=DATE:20260602',
  ])('%s is told by what clocks show', (recurrence) => {
    expect(starts(...floating, ...moved(recurrence, 'DTSTART:20260602T110000'))).toEqual(movedOnly);
  });

  test('times in UTC are told by the calendar’s own zone', () => {
    const zone = 'X-WR-TIMEZONE:America/New_York';
    expect(
      starts(zone, ...floating, ...moved('RECURRENCE-ID:20260602T130000Z', 'DTSTART:20260602T110000')),
    ).toEqual(movedOnly);
    expect(starts(zone, ...withField(floating, 'EXDATE:20260602T130000Z'))).toEqual([
      '2026-06-01T09:00',
      '2026-06-03T09:00',
    ]);
  });
});

describe('[F35] what changes a series from one time on', () => {
  const future = (...fields: string[]) =>
    event('RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20260602T090000', ...fields);
  const later = future('DTSTART;TZID=America/New_York:20260602T113000', 'DURATION:PT90M').map((text) =>
    text.replace('SUMMARY:A', 'SUMMARY:B'),
  );

  test('moves, renames and lengthens those after it as well, and they keep their identity', () => {
    const { sessions, warnings } = read(...inNewYork, ...later);
    expect(
      sessions
        .map(({ start, end, title, key }) => `${written(start)} ${JSON.stringify(end)} ${title} ${key}`)
        .toSorted(),
    ).toEqual([
      '2026-06-01T13:00Z {"minutes":60} A s 2026-06-01',
      '2026-06-02T15:30Z {"minutes":90,"assumed":null} B s 2026-06-02',
      '2026-06-03T15:30Z {"minutes":90,"assumed":null} B s 2026-06-03',
    ]);
    expect(warnings).toEqual([]);
  });

  test('the last one counts, and one that changes a single time counts for that', () => {
    const last = ['RANGE=THISANDFUTURE', '20260603T090000'] as const;
    const again = event(
      `RECURRENCE-ID;${last[0]};TZID=America/New_York:${last[1]}`,
      'DTSTART;TZID=America/New_York:20260603T080000',
      'DURATION:PT1H',
    );
    const five = inNewYork.map((text) => text.replace('COUNT=3', 'COUNT=5'));
    const single = event(
      'RECURRENCE-ID;TZID=America/New_York:20260604T090000',
      'DTSTART;TZID=America/New_York:20260604T200000',
      'DURATION:PT1H',
    );
    expect(starts(...five, ...later, ...again, ...single)).toEqual([
      '2026-06-01T13:00Z',
      '2026-06-02T15:30Z',
      '2026-06-03T12:00Z',
      '2026-06-05T00:00Z',
      '2026-06-05T12:00Z',
    ]);
  });
});

test.each([
  ['CET', '2026-06-01T07:00Z'],
  ['EST5EDT', '2026-06-01T13:00Z'],
  ['America/New York', '2026-06-01T13:00Z'],
  ['UTC+2', '2026-06-01T07:00Z'],
  ['GMT-0500', '2026-06-01T14:00Z'],
  ['Z', '2026-06-01T09:00Z'],
])('[F32] the zone %s is known, unless the calendar defines it', (zone, start) => {
  expect(starts(...event(`DTSTART;TZID=${zone}:20260601T090000`, 'DURATION:PT1H'))).toEqual([start]);
  const own = [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  expect(starts(...own, ...event(`DTSTART;TZID=${zone}:20260601T090000`, 'DURATION:PT1H'))).toEqual([
    '2026-06-01T00:00Z',
  ]);
});

test('[F53] what a series says and nobody follows is said with its line', () => {
  const { warnings } = read(
    ...withField(inNewYork, 'EXRULE:FREQ=DAILY;COUNT=1'),
    ...withField(inNewYork, 'RRULE:FREQ=WEEKLY;COUNT=1').map((text) => text.replace('UID:s', 'UID:t')),
    ...moved('RECURRENCE-ID;RANGE=THISANDPRIOR:20260602T090000'),
    ...withField(event('DTSTART:20260601T090000Z'), 'EXDATE:tomorrow').map((text) =>
      text.replace('UID:s', 'UID:u'),
    ),
  );
  expect(warnings.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '8: Times that a rule takes out (EXRULE) are not followed.',
    '16: The event repeats by several rules; only the first is followed.',
    '21: This changes one time of the series; those after it stay as they are.',
    '29: A time cannot be read here: "tomorrow".',
  ]);
});
