import type { Change } from './change.ts';
import type { State } from './state.ts';
import type { Collection, Tables } from './tables.ts';

/** How rows would look once some changes of their fields were made. Rows that changes make or take away are left out. */
export interface Afterwards {
  /** All rows of a table by their ids. */
  rows<C extends Collection>(of: C): ReadonlyMap<string, Tables[C]>;
  /** One row; undefined where there is none. */
  row<C extends Collection>(of: C, id: string): Tables[C] | undefined;
  /** The ids of the rows of a table that would change. */
  changed(of: Collection): ReadonlySet<string>;
}

/** The rows as changes of their fields would leave them. Writes nothing. */
export function afterwards(state: State, changes: readonly Change[]): Afterwards {
  const fields = new Map<string, Map<string, Record<string, unknown>>>();
  for (const change of changes) {
    if (!('field' in change) || 'member' in change) continue;
    const rows = fields.get(change.of) ?? new Map<string, Record<string, unknown>>();
    fields.set(change.of, rows.set(change.id, { ...rows.get(change.id), [change.field]: change.after }));
  }
  const laidOver = <C extends Collection>(of: C, row: Tables[C], id: string): Tables[C] => {
    const written = fields.get(of)?.get(id);
    return written ? { ...row, ...written } : row;
  };
  return {
    rows(of) {
      const rows = state.tables[of];
      return fields.has(of) ? new Map([...rows].map(([id, row]) => [id, laidOver(of, row, id)])) : rows;
    },
    row(of, id) {
      const row = state.tables[of].get(id);
      return row && laidOver(of, row, id);
    },
    changed: (of) => new Set(fields.get(of)?.keys()),
  };
}
