import type { Database } from 'better-sqlite3';
import * as z from 'zod/mini';
import type { Entry } from '../../shared/log/entry.ts';
import { model as workshopDay } from '../../shared/model.ts';
import type { Model } from '../../shared/state/model.ts';
import { Lines } from './line.ts';
import type { Snapshot } from './log.ts';
import { type Checked, checkLogNow } from './sqlite/chain.ts';
import { logFile, openForReading } from './sqlite/file.ts';
import { type Head, Tables } from './sqlite/tables.ts';

const pageSize = 1_000;

/**
 * Reads a log file in one go, also beside the process that writes it, and never writes. For commands: it blocks
 * its thread, and a damaged row throws.
 */
export class LogReader {
  /** What the events are made of. */
  readonly model: Model = workshopDay;
  readonly #lines: Lines;
  readonly #db: Database;
  readonly #tables: Tables;

  private constructor(db: Database) {
    this.#db = db;
    this.#lines = new Lines(this.model);
    this.#tables = new Tables(db);
  }

  /** Reads the log of a folder; throws where there is none or it is not ours. */
  static ofFolder(dataDir: string): LogReader {
    return LogReader.ofFile(logFile(dataDir));
  }

  /** Reads a log file, such as a backup; throws where it is not ours. */
  static ofFile(file: string): LogReader {
    return new LogReader(openForReading(file));
  }

  /** Slugs of all events, in the order of their making. */
  slugs(): string[] {
    return this.#tables.slugs();
  }

  /** Where an event's log stands; null where there is no such event. */
  head(slug: string): Head | null {
    return this.#tables.head(slug);
  }

  /** The entries of an event after a seq, with the texts still kept, up to what is durable when the reading ends. */
  *entries(slug: string, after = 0): Generator<Entry> {
    for (let from = after; ; ) {
      const { lines, bodies } = this.#db
        .transaction(() => this.#tables.page(slug, from, pageSize))
        .deferred();
      for (const entry of this.#lines.entries(lines, bodies)) {
        from = entry.seq;
        yield entry;
      }
      if (lines.length < pageSize) return;
    }
  }

  /** The newest snapshot at or below a seq; null where there is none. */
  snapshot(slug: string, upTo = Number.MAX_SAFE_INTEGER): Snapshot | null {
    return this.#tables.snapshot(slug, upTo);
  }

  /** How many texts of an owner the log still keeps, of entries up to a seq. */
  kept(slug: string, owner: string, upTo: number): number {
    return this.#tables.kept(slug, owner, upTo);
  }

  /** Checks an event's log from end to end; beside a writer it sees one moment of it. */
  check(slug: string): Checked {
    return this.#db.transaction(() => checkLogNow(this.#db, slug)).deferred();
  }

  /**
   * What is wrong with the file itself, apart from any event: its pages and indexes, and rows that belong to no
   * event. Null where it is whole.
   */
  fileDamage(): string | null {
    try {
      const found = z.array(z.string()).parse(this.#db.prepare('PRAGMA integrity_check(1)').pluck().all());
      if (found[0] !== 'ok') return found[0] ?? 'the file cannot be checked';
      return this.#db.prepare('PRAGMA foreign_key_check').get() === undefined
        ? null
        : 'there are rows that belong to no event';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  close(): void {
    this.#db.close();
  }
}
