import type { State } from '../../shared/state/state.ts';
import { type AuditChange, auditLine } from '../../shared/views/audit.ts';
import { type ExportedFile, jsonFile, tableFile } from './table.ts';

/** The formats in which the audit leaves. */
export const auditFormats = ['csv', 'xlsx', 'json'] as const;
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
 * Everything that the staff did in an event as a file that is made in slices, oldest first. A table has a line for each change, and one for an
 * entry that changed nothing. No spreadsheet runs any cell of it; `delimiter` counts in a CSV alone.
 */
export async function exportAudit(state: State, format: AuditFormat, delimiter = ','): Promise<ExportedFile> {
  const entries = [...state.staff.values()];
  const linesAt = (place: number) => entries.slice(place, place + 1).map((entry) => auditLine(state, entry));
  if (format === 'json') return jsonFile(entries.length, (place) => linesAt(place)[0] ?? {});
  const nothing: AuditChange = { of: '', id: null, field: null, before: null, after: null };
  const rowsAt = (place: number) =>
    linesAt(place).flatMap(({ seq, at, type, by, undoneBy, changes }) =>
      (changes.length > 0 ? changes : [nothing]).map(({ of, id, field, before, after }) => ({
        ...{ seq, at: new Date(at), type, ...by, undoneBy, of, id, field },
        before: cell(before),
        after: cell(after),
      })),
    );
  return tableFile({ name: 'Audit', columns, length: entries.length, rowsAt }, format, delimiter);
}

function cell(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
