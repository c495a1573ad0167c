import { dateOf, isCalendarDate } from '../written/dates.ts';
import { startOf } from '../written/starts.ts';
import type { Sheet, SheetRow } from './cells.ts';
import { type Field, fieldNamed, headerAt } from './header.ts';

/** A timetable with a column for each room, or each day: where its parts stand. */
export interface Grid {
  /** The position of the row with the names of the columns. */
  at: number;
  /** The column with the times. */
  time: number;
  /** Columns that hold for a whole row: dates, ends, lengths. */
  shared: readonly { field: Field; column: number }[];
  /** The columns of rooms or days with their names. */
  lanes: readonly { column: number; name: string }[];
  lanesAre: 'room' | 'date';
  /** The day that stands above the rooms of this part of a timetable, where it has several side by side. */
  day: string | null;
  /** The zone that the name of the times' column gives. */
  timezone: string | null;
  /** The letters of a zone in that name, which are not followed. */
  letters: string | null;
}

const sharedFields: readonly Field[] = ['date', 'end', 'duration', 'timezone'];
/** Most rooms or days side by side. */
const mostLanes = 60;

/** Fields that rows of sessions have and timetables have not. */
const ofRows: readonly Field[] = [
  'title',
  'speaker',
  'authors',
  'abstract',
  'link',
  'status',
  'affiliation',
  'kind',
];

/**
 * Finds the names of rooms or days above the columns of a timetable; one with rooms below several days is one for each
 * day. None where a sheet is no timetable.
 */
export function gridsOf(sheet: Sheet): Grid[] {
  for (const [at, row] of sheet.rows.slice(0, 30).entries()) {
    const grid = gridAt(sheet, row, at);
    if (!grid) continue;
    const below = sheet.rows[at + 1];
    const rooms = grid.lanesAre === 'date' && below ? gridAt(sheet, below, at + 1) : null;
    return rooms && rooms.lanes.length > grid.lanes.length ? byDay(rooms, grid.lanes) : [grid];
  }
  return [];
}

/** The parts of a timetable whose rooms stand below days, each as far as the next day. */
function byDay(rooms: Grid, days: Grid['lanes']): Grid[] {
  return days.map(({ column, name }, index) => {
    const until = days[index + 1]?.column ?? Number.POSITIVE_INFINITY;
    const from = index === 0 ? 0 : column;
    return {
      ...rooms,
      day: name,
      lanes: rooms.lanes.filter((lane) => lane.column >= from && lane.column < until),
    };
  });
}

function gridAt({ rows }: Sheet, row: SheetRow, at: number): Grid | null {
  const { columns, timezone, letters = null } = headerAt(row, at);
  if (ofRows.some((field) => columns.has(field)) || (columns.get('session') ?? []).length === 1) return null;
  const below = rows.slice(at + 1);
  const time = [...(columns.get('start') ?? []), 0, ...(columns.get('date') ?? [])].find((column) =>
    holdsTimes(below, column),
  );
  if (time === undefined || startOf(row.cells[time] ?? '') !== null) return null;
  const shared = sharedFields.flatMap((field) =>
    (columns.get(field) ?? []).flatMap((column) => (column === time ? [] : [{ field, column }])),
  );
  const taken = new Set([time, ...shared.map(({ column }) => column)]);
  const named = row.cells.flatMap((name, column) =>
    name === '' || name.length > 100 || taken.has(column) ? [] : [{ column, name }],
  );
  const lanes = named.slice(0, mostLanes);
  const ofDays = lanes.length > 0 && lanes.every(({ name }) => isDay(name));
  const [only] = lanes;
  const surely = ofDays || lanes.length > 1 || (only !== undefined && fieldNamed(only.name) === 'room');
  const filled = below.some(({ cells }) => lanes.some(({ column }) => (cells[column] ?? '') !== ''));
  return surely && filled
    ? { at, time, shared, lanes, lanesAre: ofDays ? 'date' : 'room', day: null, timezone, letters }
    : null;
}

/** Whether most of what stands in a column are times. */
function holdsTimes(rows: readonly SheetRow[], column: number): boolean {
  const said = rows.slice(0, 200).flatMap(({ cells }) => cells[column] || []);
  const times = said.filter((text) => startOf(text) !== null);
  return times.length > 0 && times.length * 2 >= said.length;
}

function isDay(name: string): boolean {
  const date = dateOf(name);
  return date !== null && (!isCalendarDate(date) || date.year !== null || /\p{L}/u.test(name));
}
