import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import { startOf } from '../written/starts.ts';
import { placeOf, type Sheet, type SheetRow } from './cells.ts';
import type { Grid } from './grid.ts';
import { endOfCell, type GridCell, type Slot, slotsOf } from './grid-slots.ts';
import type { Field, Header } from './header.ts';
import { talkIn } from './talk-text.ts';

/**
 * A timetable as a table with a row for each of its cells: time, what holds for its row, room or day, end, title,
 * speakers and abstract. That its columns were taken as rooms or days is said, and so is what was guessed of a cell.
 */
export function rowsOfGrid(
  sheet: Sheet,
  grid: Grid,
  found: ScheduleBuilder,
): { sheet: Sheet; header: Header } {
  const line = sheet.rows[grid.at]?.line ?? 1;
  const say = (message: string, at = line) => found.warn(placeOf(sheet, at), message, at);
  const names = grid.lanes.map(({ name }) => quoted(name)).join(', ');
  const ofDay = grid.day === null ? '' : ` of ${quoted(grid.day)}`;
  say(`The columns ${names} were taken as ${grid.lanesAre === 'date' ? 'days' : 'rooms'}${ofDay}.`);
  sayNameless(sheet, grid, found);
  const saysEnds = grid.shared.some(({ field }) => field === 'end');
  const fields: Field[] = [
    'start',
    ...grid.shared.map(({ field }) => field),
    grid.lanesAre,
    ...(saysEnds ? [] : (['end'] as const)),
    'title',
    'speaker',
    'abstract',
  ];
  const slots = slotsOf(sheet, grid, found);
  let isFollowed = false;
  const rows = slots.flatMap((slot, at) =>
    slot.cells.length > 0 ? slot.cells.map((cell) => rowOf(cell, slot, at)) : aloneIn(slot.row),
  );
  if (isFollowed) say('Where a row says no end, its sessions were taken to last until the next row.');
  const head: SheetRow = { line, cells: fields };
  const day = grid.day === null ? [] : [{ line, cells: [grid.day] }];
  const columns = new Map<Field, number[]>();
  for (const [index, field] of fields.entries()) columns.set(field, [...(columns.get(field) ?? []), index]);
  return {
    sheet: { name: sheet.name, rows: [...sheet.rows.slice(0, grid.at), ...day, head, ...rows] },
    header: {
      at: grid.at + day.length,
      names: fields,
      columns,
      timezone: grid.timezone,
      letters: grid.letters,
      unread: [],
    },
  };

  function rowOf(cell: GridCell, { row }: Slot, at: number): SheetRow {
    const { title, speakers, abstract, guessed } = talkIn(cell.text);
    if (guessed) say(`${quoted(speakers)} was taken as who speaks in ${quoted(title)}.`, cell.line);
    const end = endOfCell(cell, slots, at, grid);
    isFollowed ||= end !== '' && cell.until === cell.line;
    const shared = grid.shared.map(
      ({ field, column }) => row.cells[column] || (field === 'end' && saysEnds ? end : ''),
    );
    const until = saysEnds ? [] : [end];
    return {
      line: cell.line,
      cells: [row.cells[grid.time] ?? '', ...shared, cell.lane, ...until, title, speakers, abstract],
    };
  }

  /** A row without cells is an empty slot, or a date or words between the others. */
  function aloneIn(row: SheetRow): SheetRow[] {
    const dates = grid.shared
      .filter(({ field }) => field === 'date')
      .map(({ column }) => row.cells[column] ?? '');
    const [only = '', ...more] = row.cells.filter((cell) => cell !== '');
    if (more.length === 0) return startOf(only) === null ? [row] : [];
    return dates.flatMap((date) => (date === '' ? [] : [{ line: row.line, cells: [date] }]));
  }
}

/** Says which columns of a timetable hold something below no name at all. */
function sayNameless(sheet: Sheet, grid: Grid, found: ScheduleBuilder): void {
  const head = sheet.rows[grid.at];
  const below = sheet.rows.slice(grid.at + 1);
  const widest = below.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const nameless = Array.from({ length: widest }, (_, column) => column).filter(
    (column) =>
      column !== grid.time &&
      (head?.cells[column] ?? '') === '' &&
      below.some(({ cells }) => (cells[column] ?? '') !== ''),
  );
  if (nameless.length === 0) return;
  const columns = nameless.map((column) => column + 1).join(', ');
  found.warn(placeOf(sheet, head?.line ?? 1), `Columns without a name are not read: ${columns}.`, head?.line);
}
