import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Log, LogUnavailable } from '../../server/log/log.ts';
import { assertSqlite, logFile, openForWriting } from '../../server/log/sqlite/file.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import type { Append } from '../../server/log/sqlite/tables.ts';
import { Tables } from '../../server/log/sqlite/tables.ts';
import { Writer } from '../../server/log/sqlite/writer.ts';
import { SmallDisk } from '../world/small-disk.ts';
import { until } from '../world/waiting.ts';
import { question, vote } from './drafts.ts';
import { Folder } from './folder.ts';

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

it('[L2] writes with a sync at every commit, into a write-ahead log, overwriting what is deleted', async () => {
  expect(await store.figures()).toMatchObject({ journalMode: 'wal', synchronous: 2, secureDelete: 1 });
});

it('[L2] refuses an SQLite that can lose committed data', () => {
  for (const old of ['3.51.2', '3.40.1', '2.99.99'])
    expect(() => assertSqlite(old)).toThrow('3.51.3 or newer is needed');
  for (const good of ['3.51.3', '3.53.0', '4.0.0']) expect(() => assertSqlite(good)).not.toThrow();
});

it('[L16] records 1,000 concurrent appends in far fewer commits', async () => {
  await Promise.all(Array.from({ length: 1_000 }, () => log.append(vote())));
  expect(store.commits).toBeGreaterThan(0);
  // How many depends on how busy the machine is.
  expect(store.commits).toBeLessThan(200);
});

it('[L11] says that the disk is full, keeps what it has, and goes on when there is room', async () => {
  const first = question('The first');
  await log.append(first);
  await store.limitPages(1);
  const full = vi.fn<(error: unknown) => void>();
  const drafts = Array.from({ length: 200 }, () => question('x'.repeat(500)));
  await Promise.all(drafts.map((draft) => log.append(draft).catch(full)));
  expect(full).toHaveBeenCalled();
  for (const [error] of full.mock.calls) {
    expect(error).toBeInstanceOf(LogUnavailable);
    expect(error).toHaveProperty(
      'message',
      'The disk is full: nothing more can be recorded until there is room',
    );
  }
  expect(await log.append(first)).toMatchObject({ entry: { seq: 1 }, repeated: true });
  const kept = await log.read({ after: 0 });
  expect(kept.length).toBe(1 + drafts.length - full.mock.calls.length);
  await store.limitPages(100_000);
  await Promise.all(drafts.map((draft) => log.append(draft)));
  expect((await log.read({ after: 0 })).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 201 }, (_, index) => index + 1),
  );
  expect(await store.check('workshop')).toMatchObject({ entries: 201, damage: null });
});

function plain(slug: string, id: string): Append {
  const line = { ...vote({ participant: 'p', id, at: 1 }), seq: 0 };
  return { slug, participant: 'p', id, line: JSON.stringify(line), bodies: [] };
}

it('[L11] acknowledges nothing from a connection after a failed sync, and opens another', async () => {
  const other = new Folder();
  const opened: Database.Database[] = [];
  const writer = new Writer(() => {
    const db = openForWriting(logFile(other.path));
    opened.push(db);
    return db;
  });
  writer.use((tables) => tables.make('workshop', 'epoch', 1));
  expect(writer.append([plain('workshop', 'a')])).toMatchObject([{ seq: 1, at: 1 }]);
  const failing = vi.spyOn(Tables.prototype, 'append').mockImplementationOnce(() => {
    throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  });
  const [known, failed] = writer.append([plain('workshop', 'a'), plain('workshop', 'b')]);
  failing.mockRestore();
  expect(failed).toBeInstanceOf(LogUnavailable);
  expect(String(failed)).toContain('SQLITE_IOERR_FSYNC');
  expect(known).toHaveProperty('line');
  expect(opened.map(({ open }) => open)).toEqual([false, true]);
  expect(writer.append([plain('workshop', 'b')])).toMatchObject([{ seq: 2, at: 1 }]);
  expect(opened).toHaveLength(2);
  writer.close();
  other.remove();
});

it('[L11] keeps the connection when the disk was only full', () => {
  const other = new Folder();
  const open = vi.fn(() => openForWriting(logFile(other.path)));
  const writer = new Writer(open);
  writer.use((tables) => tables.make('workshop', 'epoch', 1));
  const failing = vi.spyOn(Tables.prototype, 'append').mockImplementationOnce(() => {
    throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
  });
  expect(writer.append([plain('workshop', 'a')])[0]).toBeInstanceOf(LogUnavailable);
  failing.mockRestore();
  expect(writer.append([plain('workshop', 'a')])).toMatchObject([{ seq: 1, at: 1 }]);
  expect(open).toHaveBeenCalledTimes(1);
  writer.close();
  other.remove();
});

it('[L11] says so when its file cannot be opened', async () => {
  const other = new Folder();
  await expect(SqliteLogStore.open('/dev/null/nowhere')).rejects.toBeInstanceOf(LogUnavailable);
  const foreign = new Database(logFile(other.path));
  foreign.exec('CREATE TABLE shopping (item TEXT)');
  foreign.close();
  await expect(SqliteLogStore.open(other.path)).rejects.toThrow('not a Backrow log');
  other.remove();
});

it('[L8] forgets as soon as a reader that keeps old pages in use has ended, and takes appends meanwhile', async () => {
  await log.append(question('canary-read', 'owner'));
  const reader = new Database(logFile(folder.path), { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM bodies').get();
  let done = false;
  const forgetting = log.forget('owner').then((texts) => {
    done = true;
    return texts;
  });
  for (let count = 0; count < 20; count += 1) await log.append(vote());
  expect((await log.read({ after: 0, limit: 1 }))[0]?.personal).toBeUndefined();
  expect(done).toBe(false);
  reader.exec('COMMIT');
  expect(await forgetting).toBe(1);
  reader.close();
  for (const bytes of folder.bytes()) expect(bytes.includes('canary-read')).toBe(false);
});

it('[L18] removes an event beside a reader that keeps old pages in use, says so, and clears up by itself', async () => {
  const owners = Array.from({ length: 40 }, (_, index) => `owner-${index}`);
  await Promise.all(owners.map((owner) => log.append(question(`canary-removed ${'x'.repeat(900)}`, owner))));
  const other = await store.open('other');
  const reader = new Database(logFile(folder.path), { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM bodies').get();
  expect(await store.remove('workshop')).toBe(false);
  expect(await store.list()).toEqual(['other']);
  await other.append(vote());
  reader.exec('COMMIT');
  reader.close();
  await until(() => folder.bytes().every((bytes) => !bytes.includes('canary-removed')));
  expect(await other.read({ after: 0 })).toHaveLength(1);
});

it('[L18] removes what people wrote also where the disk has no room to write the file anew', async () => {
  const disk = new SmallDisk(12_288);
  const fill = await SqliteLogStore.open(join(disk.path, 'data'));
  for (const [slug, count] of [
    ['workshop', 20],
    ['other', 600],
  ] as const) {
    const one = await fill.open(slug);
    const drafts = Array.from({ length: count }, (_, n) =>
      question(`canary-${slug} ${n} ${'x'.repeat(3_000)}`, 'a'),
    );
    await Promise.all(drafts.map((draft) => one.append(draft)));
  }
  await fill.close();
  const full = await SqliteLogStore.open(join(disk.path, 'data'));
  // Room for the pages that change, not for all of them once more.
  const makeRoom = disk.fill(600_000);
  const isGone = await full.remove('workshop');
  expect(isGone).toBe(false);
  const bytes = readdirSync(join(disk.path, 'data')).map((name) =>
    readFileSync(join(disk.path, 'data', name)),
  );
  expect(bytes.some((each) => each.includes('canary-workshop'))).toBe(false);
  makeRoom();
  await full.close();
});

it('[L11] refuses what is under way and everything later when its thread dies, and says so once', async () => {
  const other = new Folder();
  const onFailure = vi.fn<(error: unknown) => void>();
  const dying = await SqliteLogStore.open(other.path, { onFailure });
  const open = await dying.open('workshop');
  const killing = vi.spyOn(Worker.prototype, 'postMessage').mockImplementationOnce(function (this: Worker) {
    void this.terminate();
  });
  const [first, second] = await Promise.allSettled([open.append(vote()), open.append(vote())]);
  killing.mockRestore();
  for (const outcome of [first, second]) expect(outcome).toHaveProperty('reason.name', 'LogUnavailable');
  await expect(open.append(vote())).rejects.toThrow("The log's writer stopped");
  expect(onFailure).toHaveBeenCalledTimes(1);
  await dying.close();
  other.remove();
});

it('[L8] leaves no copy of a forgotten text, however many of all sizes are forgotten one after the other', async () => {
  const owners = Array.from({ length: 30 }, (_, index) => `owner-${index}-`);
  const drafts = Array.from({ length: 600 }, (_, index) => {
    const owner = owners[(index * 7) % 30] ?? '';
    return question(`canary-${owner}${'x'.repeat((index * 7_919) % 6_000)}`, owner);
  });
  await Promise.all(drafts.map((draft) => log.append(draft)));
  const forgotten = owners.filter((_, index) => index % 5 !== 0);
  for (const owner of forgotten) expect(await log.forget(owner)).toBe(20);
  const bytes = Buffer.concat(folder.bytes());
  expect(owners.filter((owner) => !bytes.includes(`canary-${owner}`))).toEqual(forgotten);
  expect(await store.check('workshop')).toMatchObject({ entries: 600, damage: null });
});
