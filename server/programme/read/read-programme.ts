import { performance } from 'node:perf_hooks';
import { largestFile } from '../file/read-text.ts';
import type { ReadOptions, ReadProgramme, RefusedFile } from './read-bytes.ts';
import { nextThread } from './thread-pool.ts';

/** Longest that a file may keep a processor busy, and longest in all where others keep it busy too; milliseconds. */
const timeoutMs = { computing: 1_500, waiting: 15_000 };

/** How often it is looked how long a file has taken. */
const lookEveryMs = 50;

/** Most that is read at the same time; more wait. */
const mostAtOnce = 2;

const waiting: (() => void)[] = [];
let reading = 0;

/**
 * Reads a file of any known format: an event file, or a foreign schedule as one. Gives the file with its report
 * and what must still be asked, or all that is wrong with path and line. It is read in a thread of its own with little
 * memory and little time, at most 5 MB of it: a hostile file is refused with one sentence, and nobody else notices.
 */
export async function readProgramme(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<ReadProgramme | RefusedFile> {
  if (bytes.length > largestFile) return refused(sizeSentence(bytes.length), options);
  if (reading >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  reading += 1;
  try {
    return await readInThread(bytes, options);
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

/** What is said of a file of so many bytes, too large to be read. */
export function sizeSentence(bytes: number): string {
  return `The file has ${Math.ceil(bytes / 1e6)} MB; a programme has at most ${largestFile / 1e6} MB.`;
}

function readInThread(bytes: Uint8Array, options: ReadOptions): Promise<ReadProgramme | RefusedFile> {
  const thread = nextThread();
  thread.postMessage({ bytes, options });
  return new Promise((resolve) => {
    let watch: NodeJS.Timeout | undefined;
    const end = (outcome: ReadProgramme | RefusedFile) => {
      clearInterval(watch);
      resolve(outcome);
      void thread.terminate();
    };
    thread.on('message', (message: { begun: true } | { read: ReadProgramme | RefusedFile }) => {
      if ('read' in message) end(message.read);
      else
        watch = stopwatch(() =>
          end(refused('The file takes too long to read; no programme needs so much.', options)),
        );
    });
    thread.on('error', (error: Error & { code?: string }) => {
      const message =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'The file unfolds into more than any programme needs.'
          : `The file cannot be read: ${error.message.slice(0, 200)}`;
      end(refused(message, options));
    });
    thread.on('exit', () => end(refused('The file cannot be read.', options)));
  });
}

/**
 * Calls when a reading has kept its thread computing for too long, or waiting for very long. What the server itself does
 * meanwhile, and a second reading, are not counted against a file: a busy server refuses none that a quiet one reads.
 */
function stopwatch(late: () => void): NodeJS.Timeout {
  const began = performance.now();
  const before = { process: process.cpuUsage(), server: performance.eventLoopUtilization() };
  return setInterval(() => {
    const { user, system } = process.cpuUsage(before.process);
    const { active } = performance.eventLoopUtilization(before.server);
    const waited = performance.now() - began;
    const computed = Math.min(waited, ((user + system) / 1_000 - active) / reading);
    if (computed > timeoutMs.computing || waited > timeoutMs.waiting) late();
  }, lookEveryMs);
}

function refused(message: string, { fileName }: ReadOptions): RefusedFile {
  return { ok: false, issues: [{ path: fileName ?? '(file)', line: 1, message }] };
}
