import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/programmes/${name}`, import.meta.url));

/** The sessions of a file as `title: minutes`, in order, and what is said of their lengths. */
async function read(file: string | Uint8Array): Promise<{ lengths: string[]; said: string[] }> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const made = await readBytes(bytes, { fileName: 'upload', timezone: 'Europe/Berlin', date: '2026-08-15' });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const { file: event, report, warnings } = made;
  return {
    lengths: (event?.sessions ?? [])
      .filter(({ kind }) => kind !== 'break')
      .map(({ title, minutes }) => `${title}: ${minutes}`),
    said: [
      ...report.skipped.map(({ where, why }) => `${where}: ${why}`),
      ...warnings.map(({ message }) => message).filter((message) => /length|end\b/.test(message)),
    ],
  };
}

const frabXml = (duration: string, more = '') =>
  `<schedule><conference><title>Day</title></conference><day date="2026-08-15"><room name="A"><event id="1"><date>2026-08-15T10:00:00+02:00</date><duration>${duration}</duration><title>A</title>${more}</event></room></day></schedule>`;
const frabJson = (duration: unknown) =>
  JSON.stringify({
    schedule: {
      conference: {
        title: 'Day',
        days: [
          {
            date: '2026-08-15',
            rooms: { A: [{ id: 1, title: 'A', date: '2026-08-15T10:00:00+02:00', duration }] },
          },
        ],
      },
    },
  });
const table = (duration: string) => `Date;Start;Duration;Title\n2026-08-15;10:00;${duration};A\n`;
const calendar = (duration: string) =>
  `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART:20260815T100000Z\nDURATION:${duration}\nEND:VEVENT\nEND:VCALENDAR\n`;
const sessionize = (duration: unknown) =>
  JSON.stringify({
    sessions: [{ id: '1', title: 'A', startsAt: '2026-08-15T10:00:00', duration }],
    speakers: [],
    rooms: [],
  });
const miniconf = (duration: unknown) =>
  JSON.stringify([{ title: 'A', start: '2026-08-15T10:00:00Z', calendarId: '---', duration }]);
const ontime = (duration: unknown) =>
  JSON.stringify({
    rundowns: {
      a: {
        title: 'A',
        order: ['x'],
        entries: { x: { type: 'event', id: 'x', title: 'A', timeStart: 36_000_000, duration } },
      },
    },
    project: { title: 'Day' },
  });

/** A talk of this length, as it is written, in each format that carries one. */
function inEachFormat(written: string): string[] {
  return [
    frabXml(written.replace('&', '&amp;')),
    ...[frabJson, table, calendar, sessionize, miniconf, ontime].map((file) => file(written)),
  ];
}

describe('[F47] a length is read in any notation, wherever a format carries one', () => {
  test('frab: minutes above 59, minutes alone, with seconds, and ISO 8601', async () => {
    expect(await read(fixture('frab-duration-over-59.xml'))).toEqual({
      lengths: [
        'Ninety minutes: 90',
        'Ninety too: 90',
        'Forty-five: 45',
        'Clock with seconds: 90',
        'Until midnight: 240',
      ],
      said: [],
    });
    expect(await read(fixture('frab-duration-seconds.xml'))).toEqual({
      lengths: ['With seconds: 45', 'ISO length: 45', 'Later: 30'],
      said: [],
    });
  });

  const notations: readonly (readonly [string, number])[] = [
    ['90', 90],
    ['00:90', 90],
    ['0:45', 45],
    ['00:45:00', 45],
    ['01:30:00', 90],
    ['PT45M', 45],
    ['PT1H30M', 90],
    ['pt1.5h', 90],
    ['PT5400S', 90],
    ['P0Y0M0DT0H45M0S', 45],
    ['45 min', 45],
    ['45min.', 45],
    ["45'", 45],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['1 hour and 30 minutes', 90],
    ['1.5 h', 90],
    ['1,5 Std.', 90],
    ['1½ hours', 90],
    ['1:30 h', 90],
    ['1時間30分', 90],
    ['９０分', 90],
    ['1小时30分钟', 90],
    ['1시간 30분', 90],
    ['1 ч 30 мин', 90],
    ['٩٠', 90],
    ['1時間半', 90],
    ['90分間', 90],
    ['1个半小时', 90],
    ['半小时', 30],
    ['1시간반', 90],
    ['1 ½ h', 90],
    ['1 1/2 h', 90],
    ['half an hour', 30],
    ['an hour and a half', 90],
    ['eine Stunde', 60],
    ['полтора часа', 90],
    ['1 saat 30 dakika', 90],
    ['45 λεπτά', 45],
    ['45 דקות', 45],
    ['٤٥ دقيقة', 45],
    ['5400 s', 90],
    ['0 days 01:30:00', 90],
    ['0.00:45:00', 45],
    ['90 sec', 2],
    ['1 day', 1440],
    ['90 minute(s)', 90],
    ['ca. 45 min', 45],
    ['~45', 45],
  ];
  test.each(notations)('%s', async (written, minutes) => {
    for (const file of inEachFormat(written))
      expect(await read(file)).toEqual({ lengths: [`A: ${minutes}`], said: [] });
  });

  test.each([
    ['1.5', 90, 'hours'],
    ['0,5', 30, 'hours'],
    ['1.30', 90, 'hours and minutes'],
    ['0.45', 45, 'hours and minutes'],
    ['1.25', 75, 'hours'],
    ['1.30 h', 90, 'hours and minutes'],
    ['5400', 90, 'seconds'],
    ['2700000', 45, 'milliseconds'],
    ['20+10', 30, 'a sum'],
    ['20 min + 10 min Q&A', 30, 'a sum'],
  ])('%s can be read in more than one way, and it is said', async (written, minutes, as) => {
    const sentence = new RegExp(
      `length.*"${written.replaceAll('+', '\\+')}" was taken as ${as}: ${minutes} minutes\\.$`,
    );
    for (const file of inEachFormat(written))
      expect(await read(file)).toEqual({
        lengths: [`A: ${minutes}`],
        said: [expect.stringMatching(sentence)],
      });
  });

  test('a number alone is in the unit that the name of its column says', async () => {
    const named = (name: string, written: string) => table(written).replace('Duration', name);
    for (const [name, written] of [
      ['Duration (h)', '1.5'],
      ['Dauer (Std.)', '1,5'],
      ['Dauer in Stunden', '1,5'],
      ['Length (hours)', '1.5'],
      ['Duration (s)', '5400'],
      ['Duration (ms)', '5400000'],
      ['Duration (min)', '90'],
      ['Duration (h:mm)', '1:30'],
      ['Duration (h)', '90 min'],
    ] as const)
      expect(await read(named(name, written))).toEqual({ lengths: ['A: 90'], said: [] });
  });

  test('a length that a spreadsheet shows as a time of day, and a part of a day', async () => {
    expect(await read(table('12:45 AM'))).toEqual({
      lengths: ['A: 45'],
      said: ['The length of "A": "12:45 AM" was taken as hours and minutes: 45 minutes.'],
    });
    expect(await read(table('0.03125'))).toEqual({ lengths: ['A: 45'], said: [] });
  });

  test('numbers of JSON are minutes, and milliseconds in Ontime', async () => {
    for (const file of [frabJson(90), sessionize(90), miniconf(90), ontime(5_400_000)])
      expect((await read(file)).lengths).toEqual(['A: 90']);
  });

  test('three numbers are days only where they can be nothing else, and what could be either is said', async () => {
    expect(await read(frabXml('1:00:00'))).toEqual({
      lengths: ['A: 60'],
      said: ['The length of "A": "1:00:00" was taken as hours, minutes and seconds: 60 minutes.'],
    });
    await expect(read(frabXml('1:02:30'))).rejects.toThrow('it would last 27 hours');
    expect(await read(table('1:00:00'))).toEqual({ lengths: ['A: 60'], said: [] });
    expect(await read(table('45:00'))).toEqual({
      lengths: ['A: 45'],
      said: ['The length of "A": "45:00" was taken as minutes and seconds: 45 minutes.'],
    });
  });

  test('a length that cannot be read is said as it is written, not as missing', async () => {
    for (const file of [
      frabXml('soon'),
      frabJson('soon'),
      table('soon'),
      calendar('soon'),
      sessionize('soon'),
      miniconf('soon'),
      ontime('soon'),
    ])
      expect(await read(file)).toEqual({
        lengths: ['A: 30'],
        said: ['A: Its end or length "soon" was not understood; 30 minutes are assumed.'],
      });
    expect((await read(frabXml(''))).said).toEqual(['A: The file says no end; 30 minutes are assumed.']);
  });

  test.each(['15.08.2026', '20260815', '15 August 2026', '2026-08-15T00:00:00+02:00'])(
    'frab: the day %s is read',
    async (day) => {
      const file = frabXml('0:45')
        .replace('2026-08-15', day)
        .replace(/<date>.*<\/date>/, '<start>10:00</start>');
      const made = await readBytes(Buffer.from(file), { fileName: 'upload', timezone: 'UTC' });
      if (!made.ok) throw new Error(JSON.stringify(made.issues));
      expect(made.file?.sessions).toMatchObject([{ start: '2026-08-15 10:00', minutes: 45 }]);
    },
  );

  test('frab: a start with seconds, and an end that is a time of day', async () => {
    const start = frabXml('0:45').replace(/<date>.*<\/date>/, '<start>10:00:00</start>');
    expect(await read(start)).toEqual({ lengths: ['A: 45'], said: [] });
    expect(await read(frabXml('', '<end>10:40</end>'))).toEqual({ lengths: ['A: 40'], said: [] });
    expect(
      await read(frabXml('', '<end>10:40:00</end>').replace(/<date>.*<\/date>/, '<start>10:00:00</start>')),
    ).toEqual({
      lengths: ['A: 40'],
      said: [],
    });
  });
});

describe('[F42] [F47] dates, times and ends in any notation, in Sessionize and Mini-Conf too', () => {
  const times: readonly (readonly [string, string])[] = [
    ['2026-08-15T13:00:00', '13:45'],
    ['2026-08-15 1:00 PM', '1:45 PM'],
    ['8/15/2026 1:00 PM', '8/15/2026 1:45 PM'],
    ['15.08.2026 13:00', '15.08.2026 13:45'],
    ['15.08.2026 13:00', '13:45:00'],
    ['Aug 15, 2026 1:00 PM', '1:45 PM'],
  ];
  test.each(times)('from %s to %s', async (startsAt, endsAt) => {
    const sessions = [{ id: '1', title: 'A', startsAt, endsAt }];
    const all = JSON.stringify({ sessions, speakers: [], rooms: [] });
    const calendar = JSON.stringify([{ title: 'A', start: startsAt, end: endsAt, calendarId: '---' }]);
    for (const file of [all, calendar]) {
      const made = await readBytes(Buffer.from(file), { fileName: 'upload', timezone: 'UTC' });
      if (!made.ok) throw new Error(JSON.stringify(made.issues));
      expect(made.file?.sessions).toMatchObject([{ start: '2026-08-15 13:00', minutes: 45 }]);
    }
  });

  test('a date that can be read in two ways is no start', async () => {
    const sessions = [{ id: '1', title: 'A', startsAt: '8/5/2026 1:00 PM' }];
    await expect(read(JSON.stringify({ sessions, speakers: [], rooms: [] }))).rejects.toThrow(
      'has no start that can be read',
    );
  });
});
