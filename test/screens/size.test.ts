// What a phone loads: JavaScript until the ask field works, and the attendee's page with all that follows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = join(import.meta.dirname, '../../dist/client');
const limits = { untilAskField: 100_000, attendee: 200_000 };

it('at most 100 kB of JavaScript (brotli) stand before the ask field', () => {
  expect(weigh(['index.html'])).toBeLessThanOrEqual(limits.untilAskField);
});

it('the attendee’s page with questions and programme stays below 200 kB (brotli)', () => {
  expect(weigh(['index.html', 'attendee/board.tsx', 'attendee/now/programme.tsx'])).toBeLessThanOrEqual(
    limits.attendee,
  );
});

/** Bytes of these chunks and of everything that they import. */
function weigh(names: readonly string[]): number {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const each of chunk.imports ?? []) visit(each);
  };
  for (const name of names) visit(name);
  return [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(dist, file))).length, 0);
}
