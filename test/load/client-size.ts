import { statSync } from 'node:fs';
import { join } from 'node:path';
import { builtClient, loadedFor } from '../world/built-client.ts';

/** Bytes of all scripts, as brotli sends them, that a phone loads until the ask field works. */
export function scriptsUntilAsk(): { files: number; brotli: number } {
  const { scripts } = loadedFor(['index.html']);
  return { files: scripts.length, brotli: scripts.reduce((sum, file) => sum + sizeOf(file), 0) };
}

/** Small files are sent as they are. */
function sizeOf(name: string): number {
  const file = join(builtClient, name);
  return (statSync(`${file}.br`, { throwIfNoEntry: false }) ?? statSync(file)).size;
}
