import type { Revision } from '../rundown/session.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { Change } from './change.ts';
import { Indexes } from './indexes.ts';
import type { Model } from './model.ts';
import type { Digest } from './personal.ts';

/** Every kind of thing that an event is made of, each by id: a noun declares its rows here, beside their type. */
// biome-ignore lint/suspicious/noEmptyInterface: the nouns fill it.
export interface Tables {}
export type Collection = keyof Tables & string;

/** What a staff entry changed: for the audit, for `seen`, for undo. */
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

/** A personal text, and the participant whose it is: with them it goes. */
export interface KeptText {
  readonly text: string;
  readonly owner: string;
}

/**
 * The live event as it stands after `seq` entries. The same log gives the same state on every node. Only
 * `commit` writes it.
 */
export interface State {
  /** What the event is made of: no part of what is kept of the state. */
  readonly model: Model;
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

/** The state of a model's event before the first entry. */
export function initialState(model: Model): State {
  return {
    model,
    seq: 0,
    at: 0,
    passedTo: 0,
    nextNumber: 1,
    tables: tablesOf(model),
    indexes: new Indexes(model.tables),
    staff: new Map(),
    lastWrites: new Map(),
    refused: new Map(),
    revisions: new Map(),
    bodies: new Map(),
  };
}

/** The tables of a model, empty. */
function tablesOf({ tables }: Model): State['tables'] {
  const empty = [...tables.keys()].map((name) => [name, new Map()]);
  // A model has a table of every name that its nouns declare.
  return Object.fromEntries(empty) as State['tables'];
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
