import type { Draft, Entry } from '../../shared/log/entry.ts';
import type { Model } from '../../shared/state/model.ts';
import type { Body } from '../../shared/state/personal.ts';

/** What identifies a command for ever: who sent it, under which id. */
export interface Key {
  participant: string;
  id: string;
}

/** A draft that is durable now. `repeated`: the key was known, nothing was written, `entry` is the first one. */
export interface Appended {
  entry: Entry;
  repeated: boolean;
}

/** Hears each durable entry, with its mark. */
export type Listener = (entry: Entry, mark: string) => void;

/** What to read: a page of entries after a seq (ascending, at most `limit`, 1,000 unless told), or one entry by key. */
export type Query = { after: number; limit?: number } | { key: Key };

/**
 * One event's ordered log: the only source of truth. Everything else follows it.
 *
 * Promises, checked by `test/log/contract.ts` for every filling: `seq` runs 1, 2, 3 … without gaps; an append
 * resolves only when its entry survives a crash and a power cut; a key is stored once, whoever sends it again;
 * followers get every entry once, in order, from durable entries only; `at` never runs backwards.
 */
export interface Log {
  /** Random text that is new whenever a log is made, restored or has lost entries. */
  readonly epoch: string;
  /** Bytes that the event holds here: its lines and the texts beside them. */
  readonly bytes: number;
  /** Appends a draft; rejects with `LogUnavailable` where it could not be made durable. */
  append(draft: Draft): Promise<Appended>;
  /** Reads entries with those of their personal texts that are still kept. */
  read(query: Query): Promise<Entry[]>;
  /** Calls `listener` for each durable entry after `after`, in order, now and later; returns how to stop. */
  follow(after: number, listener: Listener): () => void;
  /** The marks of the entries after a seq, in order: of each a short hash that no other log has at that seq. */
  marks(after: number): Promise<string[]>;
  /**
   * Removes personal texts of an owner for good, in every file; gives their number. All of them, or those of entries up to
   * a seq, or those of some digests. Rejects with `LogUnavailable` where anything of them may be left: to be asked again.
   */
  forget(owner: string, which?: Which): Promise<number>;
  /** Waits for what is under way and closes. */
  close(): Promise<void>;
}

/** Some of the texts of an owner. */
export type Which = { upTo: number } | { digests: readonly string[] };

/** A personal text with whose it is. */
export type OwnedBody = Body & { owner: string };
/**
 * What keeps a log from recording. `gone`: the file is not the one that was opened, for good; `full`: there is no room;
 * `damaged`: the file is not readable as what it is; `failing`: the disk, or another program.
 */
export type TroubleKind = 'gone' | 'full' | 'damaged' | 'failing';

/** Why nothing can be recorded, with the sentence that people read. */
export interface Trouble {
  kind: TroubleKind;
  sentence: string;
}

/** The log cannot take entries now; the sentence says why. What was asked may be tried again under the same id. */
export class LogUnavailable extends Error {
  override name = 'LogUnavailable';
  /** What is wrong with the log; null where only this log was closed, or not there. */
  readonly kind: TroubleKind | null;

  constructor(
    message: string,
    { kind = null, ...options }: ErrorOptions & { kind?: TroubleKind | null } = {},
  ) {
    super(message, options);
    this.kind = kind;
  }
}

/** A snapshot of an event's state, without personal texts and command ids. */
export interface Snapshot {
  seq: number;
  /** SHA-256 over the canonical state, hex. */
  hash: string;
  state: string;
}

/** The logs of all events of an installation, with their snapshots. */
export interface LogStore {
  /** What the events are made of whose logs it holds. */
  readonly model: Model;
  /** Slugs of all events, in the order of their making. */
  list(): Promise<string[]>;
  /** Opens an event's log, making it where it does not exist yet. */
  open(slug: string): Promise<Log>;
  /**
   * Removes an event with everything it holds, or throws `LogUnavailable` and removes nothing. False where other programs
   * or a full disk keep traces of it in the files for now: they are removed as soon as may be.
   */
  remove(slug: string): Promise<boolean>;
  /** The newest snapshot at or below `upTo` (default: any); null where there is none. */
  snapshot(slug: string, upTo?: number): Promise<Snapshot | null>;
  saveSnapshot(slug: string, snapshot: Snapshot): Promise<void>;
  /** All personal texts still kept of entries up to `upTo`: what a snapshot leaves out. */
  bodies(slug: string, upTo: number): Promise<OwnedBody[]>;
  /** Reads the whole log of an event in order and checks its chain of hashes; gives the damage in words, or null. */
  check(slug: string): Promise<{ entries: number; seq: number; damage: string | null }>;
  /** Why nothing can be recorded now, found at the last append or look, whichever was later; null while all is well. */
  readonly trouble: Trouble | null;
  /** Calls a listener when `trouble` begins, changes or ends. */
  onTrouble(listener: (trouble: Trouble | null) => void): void;
  close(): Promise<void>;
}
