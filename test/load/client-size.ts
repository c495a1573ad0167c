import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).optional(), isEntry: z.boolean().optional() }),
);

/** Bytes of all scripts, as brotli sends them, that a phone loads until the ask field works: the entry, the attendee's screen, and what both import. */
export function scriptsUntilAsk(clientDir: string): { files: number; brotli: number } {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(clientDir, '.vite', 'manifest.json'), 'utf8')),
  );
  const wanted = Object.keys(manifest).filter(
    (name) => manifest[name]?.isEntry || name.endsWith('attendee/attendee-screen.tsx'),
  );
  const files = new Set<string>();
  while (wanted.length > 0) {
    const chunk = manifest[wanted.pop() ?? ''];
    if (!chunk || files.has(chunk.file)) continue;
    files.add(chunk.file);
    wanted.push(...(chunk.imports ?? []));
  }
  return {
    files: files.size,
    brotli: [...files].reduce((sum, file) => sum + sizeOf(join(clientDir, file)), 0),
  };
}

/** Small files are sent as they are. */
function sizeOf(file: string): number {
  return (statSync(`${file}.br`, { throwIfNoEntry: false }) ?? statSync(file)).size;
}
