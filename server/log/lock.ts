import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod/mini';

/** Who owns a folder: the process, and where it listens once it does. */
const ownerSchema = z.object({ pid: z.int(), address: z.nullable(z.string()) });
export type Owner = z.infer<typeof ownerSchema>;

/** How long taking a folder waits for somebody who only looks whether it is owned, and a look for another look, in ms. */
const patience = { take: 500, look: 50 };

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
  /** Writes down where the owner listens, for those who come second and for commands that speak to it. */
  listening(address: string): void;
  /** Gives the folder back. */
  release(): void;
}

/**
 * Makes this process the owner of a folder, or throws `LockHeld`. The kernel keeps the lock, on an empty SQLite
 * file `lock.held`: it ends with its process however that dies, and no number of a process has to be trusted, which
 * may have been given anew or mean nothing in another container. The file `lock` only tells who it is.
 */
export function takeLock(dataDir: string, address: string | null = null): Lock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const held = hold(dataDir, patience.take);
  if (!held) throw new LockHeld(dataDir, told(dataDir));
  alive.add(held);
  let open = true;
  tell(dataDir, address);
  return {
    listening: (where) => {
      if (open) tell(dataDir, where);
    },
    release: () => {
      if (!open) return;
      open = false;
      if (told(dataDir)?.pid === process.pid) rmSync(join(dataDir, 'lock'), { force: true });
      alive.delete(held);
      held.close();
    },
  };
}

/** The owner of a folder, or null where nobody owns it (what a dead owner left behind does not count). */
export function lockHolder(dataDir: string): Owner | null {
  const owner = told(dataDir);
  if (!owner) return null;
  const held = hold(dataDir, patience.look);
  held?.close();
  return held ? null : owner;
}

/** The kernel's lock as an open connection; null where another has it. */
function hold(dataDir: string, timeout: number): Database.Database | null {
  const db = new Database(join(dataDir, 'lock.held'), { timeout });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

function tell(dataDir: string, address: string | null): void {
  const file = join(dataDir, 'lock');
  writeFileSync(`${file}.new`, `${JSON.stringify({ pid: process.pid, address })}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function told(dataDir: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8')));
  } catch {
    return null;
  }
}
