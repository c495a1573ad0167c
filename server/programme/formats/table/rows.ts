import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import { fittingStart, saysHalf, spanOf, zoneLetters } from '../written/clock-times.ts';
import { dateOf, isCalendarDate, isoDate, type WrittenDate } from '../written/dates.ts';
import { startOf, type WrittenStart } from '../written/starts.ts';
import { placeOf, type Sheet, type SheetRow } from './cells.ts';
import type { Field, Header } from './header.ts';

/** A row of a programme: what its cells say, and the date that counts for it. */
export interface ProgrammeRow {
  where: string;
  line: number;
  title: string;
  start: WrittenStart;
  date: WrittenDate | null;
  /** The date stands in this row itself. */
  ownDate: boolean;
  room: string | null;
  /** Its times are read off a dial of twelve hours: an end is the first after the start. */
  dial?: boolean;
  /** The first cell of a field that says something, or an empty text. */
  cell(field: Field): string;
  /** All of them, each with the name of its column. */
  cells(field: Field): { name: string; text: string }[];
}

/** Goes through the rows below a header; what has no title or time is skipped with its reason. */
export function programmeRowsOf(sheet: Sheet, header: Header, found: ScheduleBuilder): ProgrammeRow[] {
  const rows: ProgrammeRow[] = [];
  const roomAbove = roomsAreMerged(sheet, header);
  let date = dateAbove(sheet, header);
  let room: string | null = null;
  let letters = header.letters ?? null;
  for (const row of sheet.rows.slice(header.at + 1)) {
    const said = row.cells.filter((cell) => cell !== '');
    const section = said.length === 1 ? clearDate(said[0] ?? '') : null;
    if (section) date = section;
    if (said.length === 0 || section || isHeaderAgain(row, header)) continue;
    const fields = fieldsOf(row, header);
    const own = dateIn(fields);
    date = own ?? date;
    room = nameOfRoom(fields.cell('room') || fields.cell('track')) ?? (roomAbove ? room : null);
    const where = placeOf(sheet, row.line);
    const item = itemIn(fields, own, said);
    if ('why' in item) {
      leaveOut(item.why + tooMany(row, header), isHeading(said, fields), where, found);
      continue;
    }
    sayBeyond(row, header, where, found);
    letters ??= zoneLetters(fields.cell('start'));
    rows.push({ where, line: row.line, ...item, date: item.start.date ?? date, room, ...fields });
  }
  if (letters !== null && header.timezone === null) {
    const message = `The zone behind the times ("${letters}") is not followed; give the event's zone.`;
    found.warn(sheet.name === null ? '(file)' : `sheet "${sheet.name}"`, message);
  }
  return rows;
}

/** The cells of a row by what their columns mean. */
function fieldsOf(row: SheetRow, header: Header): Pick<ProgrammeRow, 'cell' | 'cells'> {
  const cells = (field: Field) => cellsOf(row, header, field);
  return { cells, cell: (field) => cells(field)[0]?.text ?? '' };
}

/** The date that a row has itself: one of the calendar, else any. */
function dateIn({ cells }: Pick<ProgrammeRow, 'cells'>): WrittenDate | null {
  const dates = cells('date').flatMap(({ text }) => dateOf(text) ?? startOf(text)?.date ?? []);
  return dates.find(isCalendarDate) ?? dates[0] ?? null;
}

/** Title and start of a row with the date `own`; or why it is left out, by all that it says. */
function itemIn(
  { cell, cells }: Pick<ProgrammeRow, 'cell' | 'cells'>,
  own: WrittenDate | null,
  said: readonly string[],
): Pick<ProgrammeRow, 'title' | 'start' | 'ownDate'> | { why: string } {
  const title = cell('title') || (cells('session').at(-1)?.text ?? '');
  const told = startOf(cell('start')) ?? cells('date').flatMap(({ text }) => startOf(text) ?? [])[0] ?? null;
  const start = told && inHalfOfEnd(told, cell('start'), cell('end'));
  if (title === '' || start === null) return { why: whyLeftOut(title, cell('start'), said) };
  const ownDate = own !== null || start.date !== null;
  if (cell('date') !== '' && !ownDate && start.instant === null)
    return { why: `${quoted(title)} has a date that cannot be read: ${quoted(cell('date'))}` };
  return { title, start, ownDate };
}

/** `1:00` to `2:00 PM` in two cells: where only the end says its half of the day, the start is the last before it. */
function inHalfOfEnd(start: WrittenStart, startText: string, endText: string): WrittenStart {
  const alone = start.instant === null && start.end === null && start.date === null;
  const end = alone && saysHalf(endText) && !saysHalf(startText) ? startOf(endText) : null;
  return end === null || spanOf(startText) === null
    ? start
    : { ...start, start: fittingStart(start.start, end.start) };
}

/** Says what stands in a row behind the last column that has a name, as one comma too many leaves it. */
export function sayBeyond(
  { line, cells }: SheetRow,
  { names }: Header,
  where: string,
  found: ScheduleBuilder,
): void {
  const last = names.findLastIndex((name) => name !== '');
  const beyond = cells.slice(last + 1).filter((cell) => cell !== '');
  if (beyond.length === 0) return;
  const texts = beyond.map((cell) => `"${cell.slice(0, 60)}"`).join(', ');
  found.warn(where, `This row has more cells than there are columns; ${texts} is not read.`, line);
}

/** Whether a row without a time is a heading above others, and no session. */
function isHeading(said: readonly string[], { cell }: Pick<ProgrammeRow, 'cell'>): boolean {
  return said.length <= 2 && cell('start') === '';
}

function leaveOut(why: string, heading: boolean, where: string, found: ScheduleBuilder): void {
  if (heading) found.skip(where, why);
  else found.unread(where, why);
}

/** What more is said of a row that cannot be read and has more cells than there are columns. */
function tooMany({ cells }: SheetRow, { names }: Header): string {
  const columns = names.findLastIndex((name) => name !== '') + 1;
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  return filled > columns
    ? `. The row has ${filled} cells, and there are ${columns} columns: is there a comma in one of its cells? Put that cell in quotes`
    : '';
}

/** The date above a header, or in the sheet's name. */
function dateAbove({ name, rows }: Sheet, { at }: Header): WrittenDate | null {
  const alone = rows.slice(0, at).map(({ cells }) => cells.filter((cell) => cell !== ''));
  const titles = alone.flatMap((cells) => (cells.length === 1 ? (cells[0] ?? []) : []));
  return [...titles.toReversed(), name ?? ''].map(clearDate).find((date) => date !== null) ?? null;
}

/** A date that surely is one: with a month, a year, `Day 2` or a weekday. */
function clearDate(text: string): WrittenDate | null {
  const date = dateOf(text);
  if (date === null || !isCalendarDate(date)) return date;
  return isoDate(date, true, 2024) !== null && (date.year !== null || /\p{L}/u.test(text)) ? date : null;
}

function cellsOf(
  { cells }: SheetRow,
  { columns, names }: Header,
  field: Field,
): { name: string; text: string }[] {
  return (columns.get(field) ?? []).flatMap((column) => {
    const text = cells[column] ?? '';
    return text === '' ? [] : [{ name: names[column] ?? '', text }];
  });
}

/** Long tables repeat their header on every page. */
function isHeaderAgain({ cells }: SheetRow, { names }: Header): boolean {
  return names.every((name, index) => (cells[index] ?? '') === name);
}

function nameOfRoom(text: string): string | null {
  return /^(?:[-–—/?]*|n\/?a|tba|tbd|tbc)$/i.test(text) ? null : text;
}

/**
 * Whether an empty room means the one above: where most cells are empty and each name stands once in a row of
 * rows, as merged cells have it. Elsewhere an empty room is none, as that of a lunch break.
 */
export function roomsAreMerged({ rows }: Sheet, header: Header): boolean {
  const field = header.columns.has('room') ? 'room' : 'track';
  const below = rows
    .slice(header.at + 1)
    .filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const names = below.flatMap((row) => cellsOf(row, header, field)[0]?.text ?? []);
  return names.length * 2 < below.length && names.every((name, index) => name !== names[index - 1]);
}

function whyLeftOut(title: string, start: string, said: readonly string[]): string {
  const named = quoted(title || (said[0] ?? ''));
  if (title === '') return `${named} has no title`;
  return start === ''
    ? `${named} has no time`
    : `${named} has a time that cannot be read: "${start.slice(0, 60)}"`;
}
