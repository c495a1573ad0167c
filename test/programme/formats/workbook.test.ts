import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { readWorkbook } from '../../../server/programme/formats/workbook/workbook.ts';
import { line } from './found.ts';

const clock = (hours: number, minutes = 0) => new Date(Date.UTC(1899, 11, 30, hours, minutes));
const date = (value: Date) => ({ value, type: Date, format: 'yyyy-mm-dd' });
const time = (value: Date) => ({ value, type: Date, format: 'hh:mm' });
const text = (value: string) => ({ value });

async function read(...sheets: { sheet: string; data: SheetData }[]) {
  const bytes = await writeXlsxFile(sheets).toBuffer();
  const schedule = await readWorkbook({ bytes: new Uint8Array(bytes) });
  if ('unreadable' in schedule) throw new Error(JSON.stringify(schedule));
  return schedule;
}

const header = [text('Date'), text('Start'), text('End'), text('Title')];

test('[F40] a workbook is read in all its sheets, with the row of each session', async () => {
  const schedule = await read(
    {
      sheet: 'Main',
      data: [
        [text('Our workshop')],
        header,
        [date(new Date(Date.UTC(2026, 3, 26))), time(clock(9)), time(clock(9, 45)), text('Opening')],
        [null, { value: 0.4375 }, { value: 0.46875 }, text('Talk')],
        [null, time(clock(11)), text('11:30'), text('Coffee')],
      ],
    },
    { sheet: 'Notes', data: [[text('nothing here')]] },
    { sheet: 'More', data: [header, [{ value: 46_139 }, text('9:00'), null, text('Closing')]] },
  );
  expect(schedule.title).toBe('Our workshop');
  expect(schedule.sessions.map((session) => `${session.where}: ${line(session)}`)).toEqual([
    'sheet "Main", row 3: 2026-04-26T09:00–2026-04-26T09:45 - | Opening',
    'sheet "Main", row 4: 2026-04-26T10:30–2026-04-26T11:15 - | Talk',
    'sheet "Main", row 5: 2026-04-26T11:00–2026-04-26T11:30 - | Coffee',
    'sheet "More", row 2: 2026-04-27T09:00–? - | Closing',
  ]);
  expect(schedule.skipped).toEqual([{ where: 'sheet "Notes"', why: 'it has no row with names of columns' }]);
});

test('[F41] the name of a sheet may be its date, or the number of its day', async () => {
  const data = [
    [text('Time'), text('Title')],
    [text('9:00'), text('A')],
  ];
  const dated = await read({ sheet: '26 April 2026', data }, { sheet: '27 April 2026', data });
  expect(dated.sessions.map(line)).toEqual(['2026-04-26T09:00–? - | A', '2026-04-27T09:00–? - | A']);
  const numbered = await read({ sheet: 'Day 1', data }, { sheet: 'Day 2', data });
  expect(numbered).toMatchObject({ madeUpDay: '2000-01-01' });
  expect(numbered.sessions.map(line)).toEqual(['2000-01-01T09:00–? - | A', '2000-01-02T09:00–? - | A']);
});

test('[F40] several sheets that have neither dates nor rooms are rooms', async () => {
  const data = [
    [text('Time'), text('Title')],
    [text('9:00'), text('A')],
  ];
  const { sessions, warnings } = await read({ sheet: 'Hall', data }, { sheet: 'Lab', data });
  expect(sessions.map(line)).toEqual(['2000-01-01T09:00–? Hall | A', '2000-01-01T09:00–? Lab | A']);
  expect(warnings).toEqual([{ path: '(file)', message: 'The names of the sheets were taken as rooms.' }]);
});

test('[F43] the empty cells of a merged room mean the room above', async () => {
  const row = (room: string | null, start: string, title: string) => [
    room === null ? null : { value: room, rowSpan: 2 },
    text(start),
    text(title),
  ];
  const { sessions } = await read({
    sheet: 'Plan',
    data: [
      [text('Room'), text('Start'), text('Title')],
      row('Hall', '9:00', 'A'),
      row(null, '10:00', 'B'),
      row(null, '11:00', 'C'),
    ],
  });
  expect(sessions.map(({ room }) => room)).toEqual(['Hall', 'Hall', 'Hall']);
});

test('[F30] what is no workbook is refused', async () => {
  const bytes = new TextEncoder().encode('PK\u0003\u0004 nonsense');
  expect(await readWorkbook({ bytes })).toEqual({
    unreadable: [
      {
        path: '(file)',
        message: 'This workbook cannot be opened: it is damaged or no XLSX. Save it again, or as CSV.',
      },
    ],
  });
});

test('[F53] a sheet that is hidden is left out, and it is said', async () => {
  const file = readFileSync(new URL('../../fixtures/programmes/xlsx-hidden-sheet.xlsx', import.meta.url));
  const schedule = await readWorkbook({ bytes: new Uint8Array(file) });
  if ('unreadable' in schedule) throw new Error(JSON.stringify(schedule));
  expect(schedule.sessions.map(({ title }) => title)).toEqual(['Visible']);
  expect(schedule.skipped).toContainEqual({ where: 'sheet "Old"', why: 'it is hidden in the workbook' });
});

test('[F47] a length of more than a day keeps its hours; 45:00 that a workbook took as hours is said', async () => {
  const day = date(new Date(Date.UTC(2026, 3, 26)));
  const length = (hours: number) => ({ ...time(clock(hours)), format: '[h]:mm' });
  const { sessions, warnings } = await read({
    sheet: 'Main',
    data: [
      [...header.slice(0, 2), text('Duration'), text('Title')],
      [day, text('9:00'), { ...time(clock(1, 30)), format: '[h]:mm' }, text('A')],
      [day, text('11:00'), length(45), text('B')],
      [day, text('12:00'), { ...time(clock(30, 30)), format: '[h]:mm' }, text('C')],
    ],
  });
  expect(sessions.map(({ end }) => end)).toEqual([{ minutes: 90 }, { minutes: 45 }, { minutes: 1830 }]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'The length of "B": "45:00" was taken as minutes and seconds: 45 minutes.',
  ]);
});
