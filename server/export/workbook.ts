import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { inSlices } from '../slices.ts';
import type { Table } from './cells.ts';

const fromSource = import.meta.url.endsWith('.ts');

/** The workbook that is being written: one at a time is enough, and leaves the rest of the computer to the event. */
let before: Promise<unknown> = Promise.resolve();

/** A table as a workbook (XLSX). No cell is a formula. It is written in a thread of its own, after those asked for earlier. */
export function workbookOf(table: Table): Promise<Uint8Array> {
  const workbook = before.then(() => inThread(table));
  before = workbook.catch(() => undefined);
  return workbook;
}

async function inThread({ name, columns, length, rowsAt }: Table): Promise<Uint8Array> {
  const program = fromSource ? './workbook-thread-source.mjs' : './workbook-thread.js';
  const thread = new Worker(new URL(program, import.meta.url), {
    workerData: { name, columns },
    execArgv: [],
  });
  const written = once(thread, 'message');
  // A failure while rows are handed over is told by `written`, which is waited for after that.
  written.catch(() => undefined);
  // Each hand-over copies rows on this thread, so they go in small groups.
  await inSlices(length, (places) => thread.postMessage(places.flatMap(rowsAt)));
  thread.postMessage(null);
  const [bytes] = await written;
  return bytes;
}
