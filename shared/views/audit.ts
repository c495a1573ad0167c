import * as z from 'zod/mini';
import { canTakeBack } from '../log/undo.ts';
import type { Role } from '../people/role.ts';
import type { Change } from '../state/change.ts';
import { type StaffEntry, type State, textOf } from '../state/state.ts';
import type { AnyTable } from '../state/table.ts';
import type { Collection } from '../state/tables.ts';
import { holdsWords, inWords } from '../state/words.ts';
import { iso } from '../wire/instant.ts';

/**
 * One thing that an entry of the staff changed. `field` null: the row was made (`before` null) or taken away (`after`
 * null). `id` null: somebody of the audience, and nobody is told who.
 */
const auditChangeSchema = z.object({
  of: z.string(),
  id: z.nullable(z.string()),
  field: z.nullable(z.string()),
  before: z.unknown(),
  after: z.unknown(),
});
export type AuditChange = z.infer<typeof auditChangeSchema>;

/** An entry of the staff, or the server's in their place: who did what when, and whether it can be taken back. */
export const auditEntrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  type: z.string(),
  by: z.object({ name: z.nullable(z.string()), role: z.string() }),
  /** Taken back by the entry with this seq. */
  undoneBy: z.nullable(z.number()),
  /** Whether nothing is known that would keep the reader from taking it back. */
  undoable: z.boolean(),
  changes: z.array(auditChangeSchema),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** A page of the audit for somebody of the staff, newest first: entries before a seq; null: the newest. */
export function auditOf(
  state: State,
  role: Role,
  before: number | null,
  limit: number,
): { entries: AuditEntry[]; more: boolean } {
  const older = [...state.staff.values()].filter(({ seq }) => before === null || seq < before);
  const page = older.slice(-limit).reverse();
  return { entries: page.map((entry) => entryOf(state, role, entry)), more: older.length > page.length };
}

function entryOf(state: State, role: Role, entry: StaffEntry): AuditEntry {
  const { changes, ...line } = auditLine(state, entry);
  return { ...line, undoable: canTakeBack(state, entry, role), changes };
}

/** An entry of the staff without what only holds for now: whether it could be taken back. */
export function auditLine(state: State, entry: StaffEntry): Omit<AuditEntry, 'undoable'> {
  const person = state.tables.participants.get(entry.by);
  return {
    seq: entry.seq,
    at: iso(entry.at),
    type: entry.type,
    by: { name: textOf(state, person?.name ?? null), role: person?.role ?? 'server' },
    undoneBy: entry.undoneBy,
    changes: told(state, entry).flatMap((change) => changeOf(state, change)),
  };
}

/** The changes of an entry that may be told, as every noun has it. */
function told(state: State, entry: StaffEntry): readonly Change[] {
  return state.model.nouns.reduce(
    (changes, noun) => noun.disclosed?.(state, { ...entry, changes }) ?? changes,
    entry.changes,
  );
}

function changeOf(state: State, change: Change): AuditChange[] {
  if ('member' in change) return [];
  const { of } = change;
  const hidden = hiddenIn(state, change);
  const id = hidden.includes('id') ? null : change.id;
  if (!('field' in change)) {
    const row = (made: object | null) => (made === null ? null : rowOf(state, of, hidden, made));
    return [{ of, id, field: null, before: row(change.before), after: row(change.after) }];
  }
  const { field } = change;
  if (hidden.includes(field)) return [];
  const value = (raw: unknown) => said(state, of, field, raw);
  return [{ of, id, field, before: value(change.before), after: value(change.after) }];
}

/** The fields of a row that nobody is told. */
function hiddenIn(state: State, { of, id }: Change): readonly string[] {
  const { unaudited = [], texts = [], nameless } = state.model.table(of);
  return nameless?.(state, id) ? [...unaudited, ...texts, 'id'] : unaudited;
}

function rowOf(state: State, of: Collection, hidden: readonly string[], row: object): object {
  const fields = Object.entries(row).filter(([field]) => !hidden.includes(field));
  return Object.fromEntries(fields.map(([field, raw]) => [field, said(state, of, field, raw)]));
}

/** The value of a row's field as it stands on the wire: in words, instants in ISO. */
function said(state: State, of: Collection, field: string, value: unknown): unknown {
  return plain(state.model.table(of), field, holdsWords(state, of, field) ? inWords(state, value) : value);
}

/** A value as it stands on the wire: instants in ISO, whatever they stand in; nothing is undefined. */
function plain(table: AnyTable, field: string, value: unknown): unknown {
  if (typeof value === 'number') return table.instants?.includes(field) ? iso(value) : value;
  if (Array.isArray(value)) return value.map((each) => plain(table, '', each));
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !table.unaudited?.includes(key))
      .map(([key, each]) => [key, plain(table, key, each)]),
  );
}
