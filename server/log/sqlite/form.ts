import type { Database } from 'better-sqlite3';
import { canonical } from '../canonical.ts';
import type { Line } from '../line.ts';

/** Marks a file as ours ("Bckr"), so that no other database is taken for a log. */
const applicationId = 0x42636b72;

/** The number of the form that is written below; the file's `user_version` names it. Form 1 was never released. */
export const knownForm = 2;

/**
 * One file holds all events. An entry is a row whose columns hold its parts, each once and as text that anybody can read;
 * the view `lines` puts them together to the very text that is hashed. `hash` is SHA-256 over the predecessor's hash, in
 * hex, and that text; an event's row holds the hash of its last entry, so that a cut tail is found as well.
 * The texts of people lie in `bodies`, outside the chain. Their place only grows: rows at the end never make SQLite move
 * others to a new page, which would leave copies that no later deletion reaches.
 */
const schema = `
  CREATE TABLE events (
    number INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL, made INTEGER NOT NULL,
    seq INTEGER NOT NULL, at INTEGER NOT NULL, hash BLOB NOT NULL
  ) STRICT;
  CREATE TABLE entries (
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    participant TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, rules INTEGER NOT NULL, seen INTEGER,
    sender TEXT NOT NULL, data TEXT NOT NULL, personal TEXT, hash BLOB NOT NULL,
    PRIMARY KEY (event, seq), UNIQUE (event, participant, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE bodies (
    place INTEGER PRIMARY KEY, event INTEGER NOT NULL, seq INTEGER NOT NULL, owner TEXT NOT NULL,
    digest TEXT NOT NULL, salt TEXT NOT NULL, text TEXT NOT NULL, kept INTEGER NOT NULL,
    FOREIGN KEY (event, seq) REFERENCES entries ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX bodies_by_entry ON bodies (event, seq);
  CREATE INDEX bodies_by_owner ON bodies (event, owner);
  CREATE TABLE snapshots (
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, seq INTEGER NOT NULL, hash TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (event, seq)
  ) STRICT;
  CREATE VIEW lines AS
    SELECT slug, entries.event, entries.seq, participant, id, lower(hex(entries.hash)) AS hash,
      '{"at":' || entries.at
      || ',"by":{"participant":' || json_quote(participant) || ',' || substr(sender, 2)
      || ',"data":' || data
      || ',"id":' || json_quote(id)
      || coalesce(',"personal":' || personal, '')
      || ',"rules":' || rules
      || coalesce(',"seen":' || seen, '')
      || ',"seq":' || entries.seq
      || ',"type":' || json_quote(type) || '}' AS line
    FROM entries JOIN events ON number = event;
`;

/** The columns of an entry's row, but for its event and its hash. */
interface Columns {
  seq: number;
  at: number;
  participant: string;
  id: string;
  type: string;
  rules: number;
  seen: number | null;
  /** JSON, as `data` and `personal`: who sent it, without `participant`. */
  sender: string;
  data: string;
  personal: string | null;
}

/** The statement that writes the row of an entry: `event`, what `columnsOf` gives, and `hash` in hex. */
export const insertEntry = `
  INSERT INTO entries (event, seq, at, participant, id, type, rules, seen, sender, data, personal, hash)
  VALUES (:event, :seq, :at, :participant, :id, :type, :rules, :seen, :sender, :data, :personal, unhex(:hash))`;

/** Takes a line apart, so that the view `lines` gives its canonical text again. */
export function columnsOf({ seq, at, by, id, type, rules, seen, data, personal }: Line): Columns {
  const { participant, ...sender } = by;
  return {
    seq,
    at,
    participant,
    id,
    type,
    rules,
    seen: seen ?? null,
    sender: canonical(sender),
    data: canonical(data),
    personal: personal === undefined ? null : canonical(personal),
  };
}

/** Whether a file holds nothing yet; throws where it is no log although it has no form. */
export function isBlank(db: Database): boolean {
  if (formOf(db) !== 0) return false;
  if (db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) return true;
  throw new Error('This database is not a Backrow log');
}

/** Makes the tables of a blank file. */
export function makeTables(db: Database): void {
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${knownForm}`);
  }).immediate();
}

/** Throws where a file is no log, or one of another form. */
export function assertForm(db: Database): void {
  if (!isOurs(db)) throw new Error('This file is not a Backrow log');
  const form = formOf(db);
  if (form !== knownForm)
    throw new Error(
      `This log was made by another version of Backrow (form ${form}, this one reads ${knownForm})`,
    );
}

/** Whether a file says of itself that it is a log, of whatever form. */
export function isOurs(db: Database): boolean {
  return db.pragma('application_id', { simple: true }) === applicationId;
}

/** The number of a file's form. */
export function formOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
