import readXlsxFile from 'read-excel-file/node';
import type { ReaderOptions, ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { cellText } from '../table/cells.ts';
import { readSheets } from '../table/table.ts';
import { looksIn } from './merges.ts';

/**
 * Reads a workbook (XLSX) with all its sheets, as `readTable` reads a text. How large it becomes once it is unpacked
 * has to be checked before.
 */
export async function readWorkbook(
  { bytes }: Pick<Parameters<ScheduleReader>[0], 'bytes'>,
  options: ReaderOptions = {},
): Promise<ReturnType<ScheduleReader>> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    const looks = looksIn(bytes);
    return readSheets(
      sheets.map(({ sheet, data }) => ({
        name: sheet,
        merges: looks.get(sheet)?.merges ?? [],
        hidden: looks.get(sheet)?.hidden === true,
        rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })),
      })),
      options,
    );
  } catch {
    return notThis('This workbook cannot be opened: it is damaged or no XLSX. Save it again, or as CSV.');
  }
}
