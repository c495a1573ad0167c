import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LockHeld, takeLock } from '../../server/log/lock.ts';
import { backup, checkFile, FileDamaged, restore } from '../../server/log/maintenance.ts';
import { LogReader } from '../../server/log/reader.ts';
import { logFile } from '../../server/log/sqlite/file.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { question, vote } from './drafts.ts';
import { Folder } from './folder.ts';

let folder: Folder;
let file: string;

beforeEach(() => {
  folder = new Folder();
  file = join(folder.path, 'backup.db');
});

afterEach(() => folder.remove());

async function fill(entries: number): Promise<string> {
  const store = await SqliteLogStore.open(folder.path);
  const log = await store.open('workshop');
  for (let count = 0; count < entries; count += 1) await log.append(question(`Question ${count}`));
  await store.close();
  return log.epoch;
}

function idsIn(database: string): string[] {
  const reader = LogReader.ofFile(database);
  const ids = [...reader.entries('workshop')].map(({ id }) => id);
  reader.close();
  return ids;
}

it('[L14] copies a prefix beside a running writer, and nothing that was acknowledged before is missing', async () => {
  const store = await SqliteLogStore.open(folder.path);
  const log = await store.open('workshop');
  const ids: string[] = [];
  let going = true;
  const writing = (async () => {
    while (going) ids.push((await log.append(question('While it is copied'))).entry.id);
  })();
  for (let round = 0; round < 5; round += 1) {
    await log.append(vote());
    const acknowledged = ids.length;
    const { events } = backup(folder.path, file);
    const copied = idsIn(file);
    expect(events).toMatchObject([
      { slug: 'workshop', epoch: log.epoch, entries: copied.length, damage: null },
    ]);
    expect(copied.length).toBeGreaterThanOrEqual(acknowledged);
    const all = (await log.read({ after: 0, limit: copied.length })).map(({ id }) => id);
    expect(copied).toEqual(all);
  }
  going = false;
  await writing;
  await store.close();
  expect(readdirSync(folder.path).sort()).toEqual(['backrow.db', 'backup.db']);
});

it('[L14] keeps the older backup where the new one would not be whole', async () => {
  await fill(5);
  backup(folder.path, file);
  const older = readFileSync(file);
  const db = new Database(logFile(folder.path));
  db.exec('UPDATE entries SET rules = 7 WHERE seq = 2');
  db.close();
  expect(() => backup(folder.path, file)).toThrow(FileDamaged);
  expect(readFileSync(file).equals(older)).toBe(true);
  expect(existsSync(`${file}.unfinished`)).toBe(false);
});

it('[L14] holds no text that was forgotten before it', async () => {
  const store = await SqliteLogStore.open(folder.path);
  const log = await store.open('workshop');
  await log.append(question('canary-backup', 'owner'));
  await log.forget('owner');
  backup(folder.path, file);
  await store.close();
  expect(readFileSync(file).includes('canary-backup')).toBe(false);
});

it('[L15] puts a backup in place under new epochs, and keeps the file that was there', async () => {
  const epoch = await fill(5);
  backup(folder.path, file);
  const ids = idsIn(file);
  await fill(3);
  const { kept, events } = restore(folder.path, file);
  expect(events).toMatchObject([{ slug: 'workshop', entries: 5, damage: null }]);
  expect(idsIn(logFile(folder.path))).toEqual(ids);
  expect(kept).toMatch(/backrow\.db\.before-restore-/);
  expect(idsIn(kept ?? '')).toHaveLength(8);
  const store = await SqliteLogStore.open(folder.path);
  const log = await store.open('workshop');
  expect(log.epoch).not.toBe(epoch);
  expect((await log.append(vote())).entry.seq).toBe(6);
  await store.close();
  expect(existsSync(join(folder.path, 'lock'))).toBe(false);
});

it('[L15] restores onto an empty folder', async () => {
  await fill(4);
  backup(folder.path, file);
  const blank = new Folder();
  expect(restore(join(blank.path, 'new'), file)).toMatchObject({ kept: null, events: [{ entries: 4 }] });
  blank.remove();
});

it('[L15] restores over a log that cannot be opened any more', async () => {
  await fill(4);
  backup(folder.path, file);
  writeFileSync(logFile(folder.path), 'This is no database. '.repeat(500));
  writeFileSync(`${logFile(folder.path)}-wal`, 'nor is this a log');
  const { kept } = restore(folder.path, file);
  expect(checkFile(logFile(folder.path))).toMatchObject({
    damage: null,
    events: [{ entries: 4, damage: null }],
  });
  expect(readFileSync(kept ?? '', 'utf8')).toContain('This is no database');
});

it('[L15] refuses while the folder has an owner, and changes nothing', async () => {
  await fill(2);
  backup(folder.path, file);
  await fill(1);
  const lock = takeLock(folder.path, 'http://127.0.0.1:4000');
  expect(() => restore(folder.path, file)).toThrow(LockHeld);
  expect(existsSync(join(folder.path, 'lock'))).toBe(true);
  lock.release();
  expect(idsIn(logFile(folder.path))).toHaveLength(3);
});

it('[L15] refuses a backup that is not whole, and changes nothing', async () => {
  await fill(4);
  backup(folder.path, file);
  const db = new Database(file);
  db.exec("UPDATE bodies SET text = 'other' WHERE seq = 3");
  db.close();
  const before = readFileSync(logFile(folder.path));
  expect(() => restore(folder.path, file)).toThrow('seq 3: a text does not match its digest');
  expect(() => restore(folder.path, join(folder.path, 'missing.db'))).toThrow('no such file');
  expect(readFileSync(logFile(folder.path)).equals(before)).toBe(true);
  expect(readdirSync(folder.path).sort()).toEqual(['backrow.db', 'backup.db', 'lock.held']);
});
