import { type Change, setIn } from './change.ts';
import type { State } from './state.ts';
import type { Collection } from './tables.ts';

/**
 * Writes changes into the state. The only writer; given changes that `evolve` made, it cannot throw. A row that changes is
 * another object afterwards, so that whoever kept the old one sees it; only members of sets come and go in place.
 */
export function commit(state: State, changes: readonly Change[]): void {
  for (const change of changes) {
    const table: Map<string, object> = state.tables[change.of];
    if (!('field' in change)) {
      putRow(state, change.of, change.id, change.after && copyRow(state, change.of, change.after));
    } else if ('member' in change) {
      const members = setIn(table.get(change.id), change.field);
      if (change.on) members?.add(change.member);
      else members?.delete(change.member);
      if (members) state.indexes.putMember(change.of, change.id, change.field, change.member, change.on);
    } else {
      const row = table.get(change.id);
      if (row) putRow(state, change.of, change.id, { ...row, [change.field]: change.after });
    }
  }
}

/** Puts a row in the place of the one with its id, or takes that away where it is null, and keeps the indexes up. */
export function putRow(state: State, of: Collection, id: string, row: object | null): void {
  const table: Map<string, object> = state.tables[of];
  state.indexes.put(of, id, table.get(id), row ?? undefined);
  if (row === null) table.delete(id);
  else table.set(id, row);
}

/** A copy whose fields and sets the state owns alone, so that the row in a change stays as it was made: the audit keeps it. */
function copyRow({ model }: State, of: Collection, row: object): object {
  const sets = model.table(of).sets ?? [];
  return { ...row, ...Object.fromEntries(sets.map((field) => [field, new Set(setIn(row, field))])) };
}
