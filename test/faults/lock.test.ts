import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LockHeld, lockHolder, takeLock } from '../../server/log/lock.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { vote } from '../log/drafts.ts';
import { Folder } from '../log/folder.ts';

let folder: Folder;
let child: ChildProcess | null;

beforeEach(() => {
  folder = new Folder();
  child = null;
});

afterEach(() => {
  child?.kill('SIGKILL');
  folder.remove();
});

function refusal(): unknown {
  try {
    takeLock(folder.path).release();
    return null;
  } catch (error) {
    return error;
  }
}

it('[L13] gives a folder to one owner and tells a second one who has it', () => {
  const lock = takeLock(folder.path);
  expect(refusal()).toMatchObject({ name: 'LockHeld', pid: process.pid, address: null });
  lock.listening('http://127.0.0.1:4000');
  expect(refusal()).toBeInstanceOf(LockHeld);
  expect(refusal()).toMatchObject({
    message: `${folder.path} is in use by process ${process.pid} at http://127.0.0.1:4000`,
  });
  expect(JSON.parse(readFileSync(join(folder.path, 'lock'), 'utf8'))).toEqual({
    pid: process.pid,
    address: 'http://127.0.0.1:4000',
  });
  lock.release();
  expect(existsSync(join(folder.path, 'lock'))).toBe(false);
  expect(refusal()).toBeNull();
});

it('[L13] tells commands where the owner listens, and nothing where there is none', () => {
  expect(lockHolder(folder.path)).toBeNull();
  const lock = takeLock(folder.path, 'http://127.0.0.1:4000');
  expect(lockHolder(folder.path)).toEqual({ pid: process.pid, address: 'http://127.0.0.1:4000' });
  lock.release();
  expect(lockHolder(folder.path)).toBeNull();
});

it('[L13] takes over from an owner that was killed, also where its number lives on', async () => {
  const owner = fileURLToPath(new URL('../log/owner.ts', import.meta.url));
  const other = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', owner, folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = other;
  await once(other.stdout, 'data');
  expect(refusal()).toMatchObject({ pid: other.pid });
  const ended = once(other, 'exit');
  other.kill('SIGKILL');
  await ended;
  writeFileSync(
    join(folder.path, 'lock'),
    JSON.stringify({ pid: process.ppid, address: 'http://127.0.0.1:1' }),
  );
  expect(lockHolder(folder.path)).toBeNull();
  const lock = takeLock(folder.path);
  expect(lockHolder(folder.path)?.pid).toBe(process.pid);
  lock.release();
});

it('[L13] gives way to no half-written note of an owner', () => {
  const lock = takeLock(folder.path);
  writeFileSync(join(folder.path, 'lock'), '{"pid":');
  expect(refusal()).toMatchObject({ name: 'LockHeld', pid: null, address: null });
  lock.release();
  writeFileSync(join(folder.path, 'lock'), 'nonsense');
  expect(refusal()).toBeNull();
});

it('[L13] leaves a note that is not its own', () => {
  const lock = takeLock(folder.path);
  writeFileSync(join(folder.path, 'lock'), JSON.stringify({ pid: 1, address: null }));
  lock.release();
  expect(existsSync(join(folder.path, 'lock'))).toBe(true);
});

it.each([[['lock']], [['lock.held']], [['lock', 'lock.held']]])(
  '[L32] gives no folder whose log is open to a second owner, though %j are gone',
  async (names) => {
    const lock = takeLock(folder.path);
    const store = await SqliteLogStore.open(folder.path);
    for (const name of names) rmSync(join(folder.path, name));
    expect(refusal()).toBeInstanceOf(LockHeld);
    expect(lock.look().join()).toContain('while the server ran');
    expect(lock.look()).toEqual([]);
    expect(refusal()).toMatchObject({ name: 'LockHeld', pid: process.pid });
    await store.close();
    lock.release();
    expect(refusal()).toBeNull();
  },
);

it('[L32] takes a folder as soon as a command that reads its log has ended', async () => {
  const store = await SqliteLogStore.open(folder.path);
  await (await store.open('workshop')).append(vote());
  await store.close();
  const reader = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('../log/reader.ts', import.meta.url)), folder.path, '700'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child = reader;
  await once(reader.stdout, 'data');
  const lock = takeLock(folder.path);
  expect(lockHolder(folder.path)?.pid).toBe(process.pid);
  lock.release();
});
