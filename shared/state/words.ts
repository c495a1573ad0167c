import type { State } from './state.ts';
import { textOf } from './state.ts';
import type { Collection } from './tables.ts';

/** Whether a field of a collection's rows holds digests. */
export function holdsWords({ model }: State, of: Collection, field: string): boolean {
  return model.table(of).texts?.includes(field) === true;
}

/** A value of such a field with words in the place of digests, however deep they stand; null where they were forgotten. */
export function inWords(state: State, value: unknown): unknown {
  if (typeof value === 'string') return textOf(state, value);
  if (Array.isArray(value)) return value.map((each) => inWords(state, each)).filter((each) => each !== null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inWords(state, each)]));
}
