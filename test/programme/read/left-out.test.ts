import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';

/** What came of a file, and all that was said of it: what was skipped, and notes with their lines. */
async function read(file: string | object) {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const made = await readBytes(Buffer.from(text), {
    fileName: 'upload',
    timezone: 'UTC',
    date: '2026-08-15',
    slug: 'day',
  });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return {
    sessions: made.file?.sessions ?? [],
    posters: made.posters,
    skipped: made.report.skipped.map(({ where, why }) => `${where}: ${why}`),
    said: made.warnings
      .filter(({ path }) => path !== 'title')
      .map(({ line, message }) => `${line ?? '-'}: ${message}`),
  };
}
const table = (...rows: string[]) => rows.join('\n');
const first = 'Date,Start,End,Title';

describe('[F53] a table says what it drops, with the row', () => {
  test('a row with a field too many', async () => {
    const { said } = await read(
      table(
        `${first},Speaker`,
        '2026-08-15,9:00,9:30,A,Lovelace, Ada',
        '2026-08-15,10:00,10:30,B,Alan Turing,,',
      ),
    );
    expect(said).toEqual(['2: This row has more cells than there are columns; "Ada" is not read.']);
    const papers = await read(table('Title,Authors', 'A,Ada,Lovelace', 'B,Alan Turing'));
    expect(papers.said).toEqual([
      '2: This row has more cells than there are columns; "Lovelace" is not read.',
    ]);
  });

  test('columns without a name, several of one meaning, and words above the header', async () => {
    const { said, sessions } = await read(
      table(
        'Our day,,,,,,',
        'Please print,,,,,,',
        'Date,Start,End,,Title,Room,Location',
        '2026-08-15,9:00,9:30,x,A,Hall,Campus',
      ),
    );
    expect(sessions).toHaveLength(1);
    expect(said).toEqual([
      '3: Columns without a name are not read: 4.',
      '3: Of "Room", "Location" the first that says something is read.',
      '3: Above the names of the columns is not read: "Please print".',
    ]);
  });

  test('[F52] a type counts: what closes is the closing, a type that tells nothing is said', async () => {
    const { sessions, said } = await read(
      table(
        `${first},Type`,
        '2026-08-15,9:00,9:30,Hello,Opening',
        '2026-08-15,10:00,10:30,A,Talk',
        '2026-08-15,11:00,11:30,B,Mystery',
        '2026-08-15,12:00,12:30,Thanks to all,Closing',
      ),
    );
    expect(sessions.map(({ kind }) => kind)).toEqual(['opening', 'talk', 'talk', 'closing']);
    expect(said).toEqual(['4: The type "Mystery" of "B" tells no kind of session; its title does.']);
  });

  test.each([
    'Keynote',
    'Invited Talk',
    'Vortrag',
    '講演',
    'Contributed talk',
    'Workshop',
    'Coffee Break',
    'Poster',
    'Panel',
    'Lightning talk',
    'Welcome',
    'Abschluss',
  ])('the type %s is known', async (type) => {
    expect((await read(table(`${first},Type`, `2026-08-15,9:00,9:30,A,${type}`))).said).toEqual([]);
  });

  test('a status: what was rejected is left out, what is not known is said', async () => {
    const { sessions, skipped, said } = await read(
      table(
        `${first},Status`,
        '2026-08-15,9:00,9:30,A,confirmed',
        '2026-08-15,10:00,10:30,B,Rejected',
        '2026-08-15,11:00,11:30,C,中止',
        '2026-08-15,12:00,12:30,D,maybe',
      ),
    );
    expect(sessions.map(({ title, cancelled }) => [title, cancelled])).toEqual([
      ['A', undefined],
      ['C', true],
      ['D', undefined],
    ]);
    expect(skipped).toEqual(['line 3: "B" does not take place (Rejected)']);
    expect(said).toEqual(['5: The status "maybe" of "D" is not followed.']);
  });

  test('affiliations are of as many people as there are, or said', async () => {
    const { sessions, said } = await read(
      table(
        `${first},Speakers,Affiliation`,
        '2026-08-15,9:00,9:30,A,Ada Lovelace; Alan Turing,London; Cambridge',
        '2026-08-15,10:00,10:30,B,Ada Lovelace; Alan Turing,Bletchley Park',
      ),
    );
    expect(sessions[0]?.speakers).toEqual([
      { name: 'Ada Lovelace', affiliation: 'London' },
      { name: 'Alan Turing', affiliation: 'Cambridge' },
    ]);
    expect(said).toEqual(['3: Whose "Bletchley Park" is in "B" cannot be told; it is not read.']);
  });

  test('rows of several time zones', async () => {
    const { said } = await read(
      table(`${first},Timezone`, '2026-08-15,9:00,9:30,A,Europe/Rome', '2026-08-15,10:00,10:30,B,Asia/Tokyo'),
    );
    expect(said).toEqual([
      '-: The rows name several time zones ("Europe/Rome", "Asia/Tokyo"), of which none is followed.',
    ]);
  });
});

describe('[F53] what is cut or left out is said, in every format', () => {
  test('long titles and names, and a title that says it was cancelled', async () => {
    const { said } = await read(
      table(
        `${first},Speaker`,
        `2026-08-15,9:00,9:30,${'long '.repeat(80)},Ada Lovelace`,
        `2026-08-15,10:00,10:30,B,${'Ada '.repeat(40)}`,
        '2026-08-15,11:00,11:30,Cancelled: C,Ada Lovelace',
      ),
    );
    expect(said).toEqual([
      expect.stringMatching(/^2: The title "long .*" was cut at 300 characters\.$/),
      expect.stringMatching(/^3: Ada .* in B was cut at 120 characters of a name/),
      '4: Cancelled: C was taken as cancelled, as its title says.',
    ]);
  });

  test('a type that no kind of session is known for, once a file', async () => {
    const event = (n: number, type: string) => ({
      id: n,
      guid: `g${n}`,
      date: `2026-08-15T1${n}:00:00+00:00`,
      start: `1${n}:00`,
      duration: '00:30',
      room: 'Main',
      title: `Talk ${n}`,
      type,
      persons: [],
    });
    const rooms = { Main: [event(0, 'Devroom'), event(1, 'Devroom'), event(2, 'lecture')] };
    const days = [{ date: '2026-08-15', rooms }];
    const { said } = await read({ schedule: { version: '1', conference: { title: 'A day', days } } });
    expect(said.filter((words) => words.includes('type'))).toEqual([
      '-: The type "Devroom" tells no kind of session; the titles do.',
    ]);
  });

  test('links, and what is more than ten of a sort, with their places', async () => {
    const rows = Array.from(
      { length: 13 },
      (_, at) => `2026-08-15,${8 + at}:00,soon,T${at},https://example.org/${at}`,
    );
    const { said } = await read(table(`${first},Link`, ...rows));
    expect(said.slice(-2)).toEqual([
      '-: And 3 more of these: line 12, line 13, line 14.',
      `-: 13 links that are neither stream nor recording were left out: ${rows.map((_, at) => `line ${at + 2}`).join(', ')}.`,
    ]);
  });

  test('and so are rows with a field too many, of which there may be thousands', async () => {
    const rows = Array.from({ length: 13 }, (_, at) => `2026-08-15,${8 + at}:00,${8 + at}:30,T${at},${at}`);
    const { said } = await read(table(first, ...rows));
    expect(said).toHaveLength(11);
    expect(said[10]).toBe('-: And 3 more of these: line 12, line 13, line 14.');
  });

  test('papers that stand twice, and their further links', async () => {
    const { posters, skipped, said } = await read(
      table(
        'UID,Title,Authors,PDF,Website',
        '1,A,Ada Lovelace,https://a.example/p,https://a.example/w',
        '1,A,Ada Lovelace,,',
      ),
    );
    expect(posters).toHaveLength(1);
    expect(skipped).toEqual(['line 3: it stands in the file twice']);
    expect(said).toEqual(['-: 1 link that is neither stream nor recording was left out: line 2.']);
  });

  test('people without a name, and attachments, of a frab schedule', async () => {
    const event = {
      id: 1,
      title: 'A',
      date: '2026-08-15T10:00:00Z',
      duration: '0:30',
      persons: [{ name: 'Ada' }, { id: 7 }],
      attachments: [{ title: 'Slides', url: 'https://example.org/a.pdf' }],
    };
    const { said } = await read({
      schedule: { conference: { title: 'Day', days: [{ date: '2026-08-15', rooms: { A: [event] } }] } },
    });
    expect(said).toEqual([
      '-: 1 of the people of "A" have no name that can be read.',
      '-: 1 link that is neither stream nor recording was left out: event 1.',
    ]);
  });

  test('speakers and rooms that a Sessionize file does not hold', async () => {
    const { said } = await read({
      sessions: [
        {
          id: '1',
          title: 'A',
          startsAt: '2026-08-15T10:00:00',
          endsAt: '2026-08-15T10:30:00',
          speakers: ['x'],
          roomId: 9,
        },
      ],
      speakers: [],
      rooms: [{ id: 1, name: 'Hall' }],
    });
    expect(said).toEqual([
      '-: 1 of the speakers of "A" are not in the file; they are left out.',
      '-: The room 9 of "A" is not in the file.',
    ]);
  });

  test('fields of an Ontime project, and authors of OpenReview without a name', async () => {
    const entry = {
      type: 'event',
      id: 'a',
      title: 'A',
      timeStart: 36_000_000,
      timeEnd: 37_800_500,
      custom: { song: 'Waterloo' },
    };
    const ontime = await read({
      rundowns: { r: { title: 'Hall', order: ['a'], entries: { a: entry } } },
      project: { title: 'Day' },
    });
    expect(ontime.said).toEqual([
      '-: "A" ends within a minute; its full minute was taken.',
      '-: Fields that are not read: "song".',
    ]);
    const notes = [
      {
        id: 'n',
        content: {
          title: { value: 'A' },
          authors: { value: ['Ada Lovelace', '~Alan_Turing1'] },
          venueid: { value: 'x' },
        },
      },
    ];
    expect((await read({ notes })).said).toContain(
      '-: 1 of its authors are named by an id or an address only; they are left out.',
    );
  });
});
