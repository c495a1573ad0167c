import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarOf } from '../../../server/export/calendar.ts';
import { icbinb2026 } from '../../../server/programme/demo/samples.ts';
import { fileOf } from '../../../server/programme/file/file-of.ts';
import { mergeImport } from '../../../server/programme/plan/merge/merge-import.ts';
import { toProgramme } from '../../../server/programme/plan/to-programme.ts';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';
import type { Programme } from '../../../shared/rundown/programme.ts';
import { given } from '../../world/given.ts';

/** The programme that a file makes, or that it makes of the one before. */
async function imported(text: string, before: Programme | null = null): Promise<Programme> {
  const options = { slug: 'day', timezone: /^(?:<|BEGIN)/.test(text) ? undefined : 'UTC' };
  const read = await readBytes(new TextEncoder().encode(text), options);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const file = before ? mergeImport(fileOf(before), read).file : read.file;
  const made = file && toProgramme(file, before ? { before } : {});
  if (!made?.ok) throw new Error(JSON.stringify(made));
  return made.programme;
}

/** The programmes that files make, each of the one before. */
async function inTurn(...texts: string[]): Promise<Programme[]> {
  const programmes: Programme[] = [];
  for (const text of texts) programmes.push(await imported(text, programmes.at(-1) ?? null));
  return programmes;
}

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/reimports/${name}`, import.meta.url), 'utf8');

/** The id of the session with this start, `MM-DD HH:MM` of its local time. */
function at(programme: Programme | undefined, start: string): string {
  const found = programme?.sessions.filter(
    ({ localStart }) => localStart.slice(5).replace('T', ' ') === start,
  );
  if (found?.length !== 1) throw new Error(`${found?.length} sessions at ${start}`);
  return found[0]?.id ?? '';
}

const idOf = (programme: Programme | undefined, title: string) =>
  programme?.sessions.find((session) => session.title === title)?.id;
const talks = (programme: Programme | undefined) =>
  programme?.sessions.filter(({ kind }) => kind === 'talk') ?? [];
const rooms = (programme: Programme | undefined) =>
  Object.fromEntries((programme?.rooms ?? []).map(({ id, name }) => [name, id]));

/** A table of rows `start title room`, half an hour each. */
const table = (rows: readonly (readonly string[])[], head = 'Date,Start,Minutes,Title,Room,Speaker') =>
  [head, ...rows.map(([start, ...rest]) => `2031-05-11,${start},30,${rest.join(',')}`), ''].join('\n');

interface Slot {
  guid: string;
  title: string;
  at: string;
}

/** A frab schedule: rooms with their guid, and what takes place in them. */
function frab(...all: readonly (readonly [name: string, guid: string | null, ...slots: Slot[]])[]): string {
  const events = (slots: readonly Slot[]) =>
    slots
      .map(
        ({ guid, title, at: time }) =>
          `<event guid="${guid}"><date>2031-05-11T${time}:00+00:00</date><start>${time}</start><duration>00:30</duration><title>${title}</title></event>`,
      )
      .join('');
  const within = all.map(
    ([name, guid, ...slots]) =>
      `<room name="${name}"${guid === null ? '' : ` guid="${guid}"`}>${events(slots)}</room>`,
  );
  return `<?xml version="1.0"?><schedule><conference><acronym>day</acronym><title>Day</title><time_zone_name>UTC</time_zone_name></conference><day index="1" date="2031-05-11">${within.join('')}</day></schedule>`;
}

const one = { guid: 'guid-one', title: 'One', at: '09:00' };
const two = { guid: 'guid-two', title: 'Two', at: '10:00' };
const three = { guid: 'guid-three', title: 'Three', at: '11:00' };
const four = { guid: 'guid-four', title: 'Four', at: '11:00' };

test('[F54] a room with the same guid is the same room, whatever it is called', async () => {
  const [first, second] = await inTurn(
    fixture('frab-room-renamed-1.xml'),
    fixture('frab-room-renamed-2.xml'),
  );
  expect(rooms(first)).toEqual({ 'Gray Room': 'gray-room' });
  expect(rooms(second)).toEqual({ 'Great Hall (was Gray Room)': 'gray-room' });
  expect(new Set(second?.sessions.map(({ room }) => room))).toEqual(new Set(['gray-room']));
});

test('[F54] two rooms that swap their names stay what their guids say', async () => {
  const [, second] = await inTurn(
    frab(['A', 'g-a', one], ['B', 'g-b', two]),
    frab(['B', 'g-a', one], ['A', 'g-b', two]),
  );
  expect(rooms(second)).toEqual({ A: 'b', B: 'a' });
  expect(talks(second).map(({ title, room }) => [title, room])).toEqual([
    ['One', 'a'],
    ['Two', 'b'],
  ]);
});

test.each([
  ['one', frab(['Hall', null, one, two]), frab(['Great Hall', null, one, two]), { 'Great Hall': 'hall' }],
  [
    'two at once',
    frab(['Hall', null, one, three], ['Lab', null, two, four]),
    frab(['Studio', null, two, four], ['Great Hall', null, one, three]),
    { 'Great Hall': 'hall', Studio: 'lab' },
  ],
  [
    'in a table',
    table([
      ['09:00', 'One', 'Hall'],
      ['10:00', 'Two', 'Hall'],
      ['09:00', 'Three', 'Lab'],
    ]),
    table([
      ['09:00', 'One', 'Big Hall'],
      ['10:00', 'Two', 'Big Hall'],
      ['09:00', 'Three', 'Lab'],
    ]),
    { 'Big Hall': 'hall', Lab: 'lab' },
  ],
  [
    'one that also takes another room’s name',
    frab(['A', 'g-a', one], ['B', 'g-b', two]),
    frab(['B', 'g-a', one]),
    { B: 'a' },
  ],
])(
  '[F54] a room that goes while one comes with the same sessions is renamed: %s',
  async (_, before, after, ids) => {
    const [, second] = await inTurn(before, after);
    expect(rooms(second)).toEqual(ids);
  },
);

test('[F54] where it cannot be told, a room that comes is a new one', async () => {
  const [, split] = await inTurn(
    frab(['Hall', null, one, two, three]),
    frab(['Hall East', null, one, three], ['Hall West', null, two]),
  );
  expect(rooms(split)).toEqual({ 'Hall East': 'hall-east', 'Hall West': 'hall-west' });
  const [, closed] = await inTurn(
    frab(['Hall', null, one, two, three], ['Lab', null, { ...four, at: '14:00' }]),
    frab(['Lab', null, one, two, { ...four, at: '14:00' }], ['Annex', null, three]),
  );
  expect(rooms(closed)).toEqual({ Annex: 'annex', Lab: 'lab' });
});

test('[F54] a renamed room keeps its stream, and a new one never takes an id that was another’s', async () => {
  const first = await imported(frab(['A', 'g-a', one], ['B', 'g-b', two]));
  const stream = { provider: 'youtube', id: 'dQw4w9WgXcQ', url: null } as const;
  const set = { ...first, rooms: first.rooms.map((room) => (room.id === 'a' ? { ...room, stream } : room)) };
  const second = await imported(frab(['Great', 'g-a', one], ['B', 'g-b', two], ['A', 'g-c', three]), set);
  expect(rooms(second)).toEqual({ Great: 'a', B: 'b', A: 'a-2' });
  expect(second.rooms.find(({ id }) => id === 'a')?.stream).toEqual(stream);
});

test('[F54] rooms of Sessionize are known by their ids', async () => {
  const sessionize = (name: string) =>
    JSON.stringify({
      sessions: [
        {
          id: '700',
          title: 'One',
          startsAt: '2031-05-11T09:00:00Z',
          endsAt: '2031-05-11T09:30:00Z',
          roomId: 5,
        },
      ],
      speakers: [],
      rooms: [{ id: 5, name, sort: 0 }],
    });
  const moved = sessionize('Great Hall')
    .replace('"700"', '"701"')
    .replace('"One"', '"Another"')
    .replaceAll('T09', 'T11');
  const [, second] = await inTurn(sessionize('Hall'), moved);
  expect(rooms(second)).toEqual({ 'Great Hall': 'hall' });
});

test('[F55] a talk that gets a second slot keeps its id, in any order of the file', async () => {
  const [first, second] = await inTurn(fixture('frab-second-slot-1.xml'), fixture('frab-second-slot-2.xml'));
  const guid = '33333333-0000-4000-8000-000000000001';
  expect([at(first, '11-29 12:59'), at(second, '11-29 12:59')]).toEqual([guid, guid]);
  expect(at(second, '11-29 14:04')).toBe(at(first, '11-29 14:04'));
  expect(at(second, '11-29 16:04')).not.toBe(guid);
  const early = { ...one, at: '07:00' };
  const programmes = await inTurn(
    frab(['A', null, one]),
    frab(['A', null, early, one]),
    frab(['A', null, early]),
  );
  expect(programmes.slice(0, 2).map((programme) => at(programme, '05-11 09:00'))).toEqual([
    'guid-one',
    'guid-one',
  ]);
  expect(at(programmes[2], '05-11 07:00')).toBe(at(programmes[1], '05-11 07:00'));
});

test('[F55] a talk that moves as it gets a second slot is the nearer of the two', async () => {
  const [, second] = await inTurn(
    frab(['A', null, one]),
    frab(['A', null, { ...one, at: '15:00' }, { ...one, at: '09:10' }]),
  );
  expect(at(second, '05-11 09:10')).toBe('guid-one');
});

test('[F55] a guid is the identity, whatever else changes, and with other guids what is the same stays', async () => {
  const [, second] = await inTurn(
    frab(['A', null, one, two]),
    frab(['B', null, { ...one, title: 'Quite another', at: '15:00' }, { ...two, guid: 'other' }]),
  );
  expect(idOf(second, 'Quite another')).toBe('guid-one');
  expect(idOf(second, 'Two')).toBe('guid-two');
  const replaced = await inTurn(
    frab(['A', null, one, two]),
    frab(['A', null, { ...three, at: '09:00' }, two]),
  );
  expect(idOf(replaced[1], 'Three')).toBe('guid-three');
});

test('[F55] what was known by its title before it had a guid is known by the guid from then on', async () => {
  const programmes = await inTurn(
    table([
      ['09:00', 'One', 'A'],
      ['10:00', 'Two', 'A'],
    ]),
    frab(['A', null, { ...one, at: '07:00' }, { ...two, at: '08:00' }]),
    frab(['A', null, { ...one, title: 'Uno', at: '12:00' }, two]),
  );
  expect(idOf(programmes[1], 'One')).toBe('one');
  expect(idOf(programmes[2], 'Uno')).toBe('one');
});

test('[F56] a day of a repeating event is known by its UID and the time that the rule gives it', async () => {
  const [first, second] = await inTurn(fixture('ics-series-moved-1.ics'), fixture('ics-series-moved-2.ics'));
  const days = ['06-01 09:00', '06-02 09:00', '06-03 09:00'].map((start) => at(first, start));
  expect(new Set(days).size).toBe(3);
  expect(['06-01 09:00', '06-02 09:10', '06-03 09:00'].map((start) => at(second, start))).toEqual(days);
});

test('[F56] … also where the change is written in another zone, on another day, and where the whole series moves', async () => {
  const first = fixture('ics-series-moved-1.ics');
  const inUtc = fixture('ics-series-moved-2.ics')
    .replace('RECURRENCE-ID;TZID=Europe/Berlin:20270602T090000', 'RECURRENCE-ID:20270602T070000Z')
    .replace('20270602T091000', '20270605T140000')
    .replace('20270602T101000', '20270605T150000');
  const [, moved] = await inTurn(first, inUtc);
  const before = await imported(first);
  expect(at(moved, '06-05 14:00')).toBe(at(before, '06-02 09:00'));
  const [, later] = await inTurn(
    first,
    first.replaceAll('T090000', 'T093000').replaceAll('T100000', 'T103000'),
  );
  const starts = (clock: string) => ['06-01', '06-02', '06-03'].map((day) => `${day} ${clock}`);
  expect(starts('09:30').map((start) => at(later, start))).toEqual(
    starts('09:00').map((start) => at(before, start)),
  );
});

test('[F56] … also by a week, and where a part of the series becomes one of its own', async () => {
  const event = (uid: string, start: string, rule?: string) =>
    [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTART;TZID=Europe/Berlin:${start}`,
      'DURATION:PT1H',
      `SUMMARY:${rule === undefined ? 'Keynote' : 'Morning lecture'}`,
      'LOCATION:Hall',
      ...(rule === undefined ? [] : [`RRULE:FREQ=DAILY;COUNT=${rule}`]),
      'END:VEVENT\r\n',
    ].join('\r\n');
  const calendar = (...events: string[]) =>
    `BEGIN:VCALENDAR\r\n${events.join('')}${event('k', '20270601T150000')}END:VCALENDAR\r\n`;
  const first = calendar(event('s1', '20270601T090000', '3'));
  const before = await imported(first);
  const ids = ['06-01 09:00', '06-02 09:00', '06-03 09:00'].map((start) => at(before, start));
  const [, week] = await inTurn(first, calendar(event('s1', '20270608T090000', '3')));
  expect(['06-08 09:00', '06-09 09:00', '06-10 09:00'].map((start) => at(week, start))).toEqual(ids);
  const [, split] = await inTurn(
    first,
    calendar(event('s1', '20270601T090000', '1'), event('s1_R2', '20270602T091500', '2')),
  );
  expect(['06-01 09:00', '06-02 09:15', '06-03 09:15'].map((start) => at(split, start))).toEqual(ids);
});

const rows = [
  ['09:00', 'Opening', 'Hall', ''],
  ['10:00', 'Deep dive', 'Hall', 'Ada Lovelace'],
  ['10:00', 'Small talk', 'Lab', 'Alan Turing'],
  ['12:00', 'Lunch', 'Hall', ''],
];
const changed = (from: string, to: readonly string[]) => rows.map((row) => (row[1] === from ? to : row));

test.each([
  ['moved', 'Deep dive', ['11:00', 'Deep dive', 'Hall', 'Ada Lovelace']],
  ['into another room', 'Deep dive', ['10:30', 'Deep dive', 'Lab', 'Ada Lovelace']],
  ['retitled', 'Deep dive', ['10:00', 'A deeper dive', 'Hall', 'Ada Lovelace']],
  ['retitled, without speakers', 'Opening', ['09:00', 'Welcome', 'Hall', '']],
  ['in other letters', 'Deep dive', ['10:40', 'DEEP Dive!', 'Hall', 'Ada Lovelace']],
  ['retitled and moved, with the same speaker', 'Deep dive', ['13:00', 'Diving', 'Hall', 'Ada Lovelace']],
])('[F57] a row without an id keeps the id of its session: %s', async (_, title, row) => {
  const [first, second] = await inTurn(table(rows), table(changed(title, row)));
  expect(second?.sessions.find((session) => session.title === row[1])?.id).toBe(idOf(first, title));
  const ids = (programme: Programme | undefined) => programme?.sessions.map(({ id }) => id).toSorted();
  expect(ids(second)).toEqual(ids(first));
});

test('[F57] of rows of one title each keeps its own id, whatever rows come and go', async () => {
  const lunch = (start: string) => [start, 'Lunch', 'Hall', ''];
  const programmes = await inTurn(
    table([lunch('12:00')]),
    table([lunch('11:00'), lunch('12:00')]),
    table([lunch('11:00'), lunch('12:00'), lunch('13:00')]),
    table([lunch('11:00'), lunch('13:00')]),
  );
  expect(new Set(programmes.slice(0, 3).map((programme) => at(programme, '05-11 12:00'))).size).toBe(1);
  expect(new Set(programmes.slice(1).map((programme) => at(programme, '05-11 11:00'))).size).toBe(1);
  expect(new Set(programmes.slice(2).map((programme) => at(programme, '05-11 13:00'))).size).toBe(1);
});

test.each([
  ['to the next day', ['2031-05-12', '2031-05-13']],
  ['to another week', ['2031-05-18', '2031-05-19']],
])('[F57] rows of one title on several days keep their ids where all of it goes %s', async (_, to) => {
  const titles = [
    ['Opening', 'Deep dive', 'Lunch'],
    ['Opening', 'Small talk', 'Lunch'],
  ];
  const two = (days: readonly string[]) =>
    [
      'Date,Start,Minutes,Title,Room',
      ...titles.flatMap((all, day) => all.map((title, hour) => `${days[day]},1${hour}:00,30,${title},Hall`)),
    ].join('\n');
  const [first, second] = await inTurn(two(['2031-05-11', '2031-05-12']), two(to));
  const ids = (programme: Programme | undefined) => programme?.sessions.map(({ title, id }) => [title, id]);
  expect(ids(second)).toEqual(ids(first));
});

test('[F57] another talk in the place of one that goes is another session', async () => {
  const other = ['10:00', 'On something else', 'Hall', 'Grace Hopper'];
  const [, second] = await inTurn(table(rows), table(changed('Deep dive', other)));
  expect(idOf(second, 'On something else')).toBe('on-something-else');
  const pause = await inTurn(table(rows), table(changed('Opening', ['09:00', 'Coffee break', 'Hall', ''])));
  expect(idOf(pause[1], 'Coffee break')).toBe('coffee-break');
});

test('[F57] swapped rows stay what their titles say', async () => {
  const swapped = [
    ['10:00', 'Small talk', 'Hall', 'Alan Turing'],
    ['10:00', 'Deep dive', 'Lab', 'Ada Lovelace'],
  ];
  const [, second] = await inTurn(
    table(rows),
    table([...swapped, ...rows.filter(([start]) => start !== '10:00')]),
  );
  expect([idOf(second, 'Small talk'), idOf(second, 'Deep dive')]).toEqual(['small-talk', 'deep-dive']);
});

test('[F57] a column that only counts the rows of a table is no identity', async () => {
  const counted = (all: readonly (readonly string[])[]) =>
    table(
      all.map((row, index) => [...row, String(index + 1)]),
      'Date,Start,Minutes,Title,Room,Speaker,ID',
    );
  const [first, second] = await inTurn(
    counted(rows),
    counted([['08:00', 'Registration', 'Hall', ''], ...rows]),
  );
  expect(rows.map(([, title = '']) => idOf(second, title))).toEqual(
    rows.map(([, title = '']) => idOf(first, title)),
  );
});

test('[F57] Mini-Conf and Ontime keep ids too where a title or a time changes', async () => {
  const miniconf = (title: string, hour: string) =>
    JSON.stringify([
      {
        title,
        start: `2031-05-11T${hour}:00:00Z`,
        end: `2031-05-11T${hour}:30:00Z`,
        calendarId: 'talk',
        location: 'Hall',
        category: 'time',
        link: '',
      },
    ]);
  const [first, ...later] = await inTurn(miniconf('One', '09'), miniconf('One', '10'), miniconf('Uno', '10'));
  expect(later.map(({ sessions }) => sessions[0]?.id)).toEqual([
    first?.sessions[0]?.id,
    first?.sessions[0]?.id,
  ]);
});

const eventFile = (sessions: string, more = '') =>
  `backrow: 1\nslug: day\ntitle: Day\ntimezone: UTC\nrooms: [{id: hall, name: Hall}, {id: lab, name: Lab}]\n${more}sessions:\n${sessions}`;
const line = (title: string, start: string, more = '') =>
  `  - {kind: talk, title: ${title}, start: 2031-05-11 ${start}, minutes: 30, room: hall${more}}\n`;

test('[F57] an event file without ids keeps those of sessions, parts and posters', async () => {
  const parts = (...titles: string[]) =>
    `, parts: [${titles.map((title) => `{title: ${title}, minutes: 10}`).join(', ')}]`;
  const posters = (...all: string[]) => `posters: [${all.join(', ')}]\n`;
  const [first, second] = await inTurn(
    eventFile(
      line('One', '09:00') + line('Two', '10:00', parts('First', 'Second')) + line('Two', '11:00'),
      posters('{title: A, number: 1}', '{title: B, number: 2}'),
    ),
    eventFile(
      line('Two', '08:00') +
        line('Uno', '09:00') +
        line('Two', '10:30', parts('First of all', 'Second')) +
        line('Two', '11:00'),
      posters('{title: A new title, number: 1}', '{title: B, number: 3}'),
    ),
  );
  expect(at(second, '05-11 09:00')).toBe('one');
  expect(at(second, '05-11 11:00')).toBe(at(first, '05-11 11:00'));
  expect(at(second, '05-11 10:30')).toBe(at(first, '05-11 10:00'));
  expect(second?.sessions.flatMap((session) => session.parts.map(({ id }) => id))).toEqual([
    'first',
    'second',
  ]);
  expect(second?.posters.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('[W41] a file without people or abstracts at all leaves those that are there', async () => {
  const abstract = 'Date,Start,Minutes,Title,Room,Speaker,Abstract';
  const both = [
    ['09:00', 'One', 'Hall', 'Ada Lovelace', 'On one'],
    ['10:00', 'Two', 'Hall', 'Alan Turing', 'On two'],
  ];
  const [first, bare, some] = await inTurn(
    table(both, abstract),
    table(
      both.map((row) => row.slice(0, 3)),
      'Date,Start,Minutes,Title,Room',
    ),
    table([
      ['09:00', 'One', 'Hall', 'Ada Lovelace'],
      ...both.slice(1).map((row) => [...row.slice(0, 3), '']),
    ]),
  );
  expect(bare).toEqual(first);
  expect(some?.sessions.map(({ speakers, abstract: text }) => [speakers.length, text])).toEqual([
    [1, 'On one'],
    [0, 'On two'],
  ]);
});

test('[F61] the calendar that is given out changes nothing when it is imported, and keeps ids where it was edited', async () => {
  const hall = { id: 'hall', name: 'Hall, upstairs', stream: null };
  const sample = await imported(icbinb2026);
  const placed = (session: Programme['sessions'][number]) => ({
    ...session,
    ...(session.id === 'lunch' && { room: null, fixed: true }),
    ...(session.id === 'closing' && { room: 'hall' }),
  });
  const several = { ...sample, rooms: [...sample.rooms, hall], sessions: sample.sessions.map(placed) };
  for (const programme of [sample, several]) {
    const calendar = await calendarOf(given({}, programme).state, 'https://example.org/');
    const again = await imported(calendar, programme);
    expect(again.sessions).toEqual(programme.sessions);
    expect(new Set(again.rooms)).toEqual(new Set(programme.rooms));
    const edited = calendar
      .replace('SUMMARY:Invited Talk 1', 'SUMMARY:Quite another')
      .replace('T111000Z', 'T111500Z');
    expect(idOf(await imported(edited, programme), 'Quite another')).toBe('talk-1');
  }
});

test('[F57] papers keep their ids where a title changes, and what the list does not say', async () => {
  const before = await imported(
    eventFile(
      line('One', '09:00'),
      'posters: [{id: p1, title: On ducks, number: 4, session: one, paper: "https://x.org/1"}]\n',
    ).replace('title: One', 'id: one, title: One'),
  );
  const after = await imported('title,authors,paper\nOn geese,Ada Lovelace,https://x.org/1\n', before);
  expect(after.posters).toMatchObject([{ id: 'p1', title: 'On geese', number: 4, session: 'one' }]);
});

test('[F58] speakers keep their ids whoever else speaks, also of one name and with another affiliation', async () => {
  const speaker = (name: string, affiliation: string) =>
    `, speakers: [{name: ${name}, affiliation: ${affiliation}}]`;
  const [first, second] = await inTurn(
    eventFile(
      line('One', '09:00', speaker('Wei Wang', 'Here')) + line('Two', '10:00', speaker('Ada', 'There')),
    ),
    eventFile(
      line('Zero', '08:00', speaker('Wei Wang', 'Elsewhere')) +
        line('One', '09:00', speaker('Wei Wang', 'Here')) +
        line('Two', '10:00', speaker('Ada', 'Anywhere')),
    ),
  );
  const speakerOf = (programme: Programme | undefined, title: string) =>
    programme?.sessions.find((session) => session.title === title)?.speakers[0]?.id;
  expect(speakerOf(second, 'One')).toBe(speakerOf(first, 'One'));
  expect(speakerOf(second, 'Two')).toBe(speakerOf(first, 'Two'));
  expect(speakerOf(second, 'Zero')).not.toBe(speakerOf(first, 'One'));
});

/** What an import of a table into the programme that another made asks, and what comes of an answer. */
async function asking(was: string, now: string, ...answers: [string, string | null][]) {
  const before = await imported(was);
  const read = await readBytes(new TextEncoder().encode(now), { slug: 'day', timezone: 'UTC' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { file, asked, unknown } = mergeImport(fileOf(before), read, new Map(answers));
  return {
    ids: Object.fromEntries(file.sessions.map(({ title, id }) => [title, id])),
    asked: asked.map(({ id, before: { id: old }, same }) => ({ id, old, same })),
    unknown,
  };
}

test('[F62] another title in the same place at the same time is asked about, and is what was answered', async () => {
  const was = table([['09:00', 'Keynote', 'A', 'Ada Lovelace']]);
  const now = table([['09:00', 'Failing well', 'A', 'Ada Lovelace']]);
  expect(await asking(was, now)).toEqual({
    ids: { 'Failing well': 'keynote' },
    asked: [{ id: 'failing-well', old: 'keynote', same: true }],
    unknown: [],
  });
  expect(await asking(was, now, ['failing-well', null])).toEqual({
    ids: { 'Failing well': 'failing-well' },
    asked: [{ id: 'failing-well', old: 'keynote', same: false }],
    unknown: [],
  });
});

test('[F62] quite other people in its place, or nearly its title elsewhere, are asked about and new until somebody says so', async () => {
  const was = table([
    ['09:00', 'Keynote', 'A', 'Ada Lovelace'],
    ['10:00', 'Retrieval fails well', 'A', 'Wei Zhang'],
    ['11:00', 'Coffee break', 'A', ''],
  ]);
  const now = table([
    ['09:00', 'Failing well', 'A', 'Grace Hopper'],
    ['14:00', 'Why retrieval fails well', 'B', 'Ana Souza'],
    ['11:00', 'Tea break', 'A', ''],
  ]);
  const unasked = await asking(was, now);
  expect(unasked.ids).toMatchObject({
    'Failing well': 'failing-well',
    'Why retrieval fails well': 'why-retrieval-fails-well',
    'Tea break': 'coffee-break',
  });
  expect(unasked.asked).toEqual([
    { id: 'failing-well', old: 'keynote', same: false },
    { id: 'why-retrieval-fails-well', old: 'retrieval-fails-well', same: false },
  ]);
  const answered = await asking(
    was,
    now,
    ['failing-well', 'keynote'],
    ['why-retrieval-fails-well', 'retrieval-fails-well'],
  );
  expect(answered.ids).toMatchObject({
    'Failing well': 'keynote',
    'Why retrieval fails well': 'retrieval-fails-well',
  });
  expect(answered.asked.map(({ same }) => same)).toEqual([true, true]);
});

test('[F62] nothing is asked about what is sure, and an answer about nothing is told', async () => {
  const was = table([
    ['09:00', 'Invited Talk 1', 'A', ''],
    ['10:00', 'Invited Talk 2', 'A', ''],
  ]);
  const now = table([
    ['09:00', 'Invited Talk 1', 'B', ''],
    ['10:30', 'Invited Talk 2', 'A', ''],
    ['12:00', 'Invited Talk 3', 'A', ''],
  ]);
  expect(await asking(was, now)).toMatchObject({ asked: [], unknown: [] });
  const { unknown } = await asking(was, now, ['nothing', null], ['invited-talk-3', 'nobody']);
  expect(unknown).toEqual(['nothing', 'nobody']);
});
