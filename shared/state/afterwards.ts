import type { Change } from './change.ts';
import type { Collection, State, Tables } from './state.ts';

/** Rows by their ids, as something that only reads them is given them. */
export type Rows = { readonly [C in Collection]: ReadonlyMap<string, Tables[C]> };

/** What some changes of fields would leave. */
export interface Afterwards {
  tables: Rows;
  /** The rows that would change: `questions/q1`. */
  changed: ReadonlySet<string>;
}

/** The rows as changes of their fields would leave them; rows that are made or taken away are left out. Writes nothing. */
export function afterwards(state: State, changes: readonly Change[]): Afterwards {
  const changed = new Set<string>();
  const written = new Map<string, Map<string, object>>();
  for (const change of changes) {
    if (!('field' in change) || 'member' in change) continue;
    const { of, id, field, after } = change;
    changed.add(`${of}/${id}`);
    const rows = written.get(of) ?? new Map<string, object>(state.tables[of]);
    written.set(of, rows);
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, [field]: after });
  }
  // A row whose fields change stays one of its table.
  return { tables: { ...state.tables, ...(Object.fromEntries(written) as Partial<Rows>) }, changed };
}
