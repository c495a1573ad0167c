import { test as prop } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventFileSchema } from '../../../server/programme/file/event-file.ts';
import { readFrabJson } from '../../../server/programme/formats/frab/frab-json.ts';
import { readFrabXml } from '../../../server/programme/formats/frab/frab-xml.ts';
import { abstractOf, lineOf } from '../../../server/programme/normalize/abstracts.ts';
import { kindOf } from '../../../server/programme/normalize/kinds.ts';
import { normalize, type Said } from '../../../server/programme/normalize/normalize.ts';
import type { FoundSession, Schedule } from '../../../server/programme/normalize/schedule.ts';
import { toProgramme } from '../../../server/programme/plan/to-programme.ts';

const bytes = new Uint8Array();

function found(
  title: string,
  start: string,
  minutes: number | null,
  more: Partial<FoundSession> = {},
): FoundSession {
  return {
    where: `event ${title}`,
    key: null,
    title,
    start: { local: start },
    end: minutes === null ? null : { minutes },
    room: 'Hall',
    hints: [],
    speakers: [],
    abstract: null,
    links: [],
    ...more,
  };
}

function schedule(sessions: FoundSession[], more: Partial<Schedule> = {}): Schedule {
  return {
    format: 'table',
    title: 'A day',
    acronym: null,
    timezone: 'Europe/Berlin',
    offsetsOnly: false,
    madeUpDay: null,
    venue: null,
    rooms: [],
    sessions,
    papers: [],
    skipped: [],
    warnings: [],
    ...more,
  };
}

function normalized(sessions: FoundSession[], more: Partial<Schedule> = {}, said: Said = {}) {
  const { file, ...rest } = normalize(schedule(sessions, more), said);
  if (!file) throw new Error('No file came of it');
  const made = toProgramme(file);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return { file, programme: made.programme, ...rest };
}

describe('[F23] a zone that nobody said is asked for', () => {
  test('with the first session’s clock and a guess from the place', () => {
    const { asks, file } = normalized(
      [found('Second', '2026-02-07T10:00', 30), found('Welcome', '2026-02-07T09:30', 20)],
      {
        timezone: null,
        venue: 'ULB, Brussels',
      },
    );
    expect(file.timezone).toBe('Europe/Brussels');
    expect(asks).toMatchObject([
      { path: 'timezone', message: expect.stringContaining('"Welcome" starts at 2026-02-07 09:30') },
    ]);
  });

  test('an offset at a time is never overridden by a zone', () => {
    const { programme } = normalized(
      [found('Talk', '', 30, { start: { instant: Date.UTC(2026, 0, 5, 9) } })],
      {
        timezone: 'America/New_York',
      },
    );
    expect(programme.sessions[0]).toMatchObject({
      start: Date.UTC(2026, 0, 5, 9),
      localStart: '2026-01-05T04:00',
    });
  });

  const ahead = (month: number, minutes: number) => [
    found('Talk', '', 30, {
      start: { instant: Date.UTC(2026, month - 1, 5, 9) - minutes * 60_000, ahead: minutes },
    }),
  ];
  test.each([
    [1, 60, 'Europe/Berlin'],
    [7, 60, 'Europe/London'],
    [7, 120, 'Europe/Berlin'],
    [7, -240, 'America/New_York'],
    [1, 330, 'Asia/Kolkata'],
    [1, 345, 'Asia/Katmandu'],
  ])('times of month %i that are %i minutes ahead of UTC are shown by the clock of %s', (...row) => {
    const [month, minutes, zone] = row;
    const { file, asks } = normalized(ahead(month, minutes), { timezone: null, offsetsOnly: true });
    expect([file.timezone, file.sessions[0]?.start]).toEqual([zone, `2026-0${month}-05 09:00`]);
    expect(asks[0]?.message).toContain(
      `${zone} is assumed, where "Talk" starts at 2026-0${month}-05 09:00. Say the zone`,
    );
  });

  test('a place is not guessed against the offsets, and UTC not believed against them', () => {
    expect(normalized(ahead(1, 60), { timezone: null, venue: 'Room London' }).file.timezone).toBe(
      'Europe/Berlin',
    );
    expect(normalized(ahead(1, 60), { timezone: null, venue: 'Brussels' }).file.timezone).toBe(
      'Europe/Brussels',
    );
    const { file, asks, warnings } = normalized(ahead(1, 60), { timezone: 'UTC' });
    expect([file.timezone, file.sessions[0]?.start, asks]).toEqual(['Europe/Berlin', '2026-01-05 09:00', []]);
    expect(warnings).toContainEqual({
      path: 'timezone',
      message: 'The file says UTC, but its times are of +01:00; Europe/Berlin is assumed.',
    });
    expect(normalized(ahead(1, 60), { timezone: 'UTC' }, { timezone: 'UTC' }).file.timezone).toBe('UTC');
    expect(normalized(ahead(1, 60), { timezone: 'Asia/Tokyo' }).file.timezone).toBe('Asia/Tokyo');
  });

  test('a schedule of no date is asked about without the day that stands for it', () => {
    const sessions = [found('Show', '2000-01-01T23:30', 60)];
    const { asks } = normalize(schedule(sessions, { madeUpDay: '2000-01-01', timezone: null }), {});
    expect(asks[0]?.message).toContain('"Show" starts at 23:30, read here as a time in UTC');
  });

  test('times of day without a date ask for the day', () => {
    const made = { madeUpDay: '2000-01-01' };
    const sessions = [found('Show', '2000-01-01T23:30', 60), found('After', '2000-01-02T00:30', 30)];
    expect(normalize(schedule(sessions, made), {}).asks).toMatchObject([{ path: 'date' }]);
    const { programme, asks } = normalized(sessions, made, { date: '2026-05-16' });
    expect(asks).toEqual([]);
    expect(programme.sessions.map(({ localStart, day }) => [localStart, day])).toEqual([
      ['2026-05-16T23:30', '2026-05-16'],
      ['2026-05-17T00:30', '2026-05-16'],
    ]);
  });
});

describe('[F24] days are labels', () => {
  const event = (date: string, title: string) => ({
    guid: title,
    title,
    date,
    duration: '1:30',
    persons: [],
  });
  test('a congress day runs to four in the morning', () => {
    const json = {
      schedule: {
        conference: {
          title: 'Congress',
          time_zone_name: 'Europe/Berlin',
          days: [
            {
              date: '2026-12-27',
              rooms: {
                Saal: [event('2026-12-27T23:00:00+01:00', 'a'), event('2026-12-28T00:30:00+01:00', 'b')],
              },
            },
          ],
        },
      },
    };
    const read = readFrabJson({ bytes, text: JSON.stringify(json) });
    if ('unreadable' in read) throw new Error('unreadable');
    const { file } = normalize(read, {});
    const made = file && toProgramme(file);
    expect(
      made?.ok && made.programme.sessions.map(({ day, start }) => [day, new Date(start).toISOString()]),
    ).toEqual([
      ['2026-12-27', '2026-12-27T22:00:00.000Z'],
      ['2026-12-27', '2026-12-27T23:30:00.000Z'],
    ]);
  });

  test('the clock of old XML turns over where it says', () => {
    const text = `<?xml version="1.0"?><schedule><conference><title>Fest</title><day_change>09:00:00</day_change></conference>
      <day index="1" date="2026-02-07"><room name="A"><event id="1"><start>00:30</start><duration>00:45</duration><title>Late</title><persons><person id="4">Ada</person></persons></event></room>
      <event id="2"><start>10:00</start><duration>25:00</duration><title>Stand</title><room>B</room></event></day></schedule>`;
    const read = readFrabXml({ bytes, text });
    if ('unreadable' in read) throw new Error(read.unreadable[0]?.message);
    expect(read.sessions.map(({ start, room, day, speakers }) => ({ start, room, day, speakers }))).toEqual([
      { start: { local: '2026-02-08T00:30' }, room: 'A', day: '2026-02-07', speakers: [{ name: 'Ada' }] },
      { start: { local: '2026-02-07T10:00' }, room: 'B', day: '2026-02-07', speakers: [] },
    ]);
    const { file, report } = normalize(read, { timezone: 'Europe/Brussels' });
    expect(file?.sessions.map(({ id, day }) => [id, day])).toEqual([['1', '2026-02-07']]);
    expect(report).toMatchObject({
      sessions: 1,
      of: 2,
      skipped: [{ where: 'event 2', why: expect.stringContaining('25 hours') }],
    });
  });

  test('24 hours and more are days, hours and minutes', () => {
    const read = readFrabJson({
      bytes,
      text: JSON.stringify({
        schedule: {
          conference: {
            title: 'x',
            days: [
              {
                date: '2026-01-01',
                rooms: {
                  A: [{ guid: 'g', title: 'Long', date: '2026-01-01T08:00:00Z', duration: '1:02:30' }],
                },
              },
            ],
          },
        },
      }),
    });
    expect('sessions' in read && read.sessions[0]?.end).toEqual({ minutes: 24 * 60 + 150 });
  });
});

describe('[F25] ids stay at the next import', () => {
  test('their own, made to fit', () => {
    const { file } = normalized([
      found('A', '2026-01-01T09:00', 30, { key: 'ABC123' }),
      found('B', '2026-01-01T10:00', 30, { key: 'talk-7@example.org' }),
    ]);
    expect(file.sessions.map(({ id }) => id)).toEqual(['ABC123', 'talk-7-example-org']);
  });

  test('ids that many share say nothing: title, start and room do', () => {
    const sessions = Array.from({ length: 88 }, (_, index) =>
      found(`Talk ${index}`, `2026-01-0${1 + Math.floor(index / 20)}T${10 + (index % 10)}:00`, 30, {
        key: `uid-${index % 5}`,
        room: `Room ${index % 20}`,
      }),
    );
    const first = normalized(sessions);
    expect(new Set(first.file.sessions.map(({ id }) => id)).size).toBe(88);
    expect(first.warnings.filter(({ message }) => message.includes('88 sessions share'))).toHaveLength(1);
    const again = normalized(sessions.toReversed());
    expect(new Set(again.file.sessions.map(({ id }) => id))).toEqual(
      new Set(first.file.sessions.map(({ id }) => id)),
    );
  });

  test('what stands twice, word for word, is there once', () => {
    const { report } = normalized([
      found('A', '2026-01-01T09:00', 30, { key: 'k' }),
      found('A', '2026-01-01T09:00', 30, { key: 'k' }),
    ]);
    expect(report).toMatchObject({ sessions: 1, of: 2, skipped: [{ why: 'it stands in the file twice' }] });
  });
});

describe('[F26] nothing overlaps in a room', () => {
  test('a stand beside talks moves, the talks stay', () => {
    const { file, warnings } = normalized([
      found('Info desk', '2026-01-01T09:00', 480),
      found('Talk', '2026-01-01T10:00', 30),
    ]);
    expect(file.rooms?.map(({ name }) => name)).toEqual(['Hall', 'Hall (2)']);
    expect(file.sessions.map(({ title, room }) => [title, room])).toEqual([
      ['Info desk', 'hall-2'],
      ['Talk', 'hall'],
    ]);
    expect(warnings).toMatchObject([{ path: 'rooms' }]);
  });

  test('what is for everybody stays so where nothing runs beside it', () => {
    const { file } = normalized([
      found('Keynote', '2026-01-01T09:00', 60, { everybody: true, room: 'Hall' }),
      found('A', '2026-01-01T10:00', 30),
      found('B', '2026-01-01T10:00', 30, { room: 'Annex' }),
      found('Tour', '2026-01-01T10:00', 60, { room: null }),
    ]);
    expect(file.sessions.map(({ title, room }) => [title, room])).toEqual([
      ['Keynote', undefined],
      ['A', 'hall'],
      ['B', 'annex'],
      ['Tour', 'elsewhere'],
    ]);
  });
});

describe('[F27] abstracts become plain text', () => {
  test.each([
    ['<p>One &amp; two.</p><p>Three</p>', 'One & two.\n\nThree'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<a href="https://x.org">here</a>', 'here (https://x.org)'],
    ['<script>alert(1)</script><style>p{}</style>safe<img src=x onerror=alert(1)>', 'safe'],
    ['a &lt; b &#x3D; c\nnext', 'a < b = c\nnext'],
    ['1 < 2 and $x<y$', '1 < 2 and $x<y$'],
    ['line\r\nnext\u0000\u0007', 'line\nnext'],
  ])('%j', (written, text) => {
    expect(abstractOf(written).text).toBe(text);
  });

  test('[F22] one that is made of elements within elements, or of nothing but markup, is cut', () => {
    expect(abstractOf(`${'<div>'.repeat(15_000)}deep`)).toEqual({ text: '...', cut: false });
    expect(abstractOf(`<p>Why</p>${'<b></b>'.repeat(50_000)}`)).toEqual({ text: 'Why', cut: true });
  });

  test.each([
    ['Q&amp;A &#x3D; <b>all</b>', 'Q&A = all'],
    ['Questions &amp; answers', 'Questions & answers'],
    ['R&D; if x<y', 'R&D; if x<y'],
  ])('a title too: %s', (written, line) => {
    expect(lineOf(written, 300)).toBe(line);
  });

  test('no address runs anything', () => {
    expect(abstractOf('<a href="javascript:alert(1)">x</a>').text).not.toContain('javascript');
  });
});

describe('[F28] kinds are guessed', () => {
  const kind = (title: string, more: Partial<FoundSession> = {}, first = false) =>
    kindOf({ title, hints: [], speakers: [], ...more }, first);
  test.each([
    ['Lunch break', 'break'],
    ['Mittagspause', 'break'],
    ['休憩', 'break'],
    ['Conference dinner', 'social'],
    ['Poster session 1', 'posters'],
    ['Lightning talks', 'spotlights'],
    ['Panel: what next?', 'panel'],
    ['Closing remarks', 'closing'],
    ['Closing panel', 'panel'],
    ['Closing keynote: what we know', 'talk'],
    ['On something', 'talk'],
  ])('%s: %s', (title, expected) => {
    expect(kind(title)).toBe(expected);
  });

  test('a talk about lunch is a talk, its type counts before its title, the first one may open', () => {
    expect(kind('No free lunch', { speakers: [{ name: 'Ada' }] })).toBe('talk');
    expect(kind('On posters', { hints: ['Panel'], speakers: [{ name: 'Ada' }] })).toBe('panel');
    expect(kind('Welcome', {}, true)).toBe('opening');
    expect(kind('Welcome', {}, false)).toBe('talk');
    expect(kind('Registration', { kind: 'social' })).toBe('social');
  });

  test('a talk about lightning is a talk, one of the type lightning is not', () => {
    expect(kind('When Lightning Strikes Thrice')).toBe('talk');
    expect(kind('Flash storage at scale')).toBe('talk');
    expect(kind('On something', { hints: ['Lightning'] })).toBe('spotlights');
    expect(kind('On something', { hints: ['lightning_talk'] })).toBe('spotlights');
  });
});

describe('[F29] what is missing is assumed, and said', () => {
  test('breaks that such files leave out, where nothing takes place in any room', () => {
    const { file, report, warnings } = normalized(
      [
        found('A', '2026-01-01T09:00', 60),
        found('B', '2026-01-01T09:00', 70, { room: 'Annex' }),
        found('C', '2026-01-01T10:30', 30),
      ],
      { format: 'frab-json' },
    );
    expect(file.sessions.filter((each) => each.kind === 'break')).toMatchObject([
      { title: 'Break', start: '2026-01-01 10:10', minutes: 20 },
    ]);
    expect(warnings).toMatchObject([
      { path: 'breaks', message: expect.stringContaining('2026-01-01 10:10, 20 minutes') },
    ]);
    expect(report.sessions).toBe(3);
  });

  test('an end that is missing', () => {
    const { file, warnings } = normalized([
      found('A', '2026-01-01T09:00', null),
      found('B', '2026-01-01T09:45', null),
    ]);
    expect(file.sessions.map(({ minutes }) => minutes)).toEqual([45, 30]);
    expect(warnings).toHaveLength(2);
  });

  test('a cancellation that only the title says', () => {
    expect(
      normalized([found('[CANCELLED] A talk', '2026-01-01T09:00', 30)]).programme.sessions[0],
    ).toMatchObject({ cancelled: true });
  });
});

const sessions = fc.array(
  fc.record({
    title: fc.oneof(fc.string(), fc.constantFrom('Lunch', 'Talk', 'Opening', '<b>x</b>', '\u202e\ud800')),
    day: fc.nat({ max: 3 }),
    at: fc.nat({ max: 1439 }),
    minutes: fc.option(fc.integer({ min: -30, max: 2000 })),
    room: fc.option(fc.constantFrom('A', 'B', ' ', 'ä', 'C'.repeat(300))),
    key: fc.option(fc.oneof(fc.string(), fc.constantFrom('k', 'K', '1'))),
    everybody: fc.boolean(),
    name: fc.string(),
  }),
  { minLength: 1, maxLength: 40 },
);

prop.prop([sessions, fc.constantFrom('frab-xml', 'table')], { numRuns: 150 })(
  '[F22] whatever was found, an event file that is in order comes of it',
  (rows, format) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const { file } = normalize(
      schedule(
        rows.map(({ title, day, at, minutes, name, ...rest }) =>
          found(title, `2026-03-${28 + (day % 4)}T${two(Math.floor(at / 60))}:${two(at % 60)}`, minutes, {
            ...rest,
            speakers: [{ name, affiliation: name }],
          }),
        ),
        { format },
      ),
      {},
    );
    if (file === null) return;
    const parsed = eventFileSchema.safeParse(JSON.parse(JSON.stringify(file)));
    expect(parsed.error?.issues).toBeUndefined();
    const made = toProgramme(file);
    expect(made.ok ? [] : made.issues).toEqual([]);
  },
);
