import { CsvError, parse } from 'csv-parse/sync';

/** One sheet of a table: rows of texts with the place they stand at. */
export interface Sheet {
  /** Its name; null for a text file. */
  name: string | null;
  rows: readonly SheetRow[];
  /** Cells that are merged; a text file has none. */
  merges?: readonly Merge[];
  /** Whoever made the workbook hid it. */
  hidden?: boolean;
}

/** Merged cells: where the first of them stands (its row from 1, its column from 0), and how far they reach. */
export interface Merge {
  line: number;
  column: number;
  lines: number;
  columns: number;
}

/** A row and its line (of a text file) or number (of a sheet), from 1. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
}

/** Most rows and columns that are read: an event has 2,000 sessions, or 5,000 papers. */
export const mostRows = 6_000;
export const mostColumns = 200;

/** The place of a row in words. */
export function placeOf(sheet: Sheet, line: number): string {
  return sheet.name === null ? `line ${line}` : `sheet "${sheet.name}", row ${line}`;
}

/** The text of a table without its mark, every line ended by a line feed. */
export function tableText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** The rows of a text with some sign between its cells, and where and why they cannot be read to their end. */
export function rowsOf(
  text: string,
  delimiter: string,
  most: number,
): { rows: SheetRow[]; broken: { line: number; message: string } | null } {
  const rows: SheetRow[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      to: most,
      on_record: (record: unknown, { lines }) => {
        const cells = Array.isArray(record) ? record.map((cell) => String(cell).trim()) : [];
        rows.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'This row is longer than 1 MB; a quote may be missing.'
        : 'A quote begins in this row and never ends.';
    return { rows, broken: { line, message } };
  }
  return { rows, broken: null };
}

/** A value of a workbook's cell as a text; dates as ISO dates and times, times of day as `HH:MM`. */
export function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

function dateText(value: Date): string {
  const rounded = Math.round(value.getTime() / 60_000) * 60_000;
  if (Number.isNaN(rounded)) return '';
  const date = new Date(rounded);
  const [day = '', time = ''] = date.toISOString().slice(0, 16).split('T');
  if (date.getUTCFullYear() >= 1905) return time === '00:00' ? day : `${day}T${time}`;
  // A time of day, or a length of more than one, is counted from the day before the calendar of workbooks.
  const first = date.getUTCFullYear() === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const days = Math.floor((rounded - first) / 86_400_000);
  return days === 0 ? time : `${days * 24 + date.getUTCHours()}${time.slice(2)}`;
}
