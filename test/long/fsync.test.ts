import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Folder } from '../log/folder.ts';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});

afterEach(() => folder.remove());

const missing = spawnSync('strace', ['-V']).error !== undefined;

// A killed process proves nothing about power cuts: what it wrote is still with the kernel. So the kernel is asked.
it.skipIf(missing)('[L2] has synced the file before each acknowledgement', () => {
  const appender = fileURLToPath(new URL('../log/appender.ts', import.meta.url));
  const traced = join(folder.path, 'trace');
  const strace = [
    '-f',
    '-qq',
    '-o',
    traced,
    '-e',
    'trace=fsync,fdatasync,write',
    '-e',
    'signal=none',
    '-s',
    '8',
  ];
  execFileSync('strace', [...strace, process.execPath, '--import', 'tsx', appender, folder.path, '1', '300']);
  let syncs = 0;
  const syncsBefore: number[] = [];
  for (const call of readFileSync(traced, 'utf8').split('\n')) {
    if (/\bf(data)?sync\b.*= 0$/.test(call)) syncs += 1;
    if (!/write\(1, "\d/.test(call)) continue;
    syncsBefore.push(syncs);
    syncs = 0;
  }
  expect(syncsBefore).toHaveLength(300);
  expect(Math.min(...syncsBefore)).toBeGreaterThanOrEqual(1);
});
