import { describe, expect, test } from 'vitest';
import { type ReadOptions, readBytes } from '../../../server/programme/read/read-bytes.ts';

async function read(text: string, options: ReadOptions = {}) {
  return readBytes(Buffer.from(text), { fileName: 'upload', ...options });
}

describe('[F22] a file of which nothing comes says what became of its first entry', () => {
  test.each([
    [
      'Date,Start,Title\n2026-04-26,soon,A\n2026-04-26,later,B\n',
      'None of the 2 entries of this file can be read as a session; line 2: "A" has a time that cannot be read: "soon".',
    ],
    [
      '{"notes":[{"content":{"title":"A","venue":"Submitted to X"}}]}',
      'The only entry of this file cannot be read as a session; notes[0]: "A" is under review, not accepted.',
    ],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'No session stands in this file.'],
  ])('%s', async (text, message) => {
    expect(await read(text)).toMatchObject({ ok: false, issues: [{ path: 'upload', line: 1, message }] });
  });
});

const ownZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Venue',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const atNine =
  'BEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART;TZID=Venue:20260426T090000\nDURATION:PT30M\nEND:VEVENT';

describe('[F23] the clock of the venue is taken from the offsets of a file without a zone', () => {
  test.each([
    ['a table', 'start,end,title\n2026-04-26T09:00+09:00,2026-04-26T09:30+09:00,A\n'],
    [
      'a Mini-Conf calendar',
      '[{"title":"A","start":"2026-04-26T09:00:00+09:00","end":"2026-04-26T09:30:00+09:00"}]',
    ],
    [
      'a calendar with a zone of its own',
      ['BEGIN:VCALENDAR', ...ownZone, atNine, 'END:VCALENDAR'].join('\n'),
    ],
  ])('%s', async (_what, text) => {
    expect(await read(text)).toMatchObject({
      asks: [{ path: 'timezone' }],
      file: { timezone: 'Asia/Tokyo', sessions: [{ start: '2026-04-26 09:00', minutes: 30 }] },
    });
  });
});

describe('[F41] dates without a year', () => {
  const text = 'Date,Start,End,Title\n28th Feb,9:00,9:30,A\n1st Mar,9:00,9:30,B\n';

  test('ask for the first day, and are those of its year', async () => {
    expect(await read(text)).toMatchObject({
      report: { sessions: 2, of: 2 },
      asks: [
        { path: 'timezone', message: expect.stringContaining('"A" starts at 02-28 09:00, read here') },
        {
          path: 'date',
          message: 'The dates of the file have no year. Say its first day, for example 2026-02-28.',
        },
      ],
    });
    expect(await read(text, { date: '2027-02-28', timezone: 'UTC' })).toMatchObject({
      asks: [],
      file: { sessions: [{ start: '2027-02-28 09:00' }, { start: '2027-03-01 09:00' }] },
    });
  });
});

test('[F24] a date that is said moves a whole schedule, nights to the day they belong to', async () => {
  const event = (date: string) => ({ title: date, date: `${date}:00+01:00`, duration: '1:00' });
  const rooms = { Hall: [event('2026-12-27T13:00'), event('2026-12-28T03:00')] };
  const conference = { time_zone_name: 'Europe/Berlin', days: [{ date: '2026-12-27', rooms }] };
  const schedule = JSON.stringify({ schedule: { conference } });
  expect(await read(schedule, { date: '2027-03-01' })).toMatchObject({
    file: { sessions: [{ start: '2027-03-01 13:00' }, { start: '2027-03-02 03:00', day: '2027-03-01' }] },
  });
});
