import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { assertForm, isBlank, makeTables } from './form.ts';

/** The oldest SQLite that keeps committed pages when writing and checkpointing meet (the WAL-reset bug before it). */
const oldestSqlite = [3, 51, 3] as const;
/** How long a statement waits for another program, in ms. */
const busyTimeout = 5_000;

const version = z.object({ version: z.string() });

/** Where the log of an installation lies. */
export function logFile(dataDir: string): string {
  return join(dataDir, 'backrow.db');
}

/**
 * Opens a log file for its one writer, making it where it is missing (readable by the owner only). What a
 * predecessor left in the write-ahead log is brought into the file first: after a failed fsync only what was
 * written anew is known to be on the disk. Throws where SQLite is too old or the file is not ours, and where it is
 * missing although it was there before (`make: false`).
 */
export function openForWriting(file: string, { make: mayMake = true } = {}): Database.Database {
  if (mayMake) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Only where it is missing: closing a file gives up every lock this process holds on it.
  if (mayMake && !existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const db = connect(file);
  try {
    const isNew = mayMake && isBlank(db);
    if (!isNew) assertForm(db);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('wal_autocheckpoint = 0');
    if (isNew) makeTables(db);
    if (!emptied(db)) throw new Error('Another program is reading the log file');
    syncFolder(dirname(file));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens an existing log file for reading, also beside its writer; it never checkpoints. Throws where it is not ours. */
export function openForReading(file: string): Database.Database {
  const db = openAnyForm(file);
  try {
    assertForm(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a file likewise without asking what it is. */
export function openAnyForm(file: string): Database.Database {
  const db = connect(file);
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('query_only = ON');
  return db;
}

/** Writes a log file as it stands at one moment into a new file, without free pages and not yet synced. */
export function copyMoment(file: string, target: string): void {
  const db = openForReading(file);
  try {
    db.pragma('query_only = OFF');
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
}

/** Moves the write-ahead log into the file and empties it, waiting up to `wait` ms. False where a reader is in the way. */
export function truncateWal(db: Database.Database, wait = busyTimeout): boolean {
  db.pragma(`busy_timeout = ${wait}`);
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } finally {
    db.pragma(`busy_timeout = ${busyTimeout}`);
  }
}

/** Likewise before anything is written; on a full disk the entries stay where they are, and are read from there. */
function emptied(db: Database.Database): boolean {
  try {
    return truncateWal(db);
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL') return true;
    throw error;
  }
}

/** Makes a file's content durable. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the names in a folder durable. Some systems cannot open a folder; there is nothing to be done then. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function connect(file: string): Database.Database {
  const db = new Database(file, { fileMustExist: true, timeout: busyTimeout });
  try {
    assertSqlite(version.parse(db.prepare('SELECT sqlite_version() AS version').get()).version);
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Throws where SQLite is older than 3.51.3. */
export function assertSqlite(found: string): void {
  const parts = found.split('.').map(Number);
  for (const [place, least] of oldestSqlite.entries()) {
    const part = parts[place] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new Error(
        `SQLite ${found} can lose committed data; ${oldestSqlite.join('.')} or newer is needed`,
      );
  }
}
