import type { Change } from './change.ts';
import { putRow } from './commit.ts';
import type { Model } from './model.ts';
import { initialState } from './model.ts';
import type { State } from './state.ts';
import type { Collection } from './tables.ts';

type Pairs<K> = [K, unknown][];

/** A state as plain JSON: maps as pairs in their order, sets as arrays. Personal texts are left out. */
export interface PlainState {
  seq: number;
  at: number;
  passedTo: number;
  nextNumber: number;
  tables: Record<string, Pairs<string>>;
  staff: Pairs<number>;
  lastWrites: Pairs<string>;
  refused: Pairs<number>;
  /** Absent while nothing was revised. */
  revisions?: Pairs<string>;
}

/** The state as plain data: what snapshots hold and what its hash is made of. */
export function plainState(state: State): PlainState {
  const { model, seq, at, passedTo, nextNumber } = state;
  const tables = Object.entries<ReadonlyMap<string, object>>(state.tables)
    .filter(([name, rows]) => rows.size > 0 || !model.table(name).sparse)
    .map(([name, rows]): [string, Pairs<string>] => [
      name,
      [...rows].map(([id, row]) => [id, plainRow(model, name, row)]),
    ]);
  return {
    ...{ seq, at, passedTo, nextNumber },
    tables: Object.fromEntries(tables),
    staff: [...state.staff].map(([of, entry]) => [
      of,
      {
        ...entry,
        changes: entry.changes.map((change) => withRows(change, (row) => plainRow(model, change.of, row))),
      },
    ]),
    lastWrites: [...state.lastWrites],
    refused: [...state.refused],
    ...(state.revisions.size > 0 && { revisions: [...state.revisions] }),
  };
}

/**
 * The state of a model that a snapshot's text holds, still without its personal texts. The text is our own writing, and its
 * hash was checked by the caller: it is not looked at again here.
 */
export function stateFromText(text: string, model: Model): State {
  const plain = JSON.parse(text);
  const state = initialState(model);
  state.seq = plain.seq;
  state.at = plain.at;
  state.passedTo = plain.passedTo;
  state.nextNumber = plain.nextNumber;
  // The names of a state's tables are those of its collections.
  for (const name of Object.keys(state.tables) as Collection[])
    for (const [id, row] of plain.tables[name] ?? []) putRow(state, name, id, revivedRow(model, name, row));
  for (const [seq, entry] of plain.staff) {
    const changes = entry.changes.map((change: Change) =>
      withRows(change, (row) => revivedRow(model, change.of, row)),
    );
    state.staff.set(seq, { ...entry, changes });
  }
  for (const [key, last] of plain.lastWrites) state.lastWrites.set(key, last);
  for (const [seq, refusal] of plain.refused) state.refused.set(seq, refusal);
  for (const [id, revision] of plain.revisions ?? []) state.revisions.set(id, revision);
  return state;
}

/** A change with something else in the place of the rows that it makes or takes away. */
function withRows(change: Change, put: (row: object) => object): Change {
  if ('field' in change) return change;
  const { before, after } = change;
  return { ...change, before: before && put(before), after: after && put(after) };
}

function plainRow(model: Model, of: string, row: object): object {
  return withSets(model, of, row, (members) => [...members]);
}

function revivedRow(model: Model, of: string, row: object): object {
  return withSets(model, of, row, (members) => new Set(members));
}

/** A row with another form of its sets. */
function withSets(
  model: Model,
  of: string,
  row: object,
  form: (members: Iterable<string>) => unknown,
): object {
  const sets = model.table(of).sets ?? [];
  if (sets.length === 0) return row;
  const fields = Object.entries(row).map(([field, value]) => [
    field,
    sets.includes(field) ? form(value) : value,
  ]);
  return Object.fromEntries(fields);
}
