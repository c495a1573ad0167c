// What a phone loads: JavaScript until the ask field works, and the attendee's page with all that follows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { builtClient, loadedFor } from '../world/built-client.ts';

/**
 * In bytes, brotli. Until the ask field: 100 kB as the attendee's page came, 95 kB since messages are compiled, 101 kB
 * since the second design.
 */
const limits = { untilAskField: 101_000, attendee: 200_000 };

/** Requests that a browser has under way to one server (HTTP/1.1) are six, one of which may be the join. */
const filesAtOnce = 5;

it('at most 101 kB of JavaScript (brotli) stand before the ask field', () => {
  expect(weigh(['index.html'])).toBeLessThanOrEqual(limits.untilAskField);
});

it('README says what a phone loads, to half a kilobyte', () => {
  const said = /A phone loads ([\d.]+) kB of JavaScript/.exec(readFileSync('README.md', 'utf8'))?.[1];
  expect(Math.abs(Number(said) - weigh(['index.html']) / 1_000)).toBeLessThanOrEqual(0.5);
});

it('the attendee’s page with questions and programme stays below 200 kB (brotli)', () => {
  const parts = ['index.html', 'attendee/board.tsx', 'attendee/now/programme.tsx'];
  expect(weigh(parts)).toBeLessThanOrEqual(limits.attendee);
});

it('the list of questions comes at once: no more files than a browser asks for at the same time', () => {
  const page = loadedFor(['index.html']);
  const whole = loadedFor(['index.html', 'attendee/board.tsx']);
  const later = [...whole.scripts, ...whole.sheets].filter(
    (file) => ![...page.scripts, ...page.sheets].includes(file),
  );
  expect(later.length).toBeGreaterThan(0);
  expect(later.length).toBeLessThanOrEqual(filesAtOnce);
});

/** Bytes of these parts and of everything that they import. */
function weigh(parts: readonly string[]): number {
  return loadedFor(parts)
    .scripts.map((file) => brotliCompressSync(readFileSync(join(builtClient, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}
