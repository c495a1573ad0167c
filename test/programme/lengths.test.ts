import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../server/programme/reading.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/programmes/${name}`, import.meta.url));

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
  ];
  test.each(notations)('%s', async (written, minutes) => {
    const files = [
      frabXml(written),
      frabJson(written),
      table(written),
      calendar(written),
      sessionize(written),
      miniconf(written),
      ontime(written),
    ];
    for (const file of files) expect(await read(file)).toEqual({ lengths: [`A: ${minutes}`], said: [] });
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
    ])
      expect(await read(file)).toEqual({
        lengths: ['A: 30'],
        said: ['A: Its end or length "soon" cannot be followed; 30 minutes are assumed.'],
      });
    expect((await read(frabXml(''))).said).toEqual(['A: The file says no end; 30 minutes are assumed.']);
  });

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
