import { inflateRawSync } from 'node:zlib';

/** Most bytes that a workbook may hold once it is unpacked. */
const mostUnpacked = 40_000_000;

/** Most files in a workbook. */
const mostFiles = 2_000;

/** Most cells of all its sheets: 5,000 papers with 20 columns. */
const mostCells = 100_000;

const signature = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50 };

/**
 * Looks at a workbook before anything unpacks it: the sentence that refuses what is no workbook, or unpacks to more
 * than 40 MB whatever it claims, or has more cells than can be read in time; null where it may be read. Never holds
 * more than that much of it.
 */
export function refuseArchive(bytes: Uint8Array): string | null {
  const damaged = 'This workbook is damaged or not whole. Save it again, or as CSV.';
  let left = mostUnpacked;
  let cells = 0;
  let isWorkbook = false;
  for (const entry of entriesIn(bytes)) {
    if (typeof entry === 'string')
      return entry === 'too many' ? 'The workbook holds more files than any programme needs.' : damaged;
    isWorkbook ||= entry.name === 'xl/workbook.xml';
    const content = unpacked(entry, left);
    if (content === 'too large') return 'The workbook unpacks to more than any programme needs.';
    if (content === 'damaged') return damaged;
    left -= content.length;
    cells += cellsOf(content, mostCells - cells);
    if (cells > mostCells)
      return `The workbook has more than ${mostCells} cells; no programme needs so many.`;
  }
  return isWorkbook
    ? null
    : 'This archive is no workbook (XLSX). Unpack it, or save the schedule as XLSX or CSV.';
}

/** The texts of some files of a workbook that was not refused, by their names. */
export function textsIn(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of entriesIn(bytes)) {
    if (typeof entry === 'string' || !isWanted(entry.name)) continue;
    const content = unpacked(entry, mostUnpacked);
    if (typeof content !== 'string') texts.set(entry.name, content.toString('utf8'));
  }
  return texts;
}

/** A file in an archive, by where its head stands. */
interface Entry {
  name: string;
  archive: Buffer;
  at: number;
}

function* entriesIn(bytes: Uint8Array): Generator<Entry | 'damaged' | 'too many'> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) return yield 'damaged';
  const files = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (files > mostFiles) return yield 'too many';
  for (let file = 0; file < files; file += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== signature.entry) return yield 'damaged';
    const nameLength = archive.readUInt16LE(at + 28);
    yield { name: archive.toString('utf8', at + 46, at + 46 + nameLength), archive, at };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** How many cells a sheet has; counted until there are too many. */
function cellsOf(sheet: Buffer, most: number): number {
  let cells = 0;
  for (let at = sheet.indexOf('<c '); at !== -1 && cells <= most; at = sheet.indexOf('<c ', at + 3))
    cells += 1;
  return cells;
}

function unpacked({ archive, at: entry }: Entry, most: number): Buffer | 'too large' | 'damaged' {
  const packed = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== signature.file) return 'damaged';
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (from + packed > archive.length) return 'damaged';
  const bytes = archive.subarray(from, from + packed);
  if (archive.readUInt16LE(entry + 10) === 0) return packed > most ? 'too large' : bytes;
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too large'
      : 'damaged';
  }
}
