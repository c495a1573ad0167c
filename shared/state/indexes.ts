import type { Collection, SetsOf, Tables } from './tables.ts';

/** A way to find the rows of any table; see `RowIndex`. */
export interface AnyIndex {
  readonly of: string;
  /** The set whose members are the keys; without it keys are made of the row's plain fields alone. */
  readonly set?: string;
  /** The keys under which a row is found; a row without keys is not found. */
  keysOf(row: object): Iterable<string>;
  /** By what the rows of a key are in order; without it they are in none. */
  rankOf?(row: object): number;
}

/** A way to find the rows of one table by what they hold. A table names its indexes; `commit` keeps them up. */
export interface RowIndex<C extends Collection> extends AnyIndex {
  readonly of: C;
  keysOf(row: Tables[C]): Iterable<string>;
  rankOf?(row: Tables[C]): number;
}

/** Finds the rows of a table by a key that is made of a row's plain fields; a row without keys is not found. */
export function indexBy<C extends Collection>(
  of: C,
  keyOf: (row: Tables[C]) => string | null | readonly string[],
): RowIndex<C> {
  return {
    of,
    keysOf(row) {
      const key = keyOf(row);
      return typeof key === 'string' ? [key] : (key ?? []);
    },
  };
}

/** Finds the rows of a table by the members of one of its sets. */
export function indexByMember<C extends Collection>(of: C, set: SetsOf<Tables[C]>): RowIndex<C> {
  return {
    of,
    set,
    keysOf(row) {
      const members: unknown = row[set];
      return members instanceof Set ? members : [];
    },
  };
}

/** An index whose rows stand under each key in an order: the smallest rank first, of equals by id. A row keeps its rank. */
export interface OrderedIndex<C extends Collection> extends RowIndex<C> {
  rankOf(row: Tables[C]): number;
}

/** Finds the rows of a table by a key, and under each key in the order of their ranks. */
export function indexInOrder<C extends Collection>(
  of: C,
  keyOf: (row: Tables[C]) => string | null | readonly string[],
  rankOf: (row: Tables[C]) => number,
): OrderedIndex<C> {
  return { ...indexBy(of, keyOf), rankOf };
}

/** A row in an order. */
export interface Ranked {
  readonly id: string;
  readonly rank: number;
}

/** Which of two rows comes first. */
export function inRank(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The place of a row in an order: where it stands, or where it would. */
export function placeIn(rows: readonly Ranked[], sought: Ranked): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const row = rows[middle];
    if (row && inRank(row, sought) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What an index of a state is made of: the ids of its rows, by key. */
type Buckets = Map<string, Set<string>>;
/** The same of an index in order. */
type OrderedBuckets = Map<string, Ranked[]>;

/** The indexes of a state's tables. They follow from its rows: neither snapshots nor its hash hold them. */
export class Indexes {
  readonly #buckets = new Map<AnyIndex, Buckets>();
  readonly #ordered = new Map<AnyIndex, OrderedBuckets>();
  readonly #tables = new Map<string, readonly AnyIndex[]>();
  /** Where rows stand in their tables that have indexes: what is found comes in that order. */
  readonly #places = new Map<string, Map<string, number>>();
  #next = 0;

  /** Empty indexes for the tables of a model. */
  constructor(tables: ReadonlyMap<string, { indexes?: readonly AnyIndex[] }>) {
    for (const [of, { indexes = [] }] of tables) {
      if (indexes.length === 0) continue;
      this.#tables.set(of, indexes);
      this.#places.set(of, new Map());
      for (const index of indexes)
        if (index.rankOf) this.#ordered.set(index, new Map());
        else this.#buckets.set(index, new Map());
    }
  }

  /** Keeps the indexes up where a row was made (no `before`), became another or was taken away (no `after`). */
  put(of: string, id: string, before: object | undefined, after: object | undefined): void {
    const indexes = this.#tables.get(of);
    if (indexes === undefined) return;
    const places = this.#places.get(of);
    if (after === undefined) places?.delete(id);
    else if (places?.has(id) === false) places.set(id, this.#next++);
    for (const index of indexes) {
      // The members of a row that became another are the same.
      if (index.set !== undefined && before && after) continue;
      if (index.rankOf) {
        this.#putInOrder(index, id, before, after);
        continue;
      }
      const buckets = this.#bucketsOf(index);
      for (const key of before ? index.keysOf(before) : []) drop(buckets, key, id);
      for (const key of after ? index.keysOf(after) : []) add(buckets, key, id);
    }
  }

  /** Keeps the indexes up where a member joined or left a set of a row. */
  putMember(of: string, id: string, set: string, member: string, on: boolean): void {
    for (const index of this.#tables.get(of) ?? []) {
      if (index.set !== set) continue;
      if (on) add(this.#bucketsOf(index), member, id);
      else drop(this.#bucketsOf(index), member, id);
    }
  }

  /** The ids found by each key. Throws where no table names the index. */
  of(index: AnyIndex): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#bucketsOf(index);
  }

  /** The rows found by each key of an index in order. Throws where no table names the index. */
  inRank(index: AnyIndex): ReadonlyMap<string, readonly Ranked[]> {
    return this.#orderedOf(index);
  }

  /** Ids of rows in the order of their table. */
  inOrder(of: string, ids: Iterable<string>): string[] {
    const places = this.#places.get(of);
    return [...ids].sort((a, b) => (places?.get(a) ?? 0) - (places?.get(b) ?? 0));
  }

  /** A row that becomes another under the same keys stays where it is. */
  #putInOrder(index: AnyIndex, id: string, before: object | undefined, after: object | undefined): void {
    const buckets = this.#orderedOf(index);
    const [old, now] = [
      new Set(before ? index.keysOf(before) : []),
      new Set(after ? index.keysOf(after) : []),
    ];
    const ranked = { id, rank: index.rankOf?.(after ?? before ?? {}) ?? 0 };
    for (const key of old) {
      if (now.has(key)) continue;
      const rows = buckets.get(key) ?? [];
      rows.splice(placeIn(rows, ranked), 1);
      if (rows.length === 0) buckets.delete(key);
    }
    for (const key of now) {
      if (old.has(key)) continue;
      const rows = buckets.get(key) ?? [];
      rows.splice(placeIn(rows, ranked), 0, ranked);
      buckets.set(key, rows);
    }
  }

  #orderedOf(index: AnyIndex): OrderedBuckets {
    const buckets = this.#ordered.get(index);
    if (!buckets) throw new Error(`The table ${index.of} does not name this index`);
    return buckets;
  }

  #bucketsOf(index: AnyIndex): Buckets {
    const buckets = this.#buckets.get(index);
    if (!buckets) throw new Error(`The table ${index.of} does not name this index`);
    return buckets;
  }
}

function add(buckets: Buckets, key: string, id: string): void {
  const ids = buckets.get(key);
  if (ids) ids.add(id);
  else buckets.set(key, new Set([id]));
}

function drop(buckets: Buckets, key: string, id: string): void {
  const ids = buckets.get(key);
  ids?.delete(id);
  if (ids?.size === 0) buckets.delete(key);
}
