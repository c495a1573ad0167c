import type { Database } from 'better-sqlite3';
import * as z from 'zod/mini';
import { type Body, bodySchema } from '../../../shared/state/personal.ts';
import { canonical, chained, genesis, markOf, stateHash } from '../canonical.ts';
import type { Line } from '../line.ts';
import type { Snapshot, Which } from '../log.ts';
import { columnsOf, insertEntry } from './form.ts';

/** An event's row: where its log stands. */
export const headSchema = z.object({
  number: z.int(),
  epoch: z.string(),
  seq: z.int(),
  at: z.int(),
  hash: z.string(),
});
export type Head = z.infer<typeof headSchema>;

/** A text beside the log with the seq of its entry and whose it is. */
const placedBodySchema = z.extend(bodySchema, { seq: z.int(), owner: z.string() });
export type PlacedBody = z.infer<typeof placedBodySchema>;

const snapshotSchema = z.strictObject({ seq: z.int(), hash: z.string(), state: z.string() });

/** What is to be appended: the line without its place as JSON, its key, and the texts beside it. */
export interface Append {
  slug: string;
  participant: string;
  id: string;
  line: string;
  bodies: readonly Body[];
}

/** What became of an append: its new place, or the line that has its key already. Null: there is no such event. */
export type Placed = { seq: number; at: number; mark: string } | Found | null;
export interface Found {
  line: string;
  bodies: PlacedBody[];
}

/** Lines in their order, with the mark of each and the texts of all of them. */
export interface Page {
  lines: string[];
  marks: string[];
  bodies: PlacedBody[];
}

/** Rows are overwritten where they lie, in their own size: see `Tables.forget`. */
const blanks =
  "UPDATE bodies SET text = printf('%*s', octet_length(text), ''), salt = printf('%*s', octet_length(salt), ''), kept = 0";

/** Which rows belong to an event: the first parameter is its slug. */
export const ofEvent = 'event = (SELECT number FROM events WHERE slug = ?)';
/** An event's row, with its hash in hex. */
export const selectHead =
  'SELECT number, epoch, seq, at, lower(hex(hash)) AS hash FROM events WHERE slug = ?';

const lineRow = z.object({ seq: z.int(), line: z.string() });
const pageRow = z.extend(lineRow, { hash: z.string() });

/** The statements over one log file. Rows are parsed, because a damaged file can hold anything. */
export class Tables {
  readonly db: Database;
  readonly #sql;

  constructor(db: Database) {
    this.db = db;
    this.#sql = {
      head: db.prepare(selectHead),
      advance: db.prepare('UPDATE events SET seq = ?, at = ?, hash = unhex(?) WHERE number = ?'),
      insert: db.prepare(insertEntry),
      insertBody: db.prepare(
        'INSERT INTO bodies (event, seq, owner, digest, salt, text, kept) VALUES (?, ?, ?, ?, ?, ?, 1)',
      ),
      byKey: db.prepare('SELECT seq, line FROM lines WHERE slug = ? AND participant = ? AND id = ?'),
      page: db.prepare('SELECT seq, line, hash FROM lines WHERE slug = ? AND seq > ? ORDER BY seq LIMIT ?'),
      hashes: db.prepare('SELECT hash FROM lines WHERE slug = ? AND seq > ? ORDER BY seq').pluck(),
      bodies: db.prepare(
        `SELECT seq, owner, digest, salt, text FROM bodies WHERE ${ofEvent} AND seq BETWEEN ? AND ? AND kept = 1 ORDER BY place`,
      ),
      blank: db.prepare(`${blanks} WHERE ${ofEvent} AND owner = ? AND seq <= ? AND kept = 1`),
      blankAll: db.prepare(`${blanks} WHERE ${ofEvent} AND kept = 1`),
      blankOne: db.prepare(`${blanks} WHERE ${ofEvent} AND owner = ? AND digest = ? AND kept = 1`),
      kept: db
        .prepare(`SELECT count(*) FROM bodies WHERE ${ofEvent} AND owner = ? AND seq <= ? AND kept = 1`)
        .pluck(),
      lineBytes: db.prepare('SELECT coalesce(sum(octet_length(line)), 0) FROM lines WHERE slug = ?').pluck(),
      textBytes: db
        .prepare(
          `SELECT coalesce(sum(octet_length(text) + octet_length(salt)), 0) FROM bodies WHERE ${ofEvent}`,
        )
        .pluck(),
      snapshots: db.prepare(
        `SELECT seq, hash, state FROM snapshots WHERE ${ofEvent} AND seq <= ? ORDER BY seq DESC`,
      ),
      saveSnapshot: db.prepare(
        'INSERT OR REPLACE INTO snapshots (event, seq, hash, state) VALUES (?, ?, ?, ?)',
      ),
      dropSnapshots: db.prepare(
        'DELETE FROM snapshots WHERE event = ? AND seq NOT IN (SELECT seq FROM snapshots WHERE event = ? ORDER BY seq DESC LIMIT 3)',
      ),
    };
  }

  /** Slugs of all events, in the order of their making. */
  slugs(): string[] {
    return z
      .array(z.string())
      .parse(this.db.prepare('SELECT slug FROM events ORDER BY made, rowid').pluck().all());
  }

  /** Where an event's log stands; null where there is no such event. */
  head(slug: string): Head | null {
    return z.nullable(headSchema).parse(this.#sql.head.get(slug) ?? null);
  }

  /** Bytes of an event's lines and of the texts beside them. */
  bytes(slug: string): number {
    const [lines, texts] = [this.#sql.lineBytes.get(slug), this.#sql.textBytes.get(slug)];
    return z.int().parse(lines) + z.int().parse(texts);
  }

  /** Makes an event's row. */
  make(slug: string, epoch: string, made: number): void {
    this.db
      .prepare('INSERT INTO events (slug, epoch, made, seq, at, hash) VALUES (?, ?, ?, 0, ?, unhex(?))')
      .run(slug, epoch, made, Number.MIN_SAFE_INTEGER, genesis(slug));
  }

  /**
   * Gives a line its place, if its key is new. The head is read from the file each time, so that it is right after
   * a rollback too. Call it inside a transaction.
   */
  append(append: Append): Placed {
    const known = this.byKey(append.slug, append.participant, append.id);
    if (known) return known;
    const head = this.head(append.slug);
    if (!head) return null;
    const bare: Line = JSON.parse(append.line);
    const seq = head.seq + 1;
    const at = Math.max(bare.at, head.at);
    const line = { ...bare, seq, at };
    const hash = chained(head.hash, canonical(line));
    this.#sql.insert.run({ event: head.number, ...columnsOf(line), hash });
    for (const { digest, salt, text } of append.bodies)
      this.#sql.insertBody.run(head.number, seq, line.personal?.owner, digest, salt, text);
    this.#sql.advance.run(seq, at, hash, head.number);
    return { seq, at, mark: markOf(hash) };
  }

  /** The line under a key with its texts, or null. */
  byKey(slug: string, participant: string, id: string): Found | null {
    const found = this.#sql.byKey.get(slug, participant, id);
    if (found === undefined) return null;
    const { seq, line } = lineRow.parse(found);
    return { line, bodies: this.bodies(slug, seq, seq) };
  }

  /** Up to `limit` lines after a seq, with their texts. */
  page(slug: string, after: number, limit: number): Page {
    const rows = z.array(pageRow).parse(this.#sql.page.all(slug, after, limit));
    const last = rows.at(-1);
    return {
      lines: rows.map(({ line }) => line),
      marks: rows.map(({ hash }) => markOf(hash)),
      bodies: last ? this.bodies(slug, after + 1, last.seq) : [],
    };
  }

  /** The marks of an event's entries after a seq, in order. */
  marks(slug: string, after: number): string[] {
    return z.array(z.string()).parse(this.#sql.hashes.all(slug, after)).map(markOf);
  }

  /** The texts still kept of entries from a seq to another. */
  bodies(slug: string, from: number, to: number): PlacedBody[] {
    return z.array(placedBodySchema).parse(this.#sql.bodies.all(slug, from, to));
  }

  /**
   * Writes blanks over an owner's texts and salts; gives their number. Rows of the same size are overwritten where
   * they lie. Deleting them would let SQLite move their neighbours together, and what it moves it copies: of 561
   * deleted texts 9 were still in the file, of 560 blanked ones none, with secure_delete in both cases.
   */
  forget(slug: string, owner: string, which: Which): number {
    if ('upTo' in which) return this.#sql.blank.run(slug, owner, which.upTo).changes;
    const blanked = which.digests.map((digest) => this.#sql.blankOne.run(slug, owner, digest).changes);
    return blanked.reduce((sum, changes) => sum + changes, 0);
  }

  /** How many texts of an owner are still kept, of entries up to a seq. */
  kept(slug: string, owner: string, upTo: number): number {
    return z.int().parse(this.#sql.kept.get(slug, owner, upTo));
  }

  /** The newest snapshot at or below a seq that is whole and not newer than the log. */
  snapshot(slug: string, upTo: number): Snapshot | null {
    const last = Math.min(upTo, this.head(slug)?.seq ?? 0);
    for (const row of this.#sql.snapshots.iterate(slug, last)) {
      const snapshot = snapshotSchema.safeParse(row);
      if (snapshot.success && stateHash(snapshot.data.state) === snapshot.data.hash) return snapshot.data;
    }
    return null;
  }

  /** Keeps a snapshot and the two newest before it; refuses one that is newer than the log. */
  saveSnapshot(slug: string, snapshot: Snapshot): void {
    const head = this.head(slug);
    if (!head || snapshot.seq > head.seq) throw new TypeError('A snapshot cannot be newer than its log');
    this.#sql.saveSnapshot.run(head.number, snapshot.seq, snapshot.hash, snapshot.state);
    this.#sql.dropSnapshots.run(head.number, head.number);
  }

  /** Deletes an event with everything it holds, people's texts as `forget` does; the rest may lie in free pages still. */
  remove(slug: string): void {
    this.#sql.blankAll.run(slug);
    this.db.prepare('DELETE FROM events WHERE slug = ?').run(slug);
  }
}
