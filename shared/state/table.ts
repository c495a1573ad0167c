import type { AnyIndex } from './indexes.ts';
import type { State } from './state.ts';
import type { SetsOf } from './tables.ts';

/** What is to be said of the rows of a table. Fields that are not named hold plain values. */
export interface AnyTable {
  /** By what its rows are found without looking at all of them. */
  indexes?: readonly AnyIndex[];
  /** Fields that are sets of ids: they change member by member. */
  sets?: readonly string[];
  /** Fields that hold digests of personal texts, as they are or inside. */
  texts?: readonly string[];
  /** Fields that hold epoch milliseconds, also inside of others; on the wire every instant is ISO 8601. */
  instants?: readonly string[];
  /** Fields whose values a conflict does not tell a colleague: they would say nothing to them. */
  untold?: readonly string[];
  /** Fields inside of others that a conflict leaves out: what lies behind them is no words. */
  unspoken?: readonly string[];
  /** Fields whose values a conflict always tells a colleague, whatever was changed. */
  alwaysTold?: readonly string[];
  /** Fields that are in no audit, also inside of others: bookkeeping, and what would say who somebody is or open a door. */
  unaudited?: readonly string[];
  /** Fields that stay as they are when an entry is undone: a number said aloud is never given twice. */
  permanent?: readonly string[];
  /** Fields that the `repair` of their noun works out anew when an entry is undone. */
  repaired?: readonly string[];
  /** An entry that made one of its rows cannot be undone. */
  lasting?: true;
  /** When something happens next by itself depends on its rows. */
  timed?: true;
  /** Whether a row stands in the audit without its id and its texts: nobody is told who it is. */
  nameless?(state: State, id: string): boolean;
  /** Whether a change of a row is an organizer's alone to take back. */
  guarded?(state: State, id: string): boolean;
  /** How a row is no more once the entry that made it is undone; without it, it stays. */
  gone?(state: State, id: string): object;
  /** Whether a field is as it is only because nobody said anything of it: no later change of it stands in an undo's way. */
  follows?(row: object, field: string): boolean;
  /** Plain states leave the table out while it is empty: so their hash is what it was before there was such a table. */
  sparse?: true;
}

type FieldOf<Row> = keyof Row & string;

/** What is to be said of the rows of a table, by the names of their fields. */
export interface Table<Row extends object> extends AnyTable {
  sets?: readonly SetsOf<Row>[];
  texts?: readonly FieldOf<Row>[];
  untold?: readonly FieldOf<Row>[];
  alwaysTold?: readonly FieldOf<Row>[];
  permanent?: readonly FieldOf<Row>[];
  repaired?: readonly FieldOf<Row>[];
  gone?(state: State, id: string): Partial<Row>;
  follows?(row: Row, field: string): boolean;
}
