import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sqlite/file.ts';

/**
 * Writes a small file that is there whole or as it was before, whatever happens meanwhile: under another name, put on
 * the disk, then renamed, and the folder put on the disk too. Only its owner reads it. Throws what the system says.
 */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.new`;
  try {
    const handle = openSync(unfinished, 'w', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
}
