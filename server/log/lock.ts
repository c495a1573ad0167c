import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { logFile } from './sqlite/file.ts';

/** Who owns a folder: the process, and where it listens once it does. */
const ownerSchema = z.object({ pid: z.int(), address: z.nullable(z.string()) });
export type Owner = z.infer<typeof ownerSchema>;

/**
 * How long taking a folder waits for somebody who only looks whether it is owned, for a command that reads the log, and a
 * look for another look, in ms.
 */
const timeoutMs = { take: 500, log: 5_000, look: 50 };

/** Keeps locks alive that nobody looks at any more: a connection that is collected closes, and gives its lock up. */
const alive = new Set<Database.Database>();

/** The folder is owned by another process; `pid` is null in the moment before it has written who it is. */
export class LockHeld extends Error {
  override name = 'LockHeld';
  readonly pid: number | null;
  readonly address: string | null;

  constructor(dataDir: string, owner: Owner | null) {
    const who = owner
      ? `process ${owner.pid}${owner.address ? ` at ${owner.address}` : ''}`
      : 'another process';
    super(`${dataDir} is in use by ${who}`);
    this.pid = owner?.pid ?? null;
    this.address = owner?.address ?? null;
  }
}

export interface Lock {
  /**
   * Looks whether the folder's files still say that it is owned, and puts back what was removed. Gives a sentence for each
   * thing that was not as it should be.
   */
  look(): string[];
  /** Writes down where the owner listens, for those who come second and for commands that speak to it. */
  listening(address: string): void;
  /** Gives the folder back. */
  release(): void;
}

/**
 * Makes this process the owner of a folder, or throws `LockHeld`. The kernel keeps the lock, on an empty SQLite
 * file `lock.held`: it ends with its process however that dies, and no number of a process has to be trusted, which
 * may have been given anew or mean nothing in another container. The file `lock` only tells who it is. Both can be
 * removed beside a living owner; the log cannot, which its writer has open: nobody becomes an owner beside it.
 */
export function takeLock(dataDir: string, address: string | null = null): Lock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  let held = hold(dataDir, timeoutMs.take);
  if (!held) throw new LockHeld(dataDir, noteIn(dataDir));
  if (isLogOpen(dataDir, timeoutMs.log)) {
    held.close();
    throw new LockHeld(dataDir, noteIn(dataDir));
  }
  alive.add(held);
  let open = true;
  let place = placeOf(heldFile(dataDir));
  let where = address;
  writeNote(dataDir, address);
  const keepHold = (): string[] => {
    if (placeOf(heldFile(dataDir)) === place) return [];
    const again = hold(dataDir, timeoutMs.look);
    if (!again) return [`${heldFile(dataDir)} was replaced, and another process holds it`];
    if (held) {
      alive.delete(held);
      held.close();
    }
    held = again;
    alive.add(again);
    place = placeOf(heldFile(dataDir));
    return [`${heldFile(dataDir)} was removed while the server ran; it is there again`];
  };
  const keepNote = (): string[] => {
    const note = noteIn(dataDir);
    if (note?.pid === process.pid && note.address === where) return [];
    if (!writeNote(dataDir, where)) return [];
    return [`${join(dataDir, 'lock')} was removed or changed while the server ran; it is there again`];
  };
  return {
    listening: (listens) => {
      where = listens;
      if (open) writeNote(dataDir, where);
    },
    look: () => (open ? [...keepHold(), ...keepNote()] : []),
    release: () => {
      if (!open) return;
      open = false;
      if (noteIn(dataDir)?.pid === process.pid) rmSync(join(dataDir, 'lock'), { force: true });
      if (!held) return;
      alive.delete(held);
      held.close();
    },
  };
}

/** The owner of a folder, or null where nobody owns it (what a dead owner left behind does not count). */
export function lockHolder(dataDir: string): Owner | null {
  const owner = noteIn(dataDir);
  if (!owner) return null;
  const held = hold(dataDir, timeoutMs.look);
  held?.close();
  return held ? null : owner;
}

/** The kernel's lock as an open connection; null where another has it. */
function hold(dataDir: string, timeout: number): Database.Database | null {
  const db = new Database(heldFile(dataDir), { timeout });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

/**
 * Whether somebody has the log of a folder open, waiting up to so many ms for those who only read it. To have it alone
 * brings what a dead owner left in its write-ahead log into the file, on the disk, as every opening for writing does.
 */
function isLogOpen(dataDir: string, timeout: number): boolean {
  const file = logFile(dataDir);
  if (!existsSync(file)) return false;
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true, timeout });
    db.pragma('synchronous = FULL');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    db.exec('ROLLBACK');
    return false;
  } catch (error) {
    // What else is wrong with the file is for whoever opens it next, or for a restore, to say.
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
  } finally {
    db?.close();
  }
}

function heldFile(dataDir: string): string {
  return join(dataDir, 'lock.held');
}

/** Which file a name leads to; null where there is none. */
function placeOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : null;
}

/** Notes who owns the folder. On a full disk there is no note: false, and whoever comes second only does not hear who is first. */
function writeNote(dataDir: string, address: string | null): boolean {
  const file = join(dataDir, 'lock');
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify({ pid: process.pid, address })}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return true;
  } catch (error) {
    if (!isFull(error)) throw error;
    rmSync(`${file}.new`, { force: true });
    return false;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function noteIn(dataDir: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8')));
  } catch {
    return null;
  }
}
