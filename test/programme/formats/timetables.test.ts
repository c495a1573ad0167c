import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/programmes/${name}`, import.meta.url));

/** A file's sessions as `2026-08-15 09:00+30 Room | Title (speakers)`; `*` for all rooms. And what was skipped or said. */
async function read(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const made = await readBytes(bytes, { fileName: 'upload', timezone: 'UTC', date: '2026-08-15' });
  if (!made.ok || made.file === null) throw new Error(JSON.stringify(made));
  const names = new Map(made.file.rooms?.map(({ id, name }) => [id, name]));
  return {
    rooms: [...names.values()],
    sessions: made.file.sessions.map(({ start, minutes, room, title, speakers = [] }) => {
      const who = speakers.length > 0 ? ` (${speakers.map(({ name }) => name).join(', ')})` : '';
      return `${start.replace('2026-08-15 ', '')}+${minutes} ${names.get(room ?? '') ?? '*'} | ${title}${who}`;
    }),
    abstracts: made.file.sessions.flatMap(({ abstract }) => abstract ?? []),
    skipped: made.report.skipped.map(({ where, why }) => `${where}: ${why}`),
    said: made.warnings
      .filter(({ path }) => path !== 'title')
      .map(({ line, message }) => `${line}: ${message}`),
  };
}

const workbook = async (...sheets: { sheet: string; data: SheetData }[]) =>
  new Uint8Array(await writeXlsxFile(sheets).toBuffer());
const text = (value: string) => ({ value });

describe('[F51] a timetable with a column for each room', () => {
  test('CSV: every cell is a session of its room, what stands alone and is for everybody is of all rooms', async () => {
    expect(await read(fixture('csv-rooms-as-columns.csv'))).toMatchObject({
      rooms: ['Aula', 'Kino'],
      sessions: [
        '09:00+30 * | Opening for all',
        '09:30+30 Aula | Talk A',
        '09:30+30 Kino | Talk B',
        '10:00+30 * | Coffee',
      ],
      skipped: [],
      said: [
        '1: The columns "Aula", "Kino" were taken as rooms.',
        '2: "Opening for all" stands alone in its row; it was taken to be for all rooms.',
        '4: "Coffee" stands alone in its row; it was taken to be for all rooms.',
      ],
    });
  });

  test('XLSX: what is merged over all rooms is of all rooms', async () => {
    expect(await read(fixture('xlsx-merged-title-rooms.xlsx'))).toMatchObject({
      rooms: ['Room A', 'Room B'],
      sessions: [
        '09:00+30 * | Opening for all',
        '09:30+30 Room A | Talk A',
        '09:30+30 Room B | Talk B',
        '10:00+30 * | Coffee',
      ],
      skipped: [],
      said: ['1: The columns "Room A", "Room B" were taken as rooms.'],
    });
  });

  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('cells between %s, below title rows, the corner empty', async (_what, between) => {
    const rows = [
      ['Our workshop', '', ''],
      [],
      ['', 'Saal 1', 'Saal 2'],
      ['9:00-9:45', 'A', 'B'],
      ['10:00-10:30', '', 'C'],
    ];
    const { sessions, skipped } = await read(rows.map((cells) => cells.join(between)).join('\n'));
    expect(sessions).toEqual(['09:00+45 Saal 1 | A', '09:00+45 Saal 2 | B', '10:00+30 Saal 2 | C']);
    expect(skipped).toEqual([]);
  });

  test('rows that say no end last until the next; an empty row is an end, and a header again is none', async () => {
    const { sessions, said } = await read(
      'Time,Track 1,Track 2\n9:00,A,B\n9:40,,C\n10:20,,\n11:00,D,E\nTime,Track 1,Track 2\n11:30,F,\n12:00,,',
    );
    expect(sessions).toEqual([
      '09:00+40 Track 1 | A',
      '09:00+40 Track 2 | B',
      '09:40+40 Track 2 | C',
      '11:00+30 Track 1 | D',
      '11:00+30 Track 2 | E',
      '11:30+30 Track 1 | F',
    ]);
    expect(said).toContain('1: Where a row says no end, its sessions were taken to last until the next row.');
  });

  test('its dates stand in a column, between the rows, or in the times', async () => {
    const column = await read('Date,Start,End,Hall,Lab\n2026-08-15,9:00,9:30,A,\n2026-08-16,9:00,9:30,,B\n');
    const between = await read(
      'Time,Hall,Lab\nSaturday 15 August 2026,,\n9:00-9:30,A,\nSunday 16 August 2026,,\n9:00-9:30,,B\n',
    );
    const inTimes = await read('Time,Hall,Lab\n2026-08-15 9:00-9:30,A,\n2026-08-16 9:00-9:30,,B\n');
    for (const { sessions, skipped } of [column, between, inTimes]) {
      expect(sessions).toEqual(['09:00+30 Hall | A', '2026-08-16 09:00+30 Lab | B']);
      expect(skipped).toEqual([]);
    }
  });

  test('a workbook with a sheet for each day', async () => {
    const data = (title: string) => [
      [text('Time'), text('Hall'), text('Lab')],
      [text('9:00-9:30'), text(title), null],
    ];
    const { sessions } = await read(
      await workbook(
        { sheet: '15 August 2026', data: data('A') },
        { sheet: '16 August 2026', data: data('B') },
      ),
    );
    expect(sessions).toEqual(['09:00+30 Hall | A', '2026-08-16 09:00+30 Hall | B']);
  });

  test('what is merged over several rows lasts until the last of them, over some rooms it is listed in the first', async () => {
    const { sessions, said } = await read(
      await workbook({
        sheet: 'Plan',
        data: [
          [text('Time'), text('Hall'), text('Lab'), text('Attic')],
          [text('9:00-9:30'), { value: 'Welcome', columnSpan: 3 }, null, null],
          [text('9:30-10:00'), { value: 'Workshop', rowSpan: 2 }, text('A'), text('B')],
          [text('10:00-10:30'), null, { value: 'Demo', columnSpan: 2 }, null],
          [text('10:30'), { value: 'Lunch', columnSpan: 3 }, null, null],
          [text('11:30'), text('C'), null, null],
        ],
      }),
    );
    expect(sessions).toEqual([
      '09:00+30 * | Welcome',
      '09:30+30 Lab | A',
      '09:30+30 Attic | B',
      '09:30+60 Hall | Workshop',
      '10:00+30 Lab | Demo',
      '10:30+60 * | Lunch',
      '11:30+30 Hall | C',
    ]);
    expect(said).toContain('4: "Demo" stands over "Lab", "Attic"; it is listed in the first of these.');
  });

  test('speakers stand below a title, in the row below it, in brackets or after a dash, and it is said', async () => {
    const { sessions, abstracts, said } = await read(
      [
        'Time,Hall,Lab',
        '9:00-9:30,"Talk A',
        'Ada Lovelace, Alan Turing',
        'About engines.",Talk B (Grace Hopper)',
        '10:00-10:30,Talk C – Kurt Gödel,Workshop (Part Two)',
        '11:00-11:30,Talk D,Talk E - the sequel',
        ',Emmy Noether,',
      ].join('\n'),
    );
    expect(sessions).toEqual([
      '09:00+30 Hall | Talk A (Ada Lovelace, Alan Turing)',
      '09:00+30 Lab | Talk B (Grace Hopper)',
      '10:00+30 Hall | Talk C (Kurt Gödel)',
      '10:00+30 Lab | Workshop (Part Two)',
      '11:00+30 Hall | Talk D (Emmy Noether)',
      '11:00+30 Lab | Talk E - the sequel',
    ]);
    expect(abstracts).toEqual(['About engines.']);
    expect(said).toContain('2: "Grace Hopper" was taken as who speaks in "Talk B".');
  });

  test('a column for each day is read as well, and what is merged over days is in each', async () => {
    const { sessions, said } = await read(
      await workbook({
        sheet: 'Week',
        data: [
          [text('Time'), text('15 August 2026'), text('16 August 2026')],
          [text('9:00-9:30'), text('A'), text('B')],
          [text('12:00-13:00'), { value: 'Lunch', columnSpan: 2 }, null],
        ],
      }),
    );
    expect(sessions.map((line) => line.replace('Main room', '-'))).toEqual([
      '09:00+30 - | A',
      '12:00+60 - | Lunch',
      '2026-08-16 09:00+30 - | B',
      '2026-08-16 12:00+60 - | Lunch',
    ]);
    expect(said).toContain('1: The columns "15 August 2026", "16 August 2026" were taken as days.');
  });
});

describe('[F51] a timetable with rooms below its days', () => {
  const cells = ['A', 'B', 'C', 'D'].map(text);
  const sessions = [
    '09:00+30 Hall | A',
    '09:00+30 Lab | B',
    '10:00+30 * | Coffee',
    '2026-08-16 09:00+30 Hall | C',
    '2026-08-16 09:00+30 Lab | D',
    '2026-08-16 10:00+30 * | Coffee',
  ];

  test('in a workbook, also with what is merged over several days', async () => {
    const made = await read(
      await workbook({
        sheet: 'Plan',
        data: [
          [
            null,
            { value: '15 August 2026', columnSpan: 2 },
            null,
            { value: '16 August 2026', columnSpan: 2 },
            null,
          ],
          ['Time', 'Hall', 'Lab', 'Hall', 'Lab'].map(text),
          [text('9:00-9:30'), ...cells],
          [text('10:00-10:30'), { value: 'Coffee', columnSpan: 4 }, null, null, null],
        ],
      }),
    );
    expect(made).toMatchObject({ sessions, skipped: [] });
    expect(made.said).toEqual([
      '2: The columns "Hall", "Lab" were taken as rooms of "15 August 2026".',
      '2: The columns "Hall", "Lab" were taken as rooms of "16 August 2026".',
    ]);
  });

  test('in a text', async () => {
    const made = await read(
      ',15 August 2026,,16 August 2026,\nTime,Hall,Lab,Hall,Lab\n9:00-9:30,A,B,C,D\n10:00-10:30,Coffee,Coffee,Coffee,Coffee\n',
    );
    expect(made).toMatchObject({ sessions, skipped: [] });
  });
});

describe('[F51] cells of a timetable', () => {
  test('a dash is nothing, and what all columns say of everybody is of all rooms', async () => {
    const { sessions, said } = await read(
      'Start,End,Hall,Lab\n9:00,9:30,Opening,Opening\n9:30,10:00,A,–\n10:00,10:30,n/a,-\n10:30,11:00,B,B\n',
    );
    expect(sessions).toEqual([
      '09:00+30 * | Opening',
      '09:30+30 Hall | A',
      '10:30+30 Hall | B',
      '10:30+30 Lab | B',
    ]);
    expect(said).toEqual([
      '1: The columns "Hall", "Lab" were taken as rooms.',
      '2: "Opening" stands in all columns; it was taken to be for all rooms.',
    ]);
  });

  test('those below no name are said [F53]', async () => {
    const { said } = await read('Time,Hall,Lab,\n9:00-9:30,A,B,C\n');
    expect(said).toContain('1: Columns without a name are not read: 4.');
  });
});

test('[F43] in a table, cells that are merged over several rows hold for all of them', async () => {
  const { sessions, skipped } = await read(
    await workbook({
      sheet: 'Plan',
      data: [
        [text('Date'), text('Time'), text('Room'), text('Title')],
        [{ value: '2026-08-15', rowSpan: 3 }, { value: '9:00-9:30', rowSpan: 2 }, text('Hall'), text('A')],
        [null, null, text('Lab'), text('B')],
        [null, text('10:00-10:30'), { value: 'Attic', rowSpan: 2 }, text('C')],
        [text('2026-08-16'), text('11:00-11:30'), null, text('D')],
      ],
    }),
  );
  expect(sessions).toEqual([
    '09:00+30 Hall | A',
    '09:00+30 Lab | B',
    '10:00+30 Attic | C',
    '2026-08-16 11:00+30 Attic | D',
  ]);
  expect(skipped).toEqual([]);
});
