import type { Refusal } from '../wire/refusals.ts';
import type { Change } from './change.ts';
import type { Indexes } from './indexes.ts';
import type { Digest } from './personal.ts';
import type { Collection, Tables } from './tables.ts';

/** An entry of the staff and what it changed: for undo, the audit, and conflicts between colleagues. */
export interface StaffEntry {
  seq: number;
  type: string;
  by: string;
  at: number;
  changes: readonly Change[];
  /** Undone by the entry with this seq. */
  undoneBy: number | null;
}

/** Who of the staff last set a field, and with which entry. */
export interface LastWrite {
  seq: number;
  by: string;
  at: number;
}

/** A personal text, and the participant whose it is: it is forgotten with them. */
export interface KeptText {
  readonly text: string;
  readonly owner: string;
}

/** How often what is published of a session changed, and when last (epoch milliseconds). */
export interface Revision {
  count: number;
  at: number;
}

/**
 * The live event as it stands after `seq` entries. The same log gives the same state on every node. Only
 * `commit` writes it. It carries its model, which is declared beside that.
 */
export interface State {
  seq: number;
  /** The largest `at` applied, epoch milliseconds: the one time that rules and views know. */
  at: number;
  /** The largest `clock.pass` applied: everything that was to happen by itself up to here has happened. */
  passedTo: number;
  /** The number the next question to become live gets. */
  nextNumber: number;
  tables: { readonly [C in Collection]: Map<string, Tables[C]> };
  /** By what rows are found; kept by `commit`, no part of the hash. */
  readonly indexes: Indexes;
  staff: Map<number, StaffEntry>;
  /** Last staff entry per field, under `collection/id/field`. */
  lastWrites: Map<string, LastWrite>;
  /** Entries that were logged and refused in log order, by seq: a repeat gets the same answer. */
  refused: Map<number, Refusal>;
  /** How often what calendars outside show of a session changed, by its id; it never goes back, not even by an undo. */
  revisions: Map<string, Revision>;
  /** Personal texts by digest, each with whose it is. No part of the hash, and empty where they were forgotten. */
  bodies: Map<Digest, KeptText>;
}

/** The event's own row; undefined before the first `programme.apply`. */
export function eventOf(state: State): Tables['event'] | undefined {
  return state.tables.event.get('event');
}

/**
 * The words behind a field of a row: the personal text of a digest, null where it was forgotten. What is no digest is
 * itself: a word of ours (`off-topic`), and whatever the log of rules 4 held as it was written.
 */
export function textOf(state: State, kept: Digest | string | null): string | null {
  if (kept === null) return null;
  return state.bodies.get(kept)?.text ?? (isDigest(kept) ? null : kept);
}

/** Whether a text has the form of a digest. */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
