/** What stands in a cell; null is an empty one. */
export type Cell = string | number | Date | null;

/** A line of a table, by column. */
export type Row = Readonly<Record<string, Cell>>;

/**
 * A table that leaves the server: its name, its columns in their order, and its rows. Rows are made where they are
 * written, so that a long table never stands in memory as a whole: each of `length` places gives any number of them.
 */
export interface Table {
  name: string;
  columns: readonly string[];
  length: number;
  rowsAt(place: number): readonly Row[];
}
