import { stringify } from 'csv-stringify/sync';
import { inSlices } from '../slices.ts';
import type { Row, Table } from './cells.ts';
import { workbookOf } from './workbook.ts';

/** A file that leaves the server: its parts one after the other, its media type, and whether it is text (UTF-8). */
export interface ExportedFile {
  parts: readonly Uint8Array[];
  type: string;
  isText: boolean;
}

/** A file of text, `length` pieces one after the other, each made where it is written. */
export async function textFile(
  type: string,
  length: number,
  pieceAt: (place: number) => string,
): Promise<ExportedFile> {
  const parts = await inSlices(length, (places) => Buffer.from(places.map(pieceAt).join('')));
  return { parts, type, isText: true };
}

/** Things as a JSON list, indented by two, with a line's end after it. */
export function jsonFile(length: number, thingAt: (place: number) => object): Promise<ExportedFile> {
  const [first, last] = [0, length - 1];
  if (length === 0) return textFile('application/json', 1, () => '[]\n');
  return textFile('application/json', length, (place) => {
    const thing = JSON.stringify(thingAt(place), null, 2).replace(/^/gm, '  ');
    return `${place === first ? '[\n' : ''}${thing}${place === last ? '\n]\n' : ',\n'}`;
  });
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
  if (format === 'csv') {
    const head = Buffer.from(csvOf([], table.columns, delimiter, true));
    const lines = await inSlices(table.length, (places) =>
      Buffer.from(csvOf(places.flatMap(table.rowsAt), table.columns, delimiter, false)),
    );
    return { parts: [head, ...lines], type: 'text/csv', isText: true };
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { parts: [await workbookOf(table)], type, isText: false };
}

/**
 * Rows as lines of a CSV; `head`: with the line of the columns, and a mark that says it is UTF-8. No cell is a formula,
 * and none becomes one where a spreadsheet takes another sign for the delimiter: what could begin a cell there gets the
 * `'` too.
 */
function csvOf(rows: Row[], columns: readonly string[], delimiter: string, head: boolean): string {
  return stringify(rows, {
    header: head,
    bom: head,
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
