import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, Row, Table } from './cells.ts';

/* The thread in which a workbook is written: a long one takes seconds, and nobody in the event waits for it. */

/** Most characters in a cell of a workbook: with more, a spreadsheet calls the whole file damaged. */
const mostInCell = 32_767;

const { name, columns }: Pick<Table, 'name' | 'columns'> = workerData;
const head = columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const }));
const sheet: SheetData = [head];

// Rows come in groups, and null after the last.
parentPort?.on('message', (rows: Row[] | null) => {
  if (rows === null) void write();
  else for (const row of rows) sheet.push(columns.map((column) => written(row[column] ?? null)));
});

async function write(): Promise<void> {
  const bytes = new Uint8Array(await writeXlsxFile(sheet, { sheet: name, stickyRowsCount: 1 }).toBuffer());
  parentPort?.postMessage(bytes, [bytes.buffer]);
  parentPort?.close();
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
