import type { Change } from '../state/change.ts';
import { type State, textOf, type Touch } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import { refuse, type Refusal } from '../wire/refusals.ts';

/** The name under which the last staff entry of a field is kept; a row that is made or taken away counts whole. */
export function fieldKey(change: Change): string {
  return `${change.of}/${change.id}/${'field' in change ? change.field : ''}`;
}

/**
 * The conflict of a staff entry that was made in sight of `seen`: another person's later entry set a field that
 * this one would set. Null where there is none, or `seen` was not said.
 */
export function conflictWithColleague(state: State, changes: readonly Change[], by: string, seen: number | undefined): Refusal | null {
  if (seen === undefined) return null;
  for (const change of changes) {
    const touch = state.touched.get(fieldKey(change));
    if (touch && touch.seq > seen && touch.by !== by) return conflictOver(state, change, touch);
  }
  return null;
}

/** The conflict of an entry refused for a question's status, where a colleague has just set that status. */
export function conflictOverStatus(state: State, question: string, by: string, seen: number | undefined): Refusal | null {
  const row = state.tables.questions.get(question);
  const touch = state.touched.get(`questions/${question}/status`);
  if (!row || seen === undefined || !touch || touch.seq <= seen || touch.by === by) return null;
  return conflictOver(state, { of: 'questions', id: question, field: 'status', before: null, after: null }, touch);
}

function conflictOver(state: State, change: Change, touch: Touch): Refusal {
  const row = new Map<string, unknown>(Object.entries(state.tables[change.of].get(change.id) ?? {}));
  const now = 'field' in change && !digests.has(change.field) ? { [change.field]: row.get(change.field) ?? null } : {};
  const name = textOf(state, state.tables.participants.get(touch.by)?.name ?? null);
  return refuse('conflict', `${name ?? 'A colleague'} has just changed this.`, { by: { name }, at: iso(touch.at), now });
}

/** Fields whose value is a digest or a set, which say nothing to people. */
const digests: ReadonlySet<string> = new Set(['text', 'screen', 'reply', 'name', 'voters']);
