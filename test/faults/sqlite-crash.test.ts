import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFile, firstDamage } from '../../server/log/maintenance.ts';
import { LogReader } from '../../server/log/reader.ts';
import { logFile } from '../../server/log/sqlite/file.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { question, vote } from '../log/drafts.ts';
import { Folder } from '../log/folder.ts';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});

afterEach(() => folder.remove());

/** Lets a process append until it has acknowledged so many entries, and kills it in the middle of the next ones. */
async function appendAndDie(acknowledged: Map<number, string>, after: number): Promise<void> {
  const appender = fileURLToPath(new URL('../log/appender.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', appender, folder.path, '20'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let heard = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [seq, id] = line.split(' ');
    if (seq && id?.length === 36) acknowledged.set(Number(seq), id);
    heard += 1;
    if (heard === after) child.kill('SIGKILL');
  }
  expect((await ended)[1]).toBe('SIGKILL');
}

it('[L2] loses nothing that was acknowledged in ten kills, and doubles nothing', {
  timeout: 60_000,
}, async () => {
  const acknowledged = new Map<number, string>();
  for (const after of [1, 13, 57, 110, 190, 333, 720, 1_500, 2_900, 5_300]) {
    await appendAndDie(acknowledged, after);
    const reader = LogReader.ofFolder(folder.path);
    const entries = [...reader.entries('workshop')];
    reader.close();
    expect(firstDamage(checkFile(logFile(folder.path)))).toBeNull();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const lost = [...acknowledged].filter(([seq, id]) => entries[seq - 1]?.id !== id);
    expect(lost).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(11_000);
});

/** What is on the disk at this moment, as a crash would leave it. */
function crashedCopy(name: string): string {
  const copy = join(folder.path, name);
  mkdirSync(copy);
  for (const end of ['', '-wal']) copyFileSync(logFile(folder.path) + end, logFile(copy) + end);
  return copy;
}

it('[L2] heals a torn tail: half a commit that nobody was told of is gone, the rest stays', async () => {
  const store = await SqliteLogStore.open(folder.path);
  const log = await store.open('workshop');
  for (let count = 0; count < 20; count += 1) await log.append(question('What is left?'));
  const before = crashedCopy('before');
  await log.append(vote());
  const after = crashedCopy('after');
  await store.close();
  const whole = readFileSync(`${logFile(before)}-wal`);
  const longer = readFileSync(`${logFile(after)}-wal`);
  for (const bytes of [1, 24, 500, 4_120, longer.length - whole.length - 1]) {
    truncateSync(`${logFile(before)}-wal`, whole.length);
    appendFileSync(`${logFile(before)}-wal`, longer.subarray(whole.length, whole.length + bytes));
    const copy = join(folder.path, `torn-${bytes}`);
    mkdirSync(copy);
    for (const end of ['', '-wal']) copyFileSync(logFile(before) + end, logFile(copy) + end);
    const healed = await SqliteLogStore.open(copy);
    expect(await healed.check('workshop')).toEqual({ entries: 20, seq: 20, damage: null });
    expect((await (await healed.open('workshop')).append(vote())).entry.seq).toBe(21);
    await healed.close();
  }
});
