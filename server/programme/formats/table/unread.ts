import type { ScheduleBuilder } from '../schedule-builder.ts';
import { dateOf } from '../written/dates.ts';
import { placeOf, type Sheet } from './cells.ts';
import type { Field, Header } from './header.ts';

/** Fields of which a row has one: where several columns are called so, the first that says something is read. */
const single: readonly Field[] = [
  'end',
  'endDate',
  'duration',
  'room',
  'title',
  'abstract',
  'status',
  'timezone',
  'id',
  'affiliation',
];

/** Says what of a sheet nobody reads: columns without a known name, or of the same meaning, and words above the header. */
export function sayUnread(sheet: Sheet, header: Header, found: ScheduleBuilder): void {
  const line = sheet.rows[header.at]?.line ?? 1;
  const say = (message: string) => found.warn(placeOf(sheet, line), message, line);
  const listed = (names: readonly string[]) => names.map((name) => `"${name.slice(0, 40)}"`).join(', ');
  if (header.unread.length > 0) say(`Columns that are not read: ${listed(header.unread)}.`);
  const nameless = namelessIn(sheet, header);
  if (nameless.length > 0)
    say(`Columns without a name are not read: ${nameless.map((column) => column + 1).join(', ')}.`);
  for (const field of single) {
    const columns = header.columns.get(field) ?? [];
    if (columns.length > 1)
      say(
        `Of ${listed(columns.map((column) => header.names[column] ?? ''))} the first that says something is read.`,
      );
  }
  const above = wordsAbove(sheet, header).slice(1);
  if (above.length > 0) say(`Above the names of the columns is not read: ${listed(above)}.`);
}

/** Columns between those with names that have none, and hold something. */
function namelessIn({ rows }: Sheet, { at, names }: Header): number[] {
  const last = names.findLastIndex((name) => name !== '');
  return names.flatMap((name, column) => {
    const holds =
      name === '' && column < last && rows.slice(at + 1).some(({ cells }) => (cells[column] ?? '') !== '');
    return holds ? [column] : [];
  });
}

/** Texts alone in their rows above the header, but for dates; the first of them is the event's title. */
export function wordsAbove({ rows }: Sheet, { at }: Header): string[] {
  return rows.slice(0, at).flatMap(({ cells }) => {
    const [only, ...more] = cells.filter((cell) => cell !== '');
    const isWords = only !== undefined && more.length === 0 && !dateOf(only) && !/^sep=/i.test(only);
    return isWords ? [only] : [];
  });
}
