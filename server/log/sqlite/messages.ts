import type { Snapshot, Trouble, TroubleKind, Which } from '../log.ts';
import type { Checked } from './chain.ts';
import type { Append, Found, Head, Page, Placed, PlacedBody } from './tables.ts';

/*
 * What passes between the main thread and the writer's. Both ends are this program, and a message reaches nobody else:
 * nothing is looked at anew here. What the file holds is looked at where it is read.
 */

/** What the main thread asks of the writer's thread. */
export type Asked =
  | { ask: 'append'; append: Append }
  | { ask: 'list' }
  | { ask: 'open'; slug: string; epoch: string; made: number }
  | { ask: 'page'; slug: string; after: number; limit: number }
  | { ask: 'marks'; slug: string; after: number }
  | { ask: 'key'; slug: string; participant: string; id: string }
  | { ask: 'forget'; slug: string; owner: string; which: Which }
  | { ask: 'remove'; slug: string }
  | { ask: 'snapshot'; slug: string; upTo: number }
  | { ask: 'save'; slug: string; snapshot: Snapshot }
  | { ask: 'bodies'; slug: string; upTo: number }
  | { ask: 'check'; slug: string }
  | { ask: 'figures' }
  | { ask: 'look'; trying: boolean }
  | { ask: 'limit'; pages: number }
  | { ask: 'close' };

/** A question with its number. */
export type Request = Asked & { call: number };

/** Where an event's log stands when it is opened, and the bytes that it holds. */
export type Opened = Head & { bytes: number };

/** What comes back for each question. */
export interface Answers {
  append: Exclude<Placed, null>;
  list: string[];
  open: Opened;
  page: Page;
  marks: string[];
  key: Found | null;
  forget: number;
  /** Whether nothing of it is left in the files. */
  remove: boolean;
  snapshot: Snapshot | null;
  save: null;
  bodies: PlacedBody[];
  check: Checked;
  figures: Figures;
  look: Trouble | null;
  limit: null;
  close: null;
}

/** The answer to a question: its value, or why there is none. `fault`: a mistake of the caller, not of the disk. */
export type Answer =
  | { call: number; value: unknown }
  | { call: number; unavailable: string; kind: TroubleKind | null }
  | { call: number; fault: string };

/** What the writer's thread sends at a time: the answers of one turn, with the commits made since its start. */
export interface Answered {
  commits: number;
  answers: Answer[];
}

/** How the file is kept, for `doctor` and the metrics. */
export interface Figures {
  sqlite: string;
  journalMode: string;
  /** 2 is FULL: every commit is on the disk before it is acknowledged. */
  synchronous: number;
  secureDelete: number;
  /** Bytes of the file, without its write-ahead log. */
  bytes: number;
}
