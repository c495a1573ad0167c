import type { AnyIndex, OrderedIndex, RowIndex } from './indexes.ts';
import type { State } from './state.ts';
import type { Collection, Tables } from './tables.ts';

/** The rows that are found by a key, in the order of their table. */
export function rowsBy<C extends Collection>(state: State, index: RowIndex<C>, key: string): Tables[C][] {
  return rowsOf(state, index.of, state.indexes.of(index).get(key) ?? []);
}

/** The rows that are found by the keys which `which` picks, without it by any; each once, in the order of their table. */
export function rowsByAny<C extends Collection>(
  state: State,
  index: RowIndex<C>,
  which: (key: string) => boolean = () => true,
): Tables[C][] {
  const ids = new Set<string>();
  for (const [key, found] of state.indexes.of(index)) if (which(key)) for (const id of found) ids.add(id);
  return rowsOf(state, index.of, ids);
}

/** How many rows are found by a key. */
export function countBy({ indexes }: State, index: AnyIndex, key: string): number {
  return indexes.of(index).get(key)?.size ?? 0;
}

/** How many rows are found by a key of an index in order. */
export function countInRank<C extends Collection>(
  { indexes }: State,
  index: OrderedIndex<C>,
  key: string,
): number {
  return indexes.inRank(index).get(key)?.length ?? 0;
}

/** The rows that are found by a key of an index in order, in that order. */
export function rowsInRank<C extends Collection>(
  state: State,
  index: OrderedIndex<C>,
  key: string,
): Tables[C][] {
  const found = state.indexes.inRank(index).get(key) ?? [];
  return found.flatMap(({ id }) => state.tables[index.of].get(id) ?? []);
}

/** The rows of a table that has indexes with these ids, in its order. */
export function rowsOf<C extends Collection>(state: State, of: C, ids: Iterable<string>): Tables[C][] {
  return state.indexes.inOrder(of, ids).flatMap((id) => state.tables[of].get(id) ?? []);
}
