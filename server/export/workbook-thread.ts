import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, Table } from './cells.ts';

/* The thread in which a workbook is written: a long one takes seconds, and nobody in the event waits for it. */

/** Most characters in a cell of a workbook: with more, a spreadsheet calls the whole file damaged. */
const mostInCell = 32_767;

const table: Table = workerData;
const bytes = await writeXlsxFile(sheetOf(table), {
  sheet: table.name,
  stickyRowsCount: 1,
}).toBuffer();
parentPort?.postMessage(new Uint8Array(bytes));

function sheetOf({ columns, rows }: Table): SheetData {
  const head = columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  return [head, ...rows.map((row) => columns.map((column) => written(row[column] ?? null)))];
}

/** A cell with its type said: text stays text, whatever it begins with. Moments are in UTC, which the cell shows. */
function written(cell: Cell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd hh:mm:ss "UTC"' };
  return { value: literal(cut(cell)), type: String, wrap: cell.includes('\n') };
}

function cut(text: string): string {
  return text.length <= mostInCell
    ? text
    : `${text.slice(0, mostInCell - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Workbooks write characters that XML has not as `_x0007_`; what people wrote like that stays as they wrote it. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
