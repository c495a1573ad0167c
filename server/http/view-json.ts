import { setImmediate as nextTurn } from 'node:timers/promises';
import { jsonOf } from '../live/row-json.ts';

/** A view as it is kept: rows are never changed in place, so a row that is the same object has the same text. */
type View = Readonly<Record<string, object | null>>;

/** Rows of a collection that become text before everybody else has their turn. */
const rowsAtOnce = 500;

/**
 * A view as JSON, with what goes before and behind it. A view of thousands of rows is written in slices, as it was when it
 * was asked for; what was written of a row before is not written again.
 */
export async function viewJson(before: string, view: View, behind: string): Promise<Buffer> {
  const members = Object.entries(view).map(([name, value]) => ({ name, rows: rowsOf(value) }));
  const parts = [Buffer.from(before)];
  for (const [index, { name, rows }] of members.entries()) {
    const start = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    if (rows === null) parts.push(Buffer.from(`${start}null`));
    else await encodeRows(parts, `${start}{`, rows);
  }
  return Buffer.concat([...parts, Buffer.from(`${members.length === 0 ? '{' : ''}}${behind}`)]);
}

async function encodeRows(parts: Buffer[], start: string, rows: [string, unknown][]): Promise<void> {
  let text = start;
  for (const [index, [id, row]] of rows.entries()) {
    text += `${index === 0 ? '' : ','}${JSON.stringify(id)}:${jsonOf(row)}`;
    if ((index + 1) % rowsAtOnce > 0) continue;
    parts.push(Buffer.from(text));
    text = '';
    await nextTurn();
  }
  parts.push(Buffer.from(`${text}}`));
}

/** What stands in an object of a view, as it is now; what JSON has no word for is left out, as JSON does. */
function rowsOf(value: object | null): [string, unknown][] | null {
  return value === null ? null : Object.entries(value).filter(([, row]) => row !== undefined);
}
