import { nameOf } from '../people/known.ts';
import type { Change } from '../state/change.ts';
import type { FieldOf } from '../state/noun.ts';
import { type LastWrite, type State, textOf } from '../state/state.ts';
import { inWords } from '../state/words.ts';
import { iso } from '../wire/instant.ts';
import type { Refusal } from '../wire/refusals.ts';
import { refuse } from './refusals.ts';

/** What a change is of: a field of a row; a row that is made or taken away has none. */
type Written = Omit<FieldOf, 'field'> & { field?: string };

/** The key of a change's field in `lastWrites`; of a row that is made or taken away, one key for the whole row. */
export function fieldKey({ of, id, field = '' }: Written): string {
  return `${of}/${id}/${field}`;
}

/**
 * [U7] The conflict of a staff entry that was made in sight of `seen`: another person's later entry set a field that
 * this one would set. Null where there is none, or `seen` was not said.
 * Refuses: `colleague-changed`.
 */
export function conflictWithColleague(
  state: State,
  changes: readonly Change[],
  by: string,
  seen: number | undefined,
): Refusal | null {
  if (seen === undefined) return null;
  for (const change of changes) {
    const last = state.lastWrites.get(fieldKey(change));
    if (last && last.seq > seen && last.by !== by) return conflictOver(state, change, last);
  }
  return null;
}

/**
 * [U8] The conflict of an entry that was refused for what a field holds, where a colleague has set that since `seen`.
 * Refuses: `colleague-changed`.
 */
export function conflictOverField(state: State, field: FieldOf, by: string, seen: number): Refusal | null {
  const last = state.lastWrites.get(fieldKey(field));
  if (!state.tables[field.of].has(field.id) || !last || last.seq <= seen || last.by === by) return null;
  return conflictOver(state, field, last);
}

function conflictOver(state: State, { of, id, field: written }: Written, last: LastWrite): Refusal {
  const { alwaysTold = [], untold = [], instants = [], unspoken } = state.model.table(of);
  const row = new Map<string, unknown>(Object.entries(state.tables[of].get(id) ?? {}));
  const changed = written !== undefined && !untold.includes(written) ? [written] : [];
  const now = [...alwaysTold, ...changed].map((field) => {
    const value = without(unspoken, row.get(field) ?? null);
    return [field, typeof value === 'number' && instants.includes(field) ? iso(value) : value];
  });
  return refuse('conflict', 'colleague-changed', {
    by: nameOf(state, last.by),
    at: iso(last.at),
    now: Object.fromEntries(now),
  });
}

/** A value without some of the fields in it. */
function without(fields: readonly string[] | undefined, value: unknown): unknown {
  if (fields === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  const kept = Object.entries(value).filter(([field]) => !fields.includes(field));
  return Object.fromEntries(kept.map(([field, each]) => [field, without(fields, each)]));
}

/** A refusal as it is told: with names and texts in words, as long as they are remembered. */
export function refusalInWords(state: State, refusal: Refusal): Refusal {
  if (!refusal.by) return refusal;
  const now = refusal.now && Object.entries(refusal.now);
  return {
    ...refusal,
    by: { name: textOf(state, refusal.by.name) },
    ...(now && { now: Object.fromEntries(now.map(([field, value]) => [field, inWords(state, value)])) }),
  };
}
