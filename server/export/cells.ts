/** What stands in a cell; null is an empty one. */
export type Cell = string | number | Date | null;

/** A table that leaves the server: its name, its columns in their order, and its rows by column. */
export interface Table {
  name: string;
  columns: readonly string[];
  rows: readonly Readonly<Record<string, Cell>>[];
}
