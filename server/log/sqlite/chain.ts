import type { Database } from 'better-sqlite3';
import * as z from 'zod/mini';
import { chained, genesis } from '../canonical.ts';
import { matches } from '../personal.ts';
import { headSchema, ofEvent, selectHead } from './tables.ts';

/** What a check of an event's log came to; `damage` names the first place where it is not whole. */
export interface Checked {
  entries: number;
  seq: number;
  damage: string | null;
}

/** What a check asks of a line. */
const lineSchema = z.object({
  at: z.int(),
  personal: z.optional(z.object({ owner: z.string(), digests: z.array(z.string()) })),
});
const bodyRow = z.object({
  seq: z.int(),
  owner: z.string(),
  digest: z.string(),
  salt: z.string(),
  text: z.string(),
  kept: z.int(),
});

/** Rows of one step: some milliseconds, so that appends do not wait for a check. */
const step = 500;

/** The first place where a log is not whole, in words for the operator. */
class Damage extends Error {}

/**
 * Checks an event's log from its first entry to its last, step by step: between two steps others may write.
 * Looks at the numbering, the chain of hashes, the index of keys, the texts against
 * their digests, and the last hash against the event's row. What it gives at the end is never an exception.
 */
export function* checkLog(db: Database, slug: string): Generator<void, Checked> {
  const walk = new Walk(db, slug);
  try {
    while (walk.step()) yield;
    return { entries: walk.entries, seq: walk.seq, damage: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const damage =
      error instanceof Damage ? reason : `the file cannot be read after seq ${walk.seq}: ${reason}`;
    return { entries: walk.entries, seq: walk.seq, damage };
  }
}

/** `checkLog` in one go. */
export function checkLogNow(db: Database, slug: string): Checked {
  const steps = checkLog(db, slug);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

class Walk {
  entries = 0;
  seq = 0;
  readonly #slug: string;
  readonly #sql;
  #hash: string;
  #at = Number.MIN_SAFE_INTEGER;

  constructor(db: Database, slug: string) {
    this.#slug = slug;
    this.#hash = genesis(slug);
    this.#sql = {
      // One statement for a row and its place in the index of keys: a lookup of its own costs three times as much.
      page: db
        .prepare(`
        SELECT seq, line, hash, seq = (
          SELECT keyed.seq FROM entries AS keyed
          WHERE keyed.event = lines.event AND keyed.participant = lines.participant AND keyed.id = lines.id
        ) AS found
        FROM lines WHERE slug = ? AND seq > ? ORDER BY seq LIMIT ?`)
        .raw(),
      bodies: db.prepare(
        `SELECT seq, owner, digest, salt, text, kept FROM bodies WHERE ${ofEvent} AND seq > ? AND seq <= ?`,
      ),
      after: db.prepare(`SELECT count(*) FROM bodies WHERE ${ofEvent} AND seq > ?`).pluck(),
      head: db.prepare(selectHead),
    };
  }

  /** Checks the next rows; false when there are none and the end is as the event's row says. */
  step(): boolean {
    const rows = this.#sql.page.all(this.#slug, this.seq, step);
    const from = this.seq;
    const texts = new Map<string, string>();
    for (const row of rows) this.#entry(Array.isArray(row) ? row : [], texts);
    this.#bodies(from, texts);
    if (rows.length === step) return true;
    this.#end();
    return false;
  }

  /** Columns are compared as they come: parsing every row first would take a third of the time. */
  #entry(row: readonly unknown[], texts: Map<string, string>): void {
    const seq = this.seq + 1;
    const [place, text, stored, keyed] = row;
    if (place !== seq) throw new Damage(`seq ${seq}: the entry is missing`);
    const hash = chained(this.#hash, String(text));
    if (hash !== stored) throw new Damage(`seq ${seq}: the entry does not match its hash`);
    const line = lineSchema.parse(JSON.parse(String(text)));
    if (line.at < this.#at) throw new Damage(`seq ${seq}: its time is before that of its predecessor`);
    if (keyed !== 1) throw new Damage(`seq ${seq}: the index of keys does not lead to it`);
    for (const digest of line.personal?.digests ?? [])
      texts.set(`${seq} ${digest}`, line.personal?.owner ?? '');
    this.#hash = hash;
    this.#at = line.at;
    this.seq = seq;
    this.entries += 1;
  }

  /** Every text has its entry, every entry its texts: kept and true to their digest, or blank. */
  #bodies(from: number, texts: Map<string, string>): void {
    for (const raw of this.#sql.bodies.all(this.#slug, from, this.seq)) {
      const found = bodyRow.safeParse(raw);
      if (!found.success) throw new Damage(`seq ${from + 1} to ${this.seq}: a text is not readable`);
      const { seq, owner, digest, salt, text, kept } = found.data;
      const place = `${seq} ${digest}`;
      const forgotten = kept === 0 && text.trim() === '' && salt.trim() === '';
      if (texts.get(place) !== owner || !(forgotten || (kept === 1 && matches(text, { digest, salt })))) {
        throw new Damage(`seq ${seq}: a text does not match its digest`);
      }
      texts.delete(place);
    }
    for (const place of texts.keys()) throw new Damage(`seq ${place.split(' ')[0]}: a text is missing`);
  }

  #end(): void {
    const head = headSchema.safeParse(this.#sql.head.get(this.#slug));
    if (!head.success) throw new Damage('the event has no readable row');
    if (head.data.seq > this.seq)
      throw new Damage(`seq ${this.seq + 1}: the entry is missing, the log went to ${head.data.seq}`);
    const at = this.entries === 0 ? head.data.at : this.#at;
    if (head.data.seq !== this.seq || head.data.hash !== this.#hash || head.data.at !== at) {
      throw new Damage(`seq ${this.seq}: the last entry is not the one the event's row names`);
    }
    if (this.#sql.after.get(this.#slug, this.seq) !== 0)
      throw new Damage(`seq ${this.seq}: there are texts after the last entry`);
  }
}
