import type { Change } from '../state/change.ts';
import type { Digest } from '../state/personal.ts';
import type { State } from '../state/state.ts';
import { fieldKey } from './conflicts.ts';
import type { Entry } from './entry.ts';

/** Texts that an entry let go of: they are to be blanked in the log too. */
export interface Gone {
  /** Whose texts up to this entry are all to go; null: nobody's. */
  erased: string | null;
  /** Every text that is no more, with whose it was. */
  texts: readonly { digest: Digest; owner: string }[];
}

/** Keeps the texts of an entry, each as its author's. */
export function keepTexts(state: State, { personal }: Entry): void {
  for (const { digest, text } of personal?.bodies ?? [])
    state.bodies.set(digest, { text, owner: personal?.owner ?? '' });
}

/** Lets go of the texts that an entry erases or replaces for good. To be asked before its changes are committed. */
export function letGo(state: State, entry: Entry, changes: readonly Change[], undoable: boolean): Gone {
  const erased = state.model.kind(entry.type).forgets?.(entry.data) ?? null;
  const gone = new Set(replacedBy(state, changes, undoable));
  if (erased !== null) for (const [digest, { owner }] of state.bodies) if (owner === erased) gone.add(digest);
  const texts = [...gone].map((digest) => ({ digest, owner: state.bodies.get(digest)?.owner ?? '' }));
  for (const digest of gone) state.bodies.delete(digest);
  return { erased, texts };
}

/** The texts of an entry that was refused in the log's order: nothing leads to them. */
export function leftBy({ personal }: Entry): Gone {
  const texts = personal?.bodies.map(({ digest }) => ({ digest, owner: personal.owner })) ?? [];
  return { erased: null, texts };
}

/**
 * [U14] The kept texts that changes replace for good. What the staff replaced comes back by an undo as long as nobody has
 * set the field since; what was there before that, and what an author replaced, comes back no more. `undoable`: whether the
 * changes are an entry's that can be undone. To be asked before they are committed and remembered.
 */
function replacedBy(state: State, changes: readonly Change[], undoable: boolean): Digest[] {
  return changes.flatMap((change) => {
    if (!('field' in change) || 'member' in change) return [];
    const before = keptIn(state, change.before);
    const stays = new Set([...keptIn(state, change.after), ...(undoable ? before : [])]);
    return [...before, ...keptIn(state, lastBefore(state, change))].filter((digest) => !stays.has(digest));
  });
}

/** The kept texts that anything in the state leads to: its rows, and what undoing the last change of a field would bring back. */
export function reachable(state: State): Set<Digest> {
  const found = new Set<Digest>();
  const add = (value: unknown) => {
    for (const digest of keptIn(state, value)) found.add(digest);
  };
  for (const table of Object.values(state.tables)) for (const row of table.values()) add(row);
  for (const [key, { seq }] of state.lastWrites) add(setBy(state, seq, key));
  return found;
}

/** What a field held before the last entry of the staff that set it. */
function lastBefore(state: State, change: Change): unknown {
  const key = fieldKey(change);
  const last = state.lastWrites.get(key);
  return last && setBy(state, last.seq, key);
}

/** What an entry of the staff replaced in a field. */
function setBy(state: State, seq: number, key: string): unknown {
  const changes = state.staff.get(seq)?.changes ?? [];
  const set = changes.find((change) => !('member' in change) && fieldKey(change) === key);
  return set && 'field' in set && !('member' in set) ? set.before : undefined;
}

/** The digests of kept texts in a value, however deep they stand; sets hold people, and none. */
function keptIn(state: State, value: unknown): Digest[] {
  if (typeof value === 'string') return state.bodies.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || value instanceof Set) return [];
  return Object.values(value).flatMap((each) => keptIn(state, each));
}
