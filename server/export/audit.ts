import { stringify } from 'csv-stringify/sync';
import type { State } from '../../shared/state/state.ts';
import { type AuditChange, auditOf } from '../../shared/views/audit.ts';

/** The formats in which the audit leaves. */
export const auditFormats = ['csv', 'json'] as const;
export type AuditFormat = (typeof auditFormats)[number];

const columns = [
  'seq',
  'at',
  'type',
  'name',
  'role',
  'undoneBy',
  'of',
  'id',
  'field',
  'before',
  'after',
] as const;

/**
 * Everything that the staff did in an event as a file, oldest first: its text and media type. A table has a line for each
 * change, and one for an entry that changed nothing. Cells that a spreadsheet could run are escaped.
 */
export function exportAudit(state: State, format: AuditFormat): { text: string; type: string } {
  const entries = auditOf(state, 'organizer', null, Number.MAX_SAFE_INTEGER).entries.toReversed();
  if (format === 'json') {
    const lasting = entries.map(({ undoable: _undoable, ...entry }) => entry);
    return { text: `${JSON.stringify(lasting, null, 2)}\n`, type: 'application/json' };
  }
  const nothing: AuditChange = { of: '', id: null, field: null, before: null, after: null };
  const lines = entries.flatMap(({ seq, at, type, by, undoneBy, changes }) =>
    (changes.length > 0 ? changes : [nothing]).map(({ of, id, field, before, after }) => ({
      ...{ seq, at, type, ...by, undoneBy, of, id, field },
      before: cell(before),
      after: cell(after),
    })),
  );
  const text = stringify(lines, { header: true, bom: true, escape_formulas: true, columns: [...columns] });
  return { text, type: 'text/csv' };
}

function cell(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
