import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LogUnavailable, type Trouble, type TroubleKind } from '../log.ts';
import { truncateWal } from './file.ts';
import type { FileIdentity } from './file-identity.ts';
import { type Append, type Placed, Tables } from './tables.ts';

/** What became of an append: its place, the line under its key, or why it could not be recorded. */
export type Outcome = NonNullable<Placed> | LogUnavailable;

/** After so many commits or bytes of entries the write-ahead log, some 16 MB by then, is brought into the file. */
const checkpointAfter = { commits: 500, bytes: 8_000_000 };

/** Below so many bytes of room on the disk it is tried every second whether some can still be written. */
const tight = 1_000_000;

/** Writes 16 pages and takes them back, in one commit: what is no room for a few entries is none for this. */
function writeSomePages(db: Database.Database): void {
  db.transaction(() => {
    db.exec('CREATE TABLE room (bytes BLOB) STRICT');
    db.prepare('INSERT INTO room (bytes) VALUES (zeroblob(65536))').run();
    db.exec('DROP TABLE room');
  }).immediate();
}

/**
 * The one writer of a log file. It decides what a failure means: where the disk is full the connection stays in
 * use; after any error of reading or writing, a failed fsync above all, it is given up and nothing is acknowledged
 * before a new one has been opened and has written again what was not yet in the file.
 */
export class Writer {
  /** Commits that wrote entries, since the start. */
  commits = 0;
  readonly #open: () => Database.Database;
  readonly #identity: FileIdentity | null;
  /** What became of the file; for good, since what was recorded since is not in the file that is there now. */
  #gone: LogUnavailable | null = null;
  #tables: Tables | null = null;
  #unchecked = { commits: 0, bytes: 0 };

  /** `open` gives a connection for writing; see `openForWriting`. `identity` looks at the file that it opens. */
  constructor(open: () => Database.Database, identity: FileIdentity | null = null) {
    this.#open = open;
    this.#identity = identity;
  }

  /** Records appends in one commit; when it returns, they are on the disk. Those whose key is known write nothing. */
  append(appends: readonly Append[]): Outcome[] {
    try {
      this.#stillThere();
      const placed = this.use((tables) =>
        tables.db.transaction(() => appends.map((append) => tables.append(append))).immediate(),
      );
      this.#stillThere();
      if (placed.some((place) => place && 'seq' in place)) this.#committed(appends);
      return placed.map(
        (place, index) => place ?? new LogUnavailable(`There is no event ${appends[index]?.slug ?? ''}`),
      );
    } catch (error) {
      const failure =
        error instanceof LogUnavailable ? error : new LogUnavailable(String(error), { kind: 'failing' });
      return appends.map((append) => (this.#gone ? null : this.#known(append)) ?? failure);
    }
  }

  /** Works on the tables; throws `LogUnavailable` with a sentence for people where the file does not let it, and a mistake of ours as it is. */
  use<T>(work: (tables: Tables) => T): T {
    try {
      if (this.#gone) throw this.#gone;
      if (!this.#tables) {
        this.#tables = new Tables(this.#open());
        this.#identity?.note();
      }
      return work(this.#tables);
    } catch (error) {
      const mistake = error instanceof TypeError || error instanceof RangeError;
      if (mistake || error instanceof LogUnavailable) throw error;
      const { sentence, kind, broken } = meaningOf(error);
      if (broken) this.#giveUp();
      throw new LogUnavailable(sentence, { cause: error, kind });
    }
  }

  /** Works on the tables likewise, where that may make the files shorter. */
  change<T>(work: (tables: Tables) => T): T {
    this.#stillThere();
    try {
      return this.use(work);
    } finally {
      if (!this.#gone) this.#identity?.note();
    }
  }

  /**
   * Looks whether entries could be recorded: whether the files are those that are open, and, where `trying` or where the
   * disk has little room left, whether some pages can be written.
   */
  look(trying: boolean): Trouble | null {
    try {
      this.#stillThere(false);
      if (trying || this.#isTight()) this.change(({ db }) => writeSomePages(db));
      return null;
    } catch (error) {
      if (error instanceof LogUnavailable && error.kind) return { kind: error.kind, sentence: error.message };
      return { kind: 'failing', sentence: error instanceof Error ? error.message : String(error) };
    }
  }

  #isTight(): boolean {
    const file = this.#tables?.db.name;
    if (file === undefined) return false;
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < tight;
  }

  /** Throws where the file is not the one that is open. */
  #stillThere(quick = true): void {
    if (this.#gone) throw this.#gone;
    const what = this.#identity?.changed(quick) ?? null;
    if (what === null) return;
    this.#gone = new LogUnavailable(`${what} while the server ran`, {
      kind: 'gone',
    });
    throw this.#gone;
  }

  /** Brings the write-ahead log into the file if it is time; to be called after the acknowledgements went out. */
  checkpointIfDue(): void {
    if (this.#unchecked.commits < checkpointAfter.commits && this.#unchecked.bytes < checkpointAfter.bytes)
      return;
    this.#unchecked = { commits: 0, bytes: 0 };
    try {
      this.change((tables) => tables.db.pragma('wal_checkpoint(PASSIVE)'));
    } catch {
      // The entries are in the write-ahead log; the next commit meets the same disk and says so.
    }
  }

  /** Empties the write-ahead log, so that nothing overwritten is left in it. False where a reader is in the way. */
  emptyWal(): boolean {
    return this.change((tables) => truncateWal(tables.db, 0));
  }

  /** Closes the file; without a reader beside it, only `backrow.db` is left. */
  close(): void {
    this.#giveUp();
  }

  #committed(appends: readonly Append[]): void {
    this.commits += 1;
    this.#unchecked.commits += 1;
    for (const append of appends) this.#unchecked.bytes += append.line.length;
  }

  /** What was recorded earlier is still said when nothing new can be recorded. */
  #known(append: Append): Outcome | null {
    try {
      return this.use((tables) => tables.byKey(append.slug, append.participant, append.id));
    } catch {
      return null;
    }
  }

  #giveUp(): void {
    const db = this.#tables?.db;
    this.#tables = null;
    try {
      db?.close();
    } catch {
      // It is not used again, whatever became of it.
    }
    this.#identity?.closed();
  }
}

/** What a failure means for people, and whether the connection may still be trusted. */
function meaningOf(error: unknown): { sentence: string; kind: TroubleKind; broken: boolean } {
  const code = error instanceof Database.SqliteError ? error.code : '';
  const said = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_FULL')
    return {
      sentence: 'The disk is full: nothing more can be recorded until there is room',
      kind: 'full',
      broken: false,
    };
  if (code.startsWith('SQLITE_BUSY'))
    return { sentence: 'Another program keeps the log file locked', kind: 'failing', broken: false };
  if (code.startsWith('SQLITE_IOERR'))
    return { sentence: `The disk reported an error (${code}): ${said}`, kind: 'failing', broken: true };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return { sentence: `The log file is damaged (${code}): ${said}`, kind: 'damaged', broken: true };
  return { sentence: `The log file cannot be used: ${said}`, kind: 'failing', broken: true };
}
