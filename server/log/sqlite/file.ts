import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod/mini';

/** The oldest SQLite that keeps committed pages when writing and checkpointing meet (the WAL-reset bug before it). */
const oldestSqlite = [3, 51, 3] as const;
/** Marks the file as ours ("Bckr"), so that no other database is taken for a backup. */
const applicationId = 0x42636b72;
const schemaVersion = 1;
/** How long a statement waits for another program, in ms. */
const busyTimeout = 5_000;

const version = z.object({ version: z.string() });

/**
 * One file holds all events. `line` is an entry without its texts; `hash` is SHA-256 over the predecessor's hash
 * and the line, and an event's row holds the hash of its last entry, so that a cut tail is found as well.
 * The texts lie in `bodies`, outside the chain. Their place only grows: rows at the end never make SQLite move
 * others to a new page, which would leave copies that no later deletion reaches.
 */
const schema = `
  CREATE TABLE events (
    slug TEXT NOT NULL PRIMARY KEY, epoch TEXT NOT NULL, made INTEGER NOT NULL,
    seq INTEGER NOT NULL, at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE entries (
    slug TEXT NOT NULL REFERENCES events ON DELETE CASCADE, seq INTEGER NOT NULL,
    participant TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, rules INTEGER NOT NULL,
    line TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (slug, seq), UNIQUE (slug, participant, id)
  ) STRICT;
  CREATE TABLE bodies (
    place INTEGER PRIMARY KEY, slug TEXT NOT NULL, seq INTEGER NOT NULL, owner TEXT NOT NULL,
    digest TEXT NOT NULL, salt TEXT NOT NULL, text TEXT NOT NULL, kept INTEGER NOT NULL,
    FOREIGN KEY (slug, seq) REFERENCES entries (slug, seq) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX bodies_by_entry ON bodies (slug, seq);
  CREATE INDEX bodies_by_owner ON bodies (slug, owner);
  CREATE TABLE snapshots (
    slug TEXT NOT NULL REFERENCES events ON DELETE CASCADE, seq INTEGER NOT NULL, hash TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (slug, seq)
  ) STRICT;
`;

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
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('wal_autocheckpoint = 0');
    if (db.pragma('user_version', { simple: true }) === 0) make(db);
    refuseForeign(db);
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
  const db = connect(file);
  try {
    db.pragma('wal_autocheckpoint = 0');
    refuseForeign(db);
    db.pragma('query_only = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
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

/** Likewise before anything is written; on a full disk the entries stay where they are, and are read from there. */
function emptied(db: Database.Database): boolean {
  try {
    return truncateWal(db);
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL') return true;
    throw error;
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

function make(db: Database.Database): void {
  const anything = db.prepare('SELECT 1 FROM sqlite_schema').get();
  if (anything !== undefined) throw new Error('This database is not a Backrow log');
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${schemaVersion}`);
  }).immediate();
}

function refuseForeign(db: Database.Database): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new Error('This file is not a Backrow log');
  const found = db.pragma('user_version', { simple: true });
  if (found !== schemaVersion)
    throw new Error(
      `This log was made by another version of Backrow (form ${String(found)}, known: ${schemaVersion})`,
    );
}
