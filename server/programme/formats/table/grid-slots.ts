import { kindOf } from '../../normalize/kinds.ts';
import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import { startOf } from '../written/starts.ts';
import { type Merge, placeOf, type Sheet, type SheetRow } from './cells.ts';
import type { Grid } from './grid.ts';

/** What stands in a cell where nothing takes place. */
const nothing = /^(?:[-–—/.…·*]+|n\/?a)$/i;

/** The name under which a session of all rooms is listed. */
const allRooms = 'All rooms';

/** Most cells of a timetable that are read. */
const mostCells = 2_500;

/** One cell of a timetable. */
export interface GridCell {
  line: number;
  /** Its room, or all of them, or its day. */
  lane: string;
  text: string;
  /** The last row that it is merged over. */
  until: number;
}

/** The cells of one row with a time, or a row without any, which may be a date between others. */
export interface Slot {
  row: SheetRow;
  cells: GridCell[];
}

/**
 * The rows of a timetable with their cells. What is merged over all rooms, or stands alone in its row and is for
 * everybody by its title, is of all rooms; a row without a time of its own goes on with the cells above it.
 */
export function slotsOf(sheet: Sheet, grid: Grid, found: ScheduleBuilder): Slot[] {
  const merges = mergesOf(sheet, grid);
  const names = sheet.rows[grid.at]?.cells ?? [];
  const textIn = (row: SheetRow, column: number) => {
    const text = row.cells[merges.get(`${row.line} ${column}`)?.from ?? column] ?? '';
    return nothing.test(text) ? '' : text;
  };
  const slots: Slot[] = [];
  let count = 0;
  for (const row of sheet.rows.slice(grid.at + 1)) {
    if (names.every((name, column) => (row.cells[column] ?? '') === name)) continue;
    const filled = grid.lanes.filter(({ column }) => textIn(row, column) !== '');
    const last = slots.at(-1);
    if ((row.cells[grid.time] ?? '') === '' && filled.length > 0 && last && last.cells.length > 0) {
      for (const lane of filled) goOn(last, row, lane);
      continue;
    }
    count += filled.length;
    if (count > mostCells) {
      found.skip(placeOf(sheet, row.line), `only the first ${mostCells} cells of a timetable are read`);
      return slots;
    }
    const repeated = isRepeated(row, filled);
    const lanes = repeated ? filled.slice(0, 1) : filled;
    const alone = repeated ? 'in all columns' : lanes.length === 1 ? 'alone in its row' : null;
    slots.push({ row, cells: lanes.flatMap((lane) => cellsOf(row, lane, alone)) });
  }
  return slots;

  function cellsOf(row: SheetRow, lane: Grid['lanes'][number], alone: string | null): GridCell[] {
    const merge = merges.get(`${row.line} ${lane.column}`);
    const text = textIn(row, lane.column);
    const under = grid.lanes.filter(
      ({ column }) => merge && column >= merge.column && column < merge.column + merge.columns,
    );
    const covered = under.length > 1 ? under.map(({ name }) => name) : [lane.name];
    const cell = { line: row.line, text, until: row.line + (merge?.lines ?? 1) - 1 };
    if (grid.lanesAre === 'date') return covered.map((name) => ({ ...cell, lane: name }));
    return [
      {
        ...cell,
        lane: roomOf(row, quoted(text.split('\n')[0] ?? ''), covered, isForAll(text, merge) ? alone : null),
      },
    ];
  }

  function roomOf(row: SheetRow, title: string, covered: readonly string[], alone: string | null): string {
    const say = (message: string) => found.warn(placeOf(sheet, row.line), message, row.line);
    if (grid.lanes.length > 1 && covered.length === grid.lanes.length) return allRooms;
    if (covered.length > 1) {
      say(`${title} stands over ${covered.map(quoted).join(', ')}; it is listed in the first of these.`);
    } else if (grid.lanes.length > 1 && alone !== null) {
      say(`${title} stands ${alone}; it was taken to be for all rooms.`);
      return allRooms;
    }
    return covered[0] ?? allRooms;
  }

  /** Whether a row says the same of all rooms, of something that is for everybody. */
  function isRepeated(row: SheetRow, filled: Grid['lanes']): boolean {
    const [first = '', ...others] = filled.map(({ column }) => textIn(row, column));
    const ofAll = filled.length === grid.lanes.length && filled.length > 1 && grid.lanesAre === 'room';
    return ofAll && others.every((text) => text === first) && isForAll(first, undefined);
  }

  function goOn({ cells }: Slot, row: SheetRow, { column, name }: Grid['lanes'][number]): void {
    const text = textIn(row, column);
    const above = cells.find(({ lane }) => lane === name) ?? cells.find(({ lane }) => lane === allRooms);
    if (above) above.text = `${above.text}\n${text}`;
    else found.unread(placeOf(sheet, row.line), `${quoted(text)} has no time`);
  }
}

/**
 * Merged cells by where they begin in a timetable, with the column that has their text: those that reach into a part of
 * it, as from one day into the next, begin again there.
 */
function mergesOf({ merges = [] }: Sheet, { lanes }: Grid): Map<string, Merge & { from: number }> {
  const first = lanes[0]?.column ?? 0;
  return new Map(
    merges.flatMap((merge) => {
      const { line, column, columns } = merge;
      if (column >= first) return [[`${line} ${column}`, { ...merge, from: column }]];
      const reaches = column + columns - first;
      return column === 0 || reaches <= 0
        ? []
        : [[`${line} ${first}`, { ...merge, column: first, columns: reaches, from: column }]];
    }),
  );
}

/** What everybody goes to by its title, unless merged cells say where it takes place. */
function isForAll(text: string, merge: Merge | undefined): boolean {
  if (merge && merge.columns > 1) return false;
  const [title = ''] = text.split('\n');
  const kind = kindOf({ hints: [], title, speakers: [] }, true);
  const words =
    /\b(?:plenar(?:y|um)|pl[ée]ni[èe]re|keynote|for all|all rooms|everybody|everyone|für alle|pour tous)\b/i;
  return ['opening', 'closing', 'break', 'social'].includes(kind) || words.test(title);
}

/** The end of a cell where its own row does not say it: that of the last row it is merged over, or when the next row begins. */
export function endOfCell(cell: GridCell, slots: readonly Slot[], at: number, grid: Grid): string {
  const row = slots[at]?.row;
  const timeOf = (slot: Slot | undefined) => startOf(slot?.row.cells[grid.time] ?? '');
  let last = at;
  while ((slots[last + 1]?.row.line ?? Number.POSITIVE_INFINITY) <= cell.until) last += 1;
  const ends = timeOf(slots[last])?.end ?? null;
  if (ends !== null) return last === at ? '' : clockText(ends);
  const says = grid.shared.filter(({ field }) => field === 'end' || field === 'duration');
  if (says.some(({ column }) => (row?.cells[column] ?? '') !== '')) return '';
  const next = slots[last + 1];
  const [begins, until] = [timeOf(slots[at]), timeOf(next)];
  const dates = grid.shared.filter(({ field }) => field === 'date');
  const sameDay = dates.every(({ column }) =>
    ['', row?.cells[column]].includes(next?.row.cells[column] ?? ''),
  );
  const follows = until !== null && begins !== null && isAfter(until.start, begins.start) && sameDay;
  return follows && sameDate(begins.date, until.date) ? clockText(until.start) : '';
}

/** Whether a row begins after the one above, be it that a dial of twelve hours goes on at one. */
function isAfter(next: number, start: number): boolean {
  return next > start || (next >= 60 && next < 7 * 60 && start < 13 * 60 && next + 12 * 60 > start);
}

function sameDate(one: unknown, other: unknown): boolean {
  return other === null || JSON.stringify(one) === JSON.stringify(other);
}

function clockText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
