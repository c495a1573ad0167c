import type { Model } from './model.ts';
import { collections, initialState, type State, type Tables } from './state.ts';

/** A state as plain JSON: maps as pairs in their order, sets as arrays. Personal texts are left out. */
export interface PlainState {
  seq: number;
  at: number;
  passedTo: number;
  nextNumber: number;
  /** `displays` is absent while there are none. */
  tables: { [C in Exclude<keyof Tables, 'displays'>]: [string, unknown][] } & {
    displays?: [string, unknown][];
  };
  staff: [number, unknown][];
  touched: [string, unknown][];
  refused: [number, unknown][];
  /** Absent while nothing was revised. */
  revisions?: [string, unknown][];
}

/** The state as plain data: what snapshots hold and what its hash is made of. */
export function plainState(state: State): PlainState {
  const { seq, at, passedTo, nextNumber, tables } = state;
  return {
    seq,
    at,
    passedTo,
    nextNumber,
    tables: {
      event: [...tables.event],
      rooms: [...tables.rooms],
      sessions: [...tables.sessions],
      posters: [...tables.posters],
      participants: [...tables.participants],
      invites: [...tables.invites],
      questions: [...tables.questions].map(([id, row]) => [id, { ...row, voters: [...row.voters] }]),
      stages: [...tables.stages],
      messages: [...tables.messages],
      reports: [...tables.reports],
      ...(tables.displays.size > 0 && { displays: [...tables.displays] }),
    },
    staff: [...state.staff].map(([at_, entry]) => [at_, { ...entry, changes: entry.changes.map(plainSets) }]),
    touched: [...state.touched],
    refused: [...state.refused],
    ...(state.revisions.size > 0 && { revisions: [...state.revisions] }),
  };
}

/**
 * The state that a snapshot's text holds, still without its personal texts. The text is our own writing, and its
 * hash was checked by the caller: it is not looked at again here.
 */
export function stateFromText(text: string, model: Model): State {
  const plain = JSON.parse(text);
  const state = initialState(model);
  state.seq = plain.seq;
  state.at = plain.at;
  state.passedTo = plain.passedTo;
  state.nextNumber = plain.nextNumber;
  for (const name of collections) {
    const table: Map<string, object> = state.tables[name];
    for (const [id, row] of plain.tables[name] ?? []) table.set(id, revived(row));
  }
  for (const [seq, entry] of plain.staff) {
    state.staff.set(seq, { ...entry, changes: entry.changes.map((change: object) => revivedRows(change)) });
  }
  for (const [key, touch] of plain.touched) state.touched.set(key, touch);
  for (const [seq, refusal] of plain.refused) state.refused.set(seq, refusal);
  for (const [id, revision] of plain.revisions ?? []) state.revisions.set(id, revision);
  return state;
}

/** A change whose whole rows, if it has any, hold their voters as arrays. */
function plainSets(change: object): object {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      hasVoters(value) ? { ...value, voters: [...value.voters] } : value,
    ]),
  );
}

function hasVoters(value: unknown): value is { voters: Set<string> } {
  return typeof value === 'object' && value !== null && 'voters' in value && value.voters instanceof Set;
}

function revived(row: object): object {
  return 'voters' in row && Array.isArray(row.voters) ? { ...row, voters: new Set(row.voters) } : row;
}

function revivedRows(change: object): object {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? revived(value) : value,
    ]),
  );
}
