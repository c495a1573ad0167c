import { stringify } from 'csv-stringify/sync';
import type { Table } from './cells.ts';
import { workbookOf } from './workbook.ts';

/** A file that leaves the server: what is in it, and its media type. */
export interface ExportedFile {
  body: string | Uint8Array;
  type: string;
}

/** What may stand between the cells of a CSV, by the names under which it can be asked for. */
const delimiters = new Map([
  ...['comma', ','].map((name) => [name, ','] as const),
  ...['semicolon', ';'].map((name) => [name, ';'] as const),
  ...['tab', '\t', '\\t'].map((name) => [name, '\t'] as const),
]);

/** What to write where a delimiter is none of those that there are. */
export const delimiterHint = 'Write , or ; or tab.';

/** The delimiter that somebody asked for, the comma where nobody did; null for one that there is not. */
export function delimiterOf(asked: string | undefined): string | null {
  return delimiters.get(asked ?? ',') ?? null;
}

/** A table as a file: a workbook, or a CSV with a delimiter. */
export async function tableFile(
  table: Table,
  format: 'csv' | 'xlsx',
  delimiter: string,
): Promise<ExportedFile> {
  if (format === 'csv') return { body: csvOf(table, delimiter), type: 'text/csv' };
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { body: await workbookOf(table), type };
}

/**
 * A table as CSV, with a mark that says it is UTF-8. No cell is a formula, and none becomes one where a spreadsheet takes
 * another sign for the delimiter: what could begin a cell there gets the `'` too.
 */
function csvOf({ columns, rows }: Table, delimiter: string): string {
  return stringify([...rows], {
    header: true,
    bom: true,
    delimiter,
    escape_formulas: true,
    quoted_match: /\r/,
    columns: [...columns],
    cast: {
      date: (date) => date.toISOString(),
      string: (text) => text.replace(/(?<=[,;\t\r\n]["']*)[=+\-@＝＋－＠]/g, "'$&"),
    },
  });
}
