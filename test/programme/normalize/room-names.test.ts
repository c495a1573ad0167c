import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';

/** The rooms of a file and of its sessions, and what is said of rooms. */
async function read(file: string | Uint8Array | object) {
  const text = typeof file === 'string' || file instanceof Uint8Array ? file : JSON.stringify(file);
  const options = { fileName: 'upload', timezone: 'UTC', date: '2026-08-15' };
  const made = await readBytes(Buffer.from(text), options);
  if (!made.ok || made.file === null) throw new Error(JSON.stringify(made));
  return {
    rooms: made.file.rooms?.map(({ name }) => name),
    of: new Set(made.file.sessions.map(({ room }) => room)),
    said: made.warnings
      .filter(({ path }) => path === 'rooms')
      .map(({ line, message }) => `${line}: ${message}`),
  };
}

test('[F50] one room written with other blanks and capitals is one room, and it is said', async () => {
  const file = readFileSync(new URL('../../fixtures/programmes/csv-rooms-spaces.csv', import.meta.url));
  const { rooms, of, said } = await read(file);
  expect(rooms).toEqual(['Room 1']);
  expect(of).toEqual(new Set(['room-1']));
  expect(said).toEqual([
    expect.stringMatching(/^4: The room "Room 1" is also written "room 1", .*; they were taken as one\.$/),
  ]);
});

const event = (room: string, hour: number) => ({
  id: hour,
  title: `At ${hour}`,
  date: `2026-08-15T${hour}:00:00Z`,
  duration: '00:30',
  room,
});
const ways = ['Aula Magna', 'AULA MAGNA', 'Ａｕｌａ Magna', 'Aula\u200bMagna', ' aula  magna '];
const [first = '', ...others] = ways;

test.each([
  [
    'frab JSON',
    {
      schedule: {
        conference: {
          title: 'Day',
          rooms: [{ name: first }],
          days: [
            {
              date: '2026-08-15',
              rooms: Object.fromEntries(ways.map((room, at) => [room, [event(room, 10 + at)]])),
            },
          ],
        },
      },
    },
  ],
  [
    'frab XML',
    `<schedule><conference><title>Day</title></conference><day date="2026-08-15">${[first, ...ways]
      .map(
        (room, at) =>
          `<event id="${at}"><date>2026-08-15T${10 + at}:00:00Z</date><duration>00:30</duration><title>At ${at}</title><room>${room}</room></event>`,
      )
      .join('')}</day></schedule>`,
  ],
  [
    'a calendar',
    [
      'BEGIN:VCALENDAR',
      ...[first, ...ways].flatMap((room, at) => [
        'BEGIN:VEVENT',
        `UID:${at}`,
        `SUMMARY:At ${at}`,
        `DTSTART:20260815T${10 + at}0000Z`,
        'DURATION:PT30M',
        `LOCATION:${room}`,
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
    ].join('\n'),
  ],
  [
    'Sessionize',
    {
      sessions: ways.map((room, at) => ({
        id: `${at}`,
        title: `At ${at}`,
        startsAt: `2026-08-15T${10 + at}:00:00`,
        roomId: room,
      })),
      speakers: [],
      rooms: ways.map((room) => ({ id: room, name: room })),
    },
  ],
  [
    'a Mini-Conf calendar',
    [first, ...ways].map((room, at) => ({
      title: `At ${at}`,
      start: `2026-08-15T${10 + at}:00Z`,
      end: `2026-08-15T${10 + at}:30Z`,
      calendarId: '---',
      location: room,
    })),
  ],
  [
    'Ontime',
    {
      rundowns: Object.fromEntries(
        ways.map((room, at) => [
          `${at}`,
          {
            title: room,
            order: ['a'],
            entries: {
              a: {
                type: 'event',
                id: 'a',
                title: `At ${at}`,
                timeStart: (10 + at) * 3_600_000,
                duration: 60_000,
              },
            },
          },
        ]),
      ),
      project: { title: 'Day' },
    },
  ],
])('[F50] in %s', async (_format, file) => {
  const { rooms, of, said } = await read(file);
  expect(rooms).toEqual([first]);
  expect(of.size).toBe(1);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(others[0]);
});

const table = (...rooms: string[]) =>
  ['Date;Start;Room;Title', ...rooms.map((room, at) => `2026-08-15;${10 + at}:00;"${room}";A${at}`)].join(
    '\n',
  );

test('[F50] a mark at the end of a name and ß in capitals make no other room', async () => {
  const { rooms, said } = await read(table('Großer Saal', 'Großer Saal.', 'GROSSER SAAL', 'Großer Saal,'));
  expect(rooms).toEqual(['Großer Saal']);
  expect(said).toHaveLength(1);
});

test.each(['Aula, Kino', 'Aula / kino', 'Aula & Kino', 'Kino und Aula', 'Aula\nKino', 'Aula + KINO'])(
  '[F50] a cell that names all rooms is of all (%s), and one that names some of the first, and it is said',
  async (both) => {
    const all = await read(table('Aula', 'Kino', both));
    expect(all.rooms).toEqual(['Aula', 'Kino']);
    expect(all.of).toEqual(new Set(['aula', 'kino', undefined]));
    expect(all.said).toContainEqual(
      expect.stringMatching(
        /^4: "A2" takes place in ".*", which are all; it was taken to be for all rooms\.$/,
      ),
    );
    const some = await read(table('Aula', 'Kino', 'Attic', both));
    expect(some.rooms).toEqual(['Attic', 'Aula', 'Kino']);
    expect(some.said).toContainEqual(
      expect.stringMatching(
        /^5: "A3" takes place in "(Aula", "Kino|Kino", "Aula)"; it is listed in the first of these\.$/,
      ),
    );
  },
);

test('[F50] a room that only looks like several is one', async () => {
  expect((await read(table('Aula', 'Aula, Building 2', 'Reading and Writing'))).rooms).toHaveLength(3);
  expect((await read(table('Aula, Kino'))).rooms).toEqual(['Aula, Kino']);
});

test('[F50] rooms that differ in more stay two, and nothing is said', async () => {
  const rows = ['Room 1', 'Room 11', 'Room 1 1', 'Rooms 1', 'Room-1'].map(
    (room, at) => `2026-08-15,${10 + at}:00,${room},A${at}`,
  );
  const { rooms, said } = await read(['Date,Start,Room,Title', ...rows].join('\n'));
  expect(rooms).toHaveLength(5);
  expect(said).toEqual([]);
});
