import Database from 'better-sqlite3';
import { LogUnavailable } from './log.ts';
import { truncateWal } from './sqlite-file.ts';
import { type Append, type Placed, Tables } from './sqlite-tables.ts';

/** What became of an append: its place, the line under its key, or why it could not be recorded. */
export type Outcome = NonNullable<Placed> | LogUnavailable;

/** After so many commits or bytes of entries the write-ahead log, some 16 MB by then, is brought into the file. */
const checkpointAfter = { commits: 500, bytes: 8_000_000 };

/**
 * The one writer of a log file. It decides what a failure means: where the disk is full the connection stays in
 * use; after any error of reading or writing, a failed fsync above all, it is given up and nothing is acknowledged
 * before a new one has been opened and has written again what was not yet in the file.
 */
export class Writer {
  /** Commits that wrote entries, since the start. */
  commits = 0;
  readonly #open: () => Database.Database;
  #tables: Tables | null = null;
  #unchecked = { commits: 0, bytes: 0 };

  /** `open` gives a connection for writing; see `openForWriting`. */
  constructor(open: () => Database.Database) {
    this.#open = open;
  }

  /** Records appends in one commit; when it returns, they are on the disk. Those whose key is known write nothing. */
  append(appends: readonly Append[]): Outcome[] {
    try {
      const placed = this.use((tables) =>
        tables.db.transaction(() => appends.map((append) => tables.append(append))).immediate(),
      );
      if (placed.some((place) => place && 'seq' in place)) this.#committed(appends);
      return placed.map(
        (place, index) => place ?? new LogUnavailable(`There is no event ${appends[index]?.slug ?? ''}`),
      );
    } catch (error) {
      const failure = error instanceof LogUnavailable ? error : new LogUnavailable(String(error));
      return appends.map((append) => this.#known(append) ?? failure);
    }
  }

  /** Works on the tables; throws `LogUnavailable` with a sentence for people where the file does not let it, and a mistake of ours as it is. */
  use<T>(work: (tables: Tables) => T): T {
    try {
      this.#tables ??= new Tables(this.#open());
      return work(this.#tables);
    } catch (error) {
      const mistake = error instanceof TypeError || error instanceof RangeError;
      if (mistake || error instanceof LogUnavailable) throw error;
      const { sentence, broken } = meaningOf(error);
      if (broken) this.#giveUp();
      throw new LogUnavailable(sentence, { cause: error });
    }
  }

  /** Brings the write-ahead log into the file if it is time; to be called after the acknowledgements went out. */
  checkpointIfDue(): void {
    if (this.#unchecked.commits < checkpointAfter.commits && this.#unchecked.bytes < checkpointAfter.bytes)
      return;
    this.#unchecked = { commits: 0, bytes: 0 };
    try {
      this.use((tables) => tables.db.pragma('wal_checkpoint(PASSIVE)'));
    } catch {
      // The entries are in the write-ahead log; the next commit meets the same disk and says so.
    }
  }

  /** Empties the write-ahead log, so that nothing overwritten is left in it. False where a reader is in the way. */
  emptyWal(): boolean {
    return this.use((tables) => truncateWal(tables.db, 0));
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
  }
}

/** What a failure means for people, and whether the connection may still be trusted. */
function meaningOf(error: unknown): { sentence: string; broken: boolean } {
  const code = error instanceof Database.SqliteError ? error.code : '';
  const said = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_FULL')
    return { sentence: 'The disk is full: nothing more can be recorded until there is room', broken: false };
  if (code.startsWith('SQLITE_BUSY'))
    return { sentence: 'Another program keeps the log file locked', broken: false };
  if (code.startsWith('SQLITE_IOERR'))
    return { sentence: `The disk reported an error (${code}): ${said}`, broken: true };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return { sentence: `The log file is damaged (${code}): ${said}`, broken: true };
  return { sentence: `The log file cannot be used: ${said}`, broken: true };
}
