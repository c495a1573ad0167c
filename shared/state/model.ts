import type { Role } from '../people/role.ts';
import { Indexes } from './indexes.ts';
import type { Kind, Noun, Shown } from './noun.ts';
import type { State } from './state.ts';
import type { AnyTable } from './table.ts';
import type { Collection } from './tables.ts';

/** What an event is made of. It is handed on with the state; nothing is registered anywhere. */
export interface Model {
  readonly nouns: readonly Noun[];
  /** Each type of entry, as its noun declares it, in the order of the nouns. */
  readonly kinds: readonly Kind[];
  /** What is to be said of the rows of each table, in the order of the nouns. */
  readonly tables: ReadonlyMap<string, AnyTable>;
  /** Collections that nouns bring into views, by the names of their tables. */
  readonly views: readonly [Collection, Shown][];
  /** The tables in which entries make rows under their own ids. */
  readonly created: readonly Collection[];
  /** What its noun says of the rows of a table. Throws where no noun declares it. */
  table(of: string): AnyTable;
  /** What its noun says of a type of entry. Throws where no noun declares it. */
  kind(type: string): Kind;
}

declare module './state.ts' {
  interface State {
    /** What the event is made of: no part of what is kept of the state. */
    readonly model: Model;
  }
}

/** Makes a model of nouns. Throws where two of them declare the same type of entry or the same table. */
export function modelOf(nouns: readonly Noun[]): Model {
  const kinds = nouns.flatMap((noun) => noun.kinds);
  const byType = new Map(kinds.map((kind) => [kind.type, kind]));
  if (byType.size < kinds.length) throw new Error('A type of entry is declared twice');
  const declared = nouns.flatMap((noun): [string, AnyTable][] => Object.entries(noun.tables));
  const tables = new Map(declared);
  if (tables.size < declared.length) throw new Error('A table is declared twice');
  return {
    nouns,
    kinds,
    tables,
    views: nouns.flatMap(({ views }) => Object.entries(views) as [Collection, Shown][]),
    created: [...new Set(kinds.flatMap(({ creates }) => creates ?? []))],
    table(of) {
      const table = tables.get(of);
      if (!table) throw new Error(`No noun declares the table ${of}`);
      return table;
    },
    kind(type) {
      const kind = byType.get(type);
      if (!kind) throw new Error(`No noun declares ${type}`);
      return kind;
    },
  };
}

/** Whether a role may send the command of a kind. */
export function may(role: Role, { by }: Kind): boolean {
  return typeof by !== 'string' && by.includes(role);
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
