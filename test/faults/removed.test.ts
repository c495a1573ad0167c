import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Log, LogUnavailable } from '../../server/log/log.ts';
import { logFile } from '../../server/log/sqlite/file.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { question, vote } from '../log/drafts.ts';
import { Folder } from '../log/folder.ts';
import { SmallDisk } from '../world/small-disk.ts';
import { until } from '../world/waiting.ts';

let folder: Folder;
let store: SqliteLogStore;
let log: Log;

beforeEach(async () => {
  folder = new Folder();
  store = await SqliteLogStore.open(folder.path);
  log = await store.open('workshop');
});

afterEach(async () => {
  await store.close();
  folder.remove();
});

function replaceByEmpty(file: string): void {
  rmSync(file);
  new Database(file).close();
  if (!existsSync(file)) writeFileSync(file, '');
}

/** What is done to a log beside the process that has it open, and what that is called. */
const attacks: [string, (file: string) => void, string][] = [
  ['removed', (file) => rmSync(file), 'backrow.db was removed while the server ran'],
  [
    'replaced by a copy of itself',
    (file) => {
      cpSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
    'backrow.db was replaced while the server ran',
  ],
  ['replaced by an empty one', replaceByEmpty, 'backrow.db was'],
  ['emptied in its place', (file) => truncateSync(file, 0), 'backrow.db was cut off while the server ran'],
  [
    'without its write-ahead log',
    (file) => rmSync(`${file}-wal`),
    'backrow.db-wal was removed while the server ran',
  ],
  [
    'with its write-ahead log cut',
    (file) => truncateSync(`${file}-wal`, 32),
    'backrow.db-wal was cut off while the server ran',
  ],
];

describe('[L30] a log whose file is not there any more acknowledges nothing', () => {
  it.each(attacks)('%s: the very next append, and all others', async (_what, attack, sentence) => {
    const first = question('The first');
    await log.append(first);
    attack(logFile(folder.path));
    const failed = await log.append(vote()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(LogUnavailable);
    expect(failed).toMatchObject({ kind: 'gone', message: expect.stringContaining(sentence) });
    await expect(log.append(first)).rejects.toMatchObject({ kind: 'gone' });
    await expect(log.forget('owner')).rejects.toMatchObject({ kind: 'gone' });
    await expect(store.open('another')).rejects.toMatchObject({ kind: 'gone' });
    expect(store.trouble).toMatchObject({ kind: 'gone' });
  });

  it.each(attacks)(
    '%s: found within a second or so where nobody sends anything',
    async (_what, attack, sentence) => {
      const told: unknown[] = [];
      store.onTrouble((trouble) => told.push(trouble));
      await log.append(vote());
      attack(logFile(folder.path));
      const began = performance.now();
      await until(() => told.length > 0);
      expect(performance.now() - began).toBeLessThan(4_000);
      expect(told).toEqual([{ kind: 'gone', sentence: expect.stringContaining(sentence) }]);
    },
  );

  it('with its folder, renamed or removed', async () => {
    await log.append(vote());
    const elsewhere = `${folder.path}-elsewhere`;
    renameSync(folder.path, elsewhere);
    await expect(log.append(vote())).rejects.toMatchObject({ kind: 'gone' });
    await store.close();
    expect(existsSync(folder.path)).toBe(false);
    rmSync(elsewhere, { recursive: true });
  });

  it('for good: a file that comes back was not written meanwhile', async () => {
    await log.append(vote());
    const file = logFile(folder.path);
    renameSync(file, `${file}.away`);
    await expect(log.append(vote())).rejects.toMatchObject({ kind: 'gone' });
    renameSync(`${file}.away`, file);
    await expect(log.append(vote())).rejects.toMatchObject({ kind: 'gone' });
    await store.close();
    const again = await SqliteLogStore.open(folder.path);
    expect(await again.check('workshop')).toMatchObject({ damage: null });
    await again.close();
  });

  it('and leaves nothing in its place when it is closed', async () => {
    await log.append(vote());
    for (const name of readdirSync(folder.path)) rmSync(join(folder.path, name));
    await expect(log.append(vote())).rejects.toMatchObject({ kind: 'gone' });
    await store.close();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('and leaves what took its place as it is', async () => {
    await log.append(vote());
    rmSync(logFile(folder.path));
    rmSync(`${logFile(folder.path)}-wal`);
    rmSync(`${logFile(folder.path)}-shm`);
    const other = await SqliteLogStore.open(folder.path);
    await (await other.open('workshop')).append(question('In another file'));
    const before = readFileSync(`${logFile(folder.path)}-wal`);
    await expect(log.append(vote())).rejects.toMatchObject({ kind: 'gone' });
    await store.close();
    expect(readFileSync(`${logFile(folder.path)}-wal`).equals(before)).toBe(true);
    await other.close();
  });

  it('but its own housekeeping is none of this', async () => {
    const told: unknown[] = [];
    store.onTrouble((trouble) => told.push(trouble));
    const drafts = Array.from({ length: 600 }, () => question('x'.repeat(3_000), 'owner'));
    for (let part = 0; part < 6; part += 1)
      await Promise.all(drafts.slice(part * 100, part * 100 + 100).map((draft) => log.append(draft)));
    await log.forget('owner');
    await (await store.open('another')).append(vote());
    await store.remove('workshop');
    await (await store.open('another')).append(vote());
    const reader = new Database(logFile(folder.path), { readonly: true });
    expect(reader.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(2);
    reader.close();
    await (await store.open('another')).append(vote());
    expect(told).toEqual([]);
  });
});

describe('[L31] a full disk is said, and so is its end', () => {
  it('after an append that failed, until there is room again, though nobody appends', async () => {
    const disk = new SmallDisk(2_048);
    const full = await SqliteLogStore.open(join(disk.path, 'data'));
    const told: unknown[] = [];
    full.onTrouble((trouble) => told.push(trouble?.kind ?? null));
    const one = await full.open('workshop');
    const first = question('Is it kept?');
    await one.append(first);
    const free = disk.fill();
    await until(async () => {
      await one.append(question('x'.repeat(2_000))).catch(() => undefined);
      return full.trouble !== null;
    });
    expect(full.trouble).toEqual({
      kind: 'full',
      sentence: 'The disk is full: nothing more can be recorded until there is room',
    });
    expect((await one.append(first)).repeated).toBe(true);
    expect(full.trouble?.kind).toBe('full');
    free();
    await until(() => full.trouble === null);
    await one.append(vote());
    expect(told).toEqual(['full', null]);
    expect(await full.check('workshop')).toMatchObject({ damage: null });
    await full.close();
  });

  it('before anybody appends, where so little is left that nothing can be written', async () => {
    const disk = new SmallDisk(1_024);
    const full = await SqliteLogStore.open(join(disk.path, 'data'));
    await (await full.open('workshop')).append(vote());
    const free = disk.fill();
    await until(() => full.trouble?.kind === 'full');
    free();
    await until(() => full.trouble === null);
    await full.close();
  });
});
