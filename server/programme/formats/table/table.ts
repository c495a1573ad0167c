import type { Schedule } from '../../normalize/schedule.ts';
import type { ReaderOptions, ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { quoted, ScheduleBuilder } from '../schedule-builder.ts';
import { dateOf } from '../written/dates.ts';
import { mostColumns, mostRows, placeOf, rowsOf, type Sheet, tableText } from './cells.ts';
import { gridsOf } from './grid.ts';
import { rowsOfGrid } from './grid-rows.ts';
import { type Field, type Header, headerOf } from './header.ts';
import { listsPapers, takePapers } from './papers.ts';
import { type ProgrammeRow, programmeRowsOf, roomsAreMerged } from './rows.ts';
import { takeSessions } from './sessions.ts';
import { sayUnread, wordsAbove } from './unread.ts';

/** Reads a table as text: cells separated by commas, semicolons, tabs or `|`, found by what makes most sense of it. */
export function readTable(
  source: Pick<Parameters<ScheduleReader>[0], 'text'>,
  options: ReaderOptions = {},
): ReturnType<ScheduleReader> {
  const text = tableText(source.text);
  const first = text.slice(0, 200_000);
  const choices = [',', ';', '\t', '|'].map((delimiter) => {
    const sheet = { name: null, rows: rowsOf(first, delimiter, 40).rows };
    const columns = headerOf(sheet)?.columns.size;
    const lanes = columns === undefined ? gridsOf(sheet).flatMap((grid) => grid.lanes) : [];
    return { delimiter, columns: columns ?? lanes.length / 100 };
  });
  const best = choices.reduce((a, b) => (b.columns > a.columns ? b : a));
  const { rows, broken } = rowsOf(text, best.delimiter, mostRows + 1);
  if (broken) return { unreadable: [{ path: '(file)', ...broken }] };
  return readSheets([{ name: null, rows }], options);
}

/** Reads sheets of cells: programmes, or papers where they have authors and no times. */
export function readSheets(sheets: readonly Sheet[], { year }: ReaderOptions): ReturnType<ScheduleReader> {
  const found = new ScheduleBuilder();
  const isAnyShown = sheets.some(({ hidden }) => hidden !== true);
  const read = sheets.flatMap((whole) => {
    if (whole.hidden === true && isAnyShown) {
      found.skip(`sheet "${whole.name}"`, 'it is hidden in the workbook');
      return [];
    }
    const sheet = cut(whole, found);
    const header = headerOf(sheet);
    if (header) return [{ sheet: filledDown(sheet, header), header }];
    const grids = gridsOf(sheet);
    if (grids.length > 0) return grids.map((grid) => rowsOfGrid(sheet, grid, found));
    if (whole.name !== null) found.skip(`sheet "${whole.name}"`, 'it has no row with names of columns');
    return [];
  });
  const [main] = read;
  if (!main) {
    return notThis(
      'No row names the columns. Name at least a start and a title, for example: Date, Start, Title, Room.',
    );
  }
  const lists = read.filter(({ header }) => listsPapers(header));
  for (const { sheet, header } of lists) takePapers(sheet, header, found);
  const programmes = read.filter(({ header }) => !listsPapers(header));
  if (programmes.length === 0) return found.schedule('miniconf-papers', headOf(main.sheet, main.header));
  for (const { sheet, header } of programmes) sayUnread(sheet, header, found);
  const rows = programmes.map(({ sheet, header }) => programmeRowsOf(sheet, header, found));
  if (programmes.length > 1) takeNamesAsRooms(rows, programmes, found);
  const written = programmes.flatMap(({ sheet, header }) => yearsAbove(sheet, header))[0];
  const dates = takeSessions(rows, written ?? year ?? null, found);
  const timezones = new Set(rows.flat().map(({ cell }) => cell('timezone')));
  const [only = ''] = timezones;
  const timezone = main.header.timezone ?? (timezones.size === 1 && only !== '' ? only : null);
  if (timezones.size > 1) {
    const named = [...timezones].map((zone) => quoted(zone)).join(', ');
    found.warn('(file)', `The rows name several time zones (${named}), of which none is followed.`);
  }
  return found.schedule('table', { ...headOf(main.sheet, main.header), timezone, ...dates });
}

function cut(sheet: Sheet, found: ScheduleBuilder): Sheet {
  const wide = sheet.rows.find(({ cells }) => cells.length > mostColumns);
  if (wide)
    found.warn(placeOf(sheet, wide.line), `Only the first ${mostColumns} columns were read.`, wide.line);
  const next = sheet.rows[mostRows];
  if (next) found.skip(placeOf(sheet, next.line), `only the first ${mostRows} rows are read`);
  const rows = sheet.rows.slice(0, mostRows);
  return {
    ...sheet,
    rows: wide ? rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, mostColumns) })) : rows,
  };
}

/** Columns whose merged cells hold for all rows that they reach over. */
const mergedFields: readonly Field[] = ['date', 'start', 'end', 'duration', 'room', 'track', 'kind'];

/** A sheet whose merged cells are written out where they hold for several rows. */
function filledDown(sheet: Sheet, header: Header): Sheet {
  const fields = roomsAreMerged(sheet, header)
    ? mergedFields.filter((field) => field !== 'room' && field !== 'track')
    : mergedFields;
  const wanted = new Set(fields.flatMap((field) => header.columns.get(field) ?? []));
  const merges = (sheet.merges ?? []).filter(({ column, lines }) => lines > 1 && wanted.has(column));
  if (merges.length === 0) return sheet;
  const filled = new Map(sheet.rows.map(({ line, cells }) => [line, [...cells]]));
  for (const { line, column, lines } of merges) {
    const value = filled.get(line)?.[column] ?? '';
    for (let at = line + 1; at < line + lines; at += 1) {
      const cells = filled.get(at);
      if (!cells) break;
      cells[column] ||= value;
    }
  }
  return {
    ...sheet,
    rows: sheet.rows.map(({ line, cells }) => ({ line, cells: filled.get(line) ?? cells })),
  };
}

/** The event's title: the first row above the header that holds one text, and no date. */
function headOf(sheet: Sheet, header: Header): Pick<Schedule, 'title'> {
  return { title: wordsAbove(sheet, header)[0] ?? null };
}

/** Years that are written above the header, or in the sheet's name. */
function yearsAbove({ name, rows }: Sheet, { at }: Header): number[] {
  const texts = [name ?? '', ...rows.slice(0, at).flatMap(({ cells }) => cells)];
  return texts.flatMap((text) => [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)));
}

/** Several sheets without dates in their names and without rooms are rooms themselves. */
function takeNamesAsRooms(
  rows: readonly ProgrammeRow[][],
  sheets: readonly { sheet: Sheet; header: Header }[],
  found: ScheduleBuilder,
): void {
  const roomless = sheets.every(
    ({ sheet, header }) =>
      [...header.columns.keys()].every(
        (field) => field !== 'room' && field !== 'track' && field !== 'date',
      ) && !dateOf(sheet.name ?? ''),
  );
  if (!roomless) return;
  for (const [index, sheet] of rows.entries()) {
    const room = sheets[index]?.sheet.name ?? null;
    for (const row of sheet) row.room = room;
  }
  found.warn('(file)', 'The names of the sheets were taken as rooms.');
}
