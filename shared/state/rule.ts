import type * as z from 'zod/mini';
import type { Refusal } from '../wire/refusals.ts';
import type { Actor } from './actor.ts';
import type { Change } from './change.ts';
import type { Personal } from './personal.ts';
import type { State } from './state.ts';

/** What stands around the data of every entry. */
export interface Stamp {
  /** When, in epoch milliseconds: the stamp of the node that took the command. */
  at: number;
  by: Actor;
  /** The command's id; with `by.participant` it is the key under which a repeat is found. */
  id: string;
  /** The number of the rules under which it was made. */
  rules: number;
  /** For staff: the seq they acted on. */
  seen?: number | undefined;
  personal?: Personal | undefined;
}

/** The data of an entry whose form a schema gives: that of the entry, or that of its command, whose envelope is left out. */
export type Fields<S extends z.ZodMiniType> = Omit<z.infer<S>, 'id' | 'type' | 'seen'>;

/** An entry as its rule sees it: S is the schema of its data or of its command. */
export type Recorded<S extends z.ZodMiniType> = Stamp & { type: string; data: Fields<S> };

/** What a rule is told of an entry besides its data. */
export interface Context {
  /** The command's id. */
  readonly id: string;
  readonly by: Actor;
  /** The largest `at` applied, this entry's included, in epoch milliseconds: the one time that rules know. */
  readonly now: number;
  /** The number of the rules under which it was made: it acts as those did. */
  readonly rules: number;
}

/**
 * How one type of entry acts. Both parts are pure. `decide` gives a refusal, or null for yes. `evolve` gives the changes of an
 * entry that was decided yes and writes nothing itself.
 */
export interface Rule<S extends z.ZodMiniType> {
  decide(state: State, data: Fields<S>, context: Context): Refusal | null;
  evolve(state: State, data: Fields<S>, context: Context): Change[];
}
