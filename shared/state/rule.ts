import type { Draft, EntryType } from '../log/entry.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { Change } from './change.ts';
import type { State } from './state.ts';

/**
 * How one type of entry acts. Both parts are pure; `now` is the largest `at` applied, this entry's included.
 * `decide` gives a refusal, or null for yes. `evolve` gives the changes of an entry that was decided yes and
 * writes nothing itself.
 */
export interface Rule<T extends EntryType> {
  decide(state: State, entry: Draft<T>, now: number): Refusal | null;
  evolve(state: State, entry: Draft<T>, now: number): Change[];
}
