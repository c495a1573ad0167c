import type { Collection, State } from './state.ts';
import { textOf } from './state.ts';

/** The fields of rows that hold digests of personal texts, as they are or inside. */
const wordFields: { readonly [C in Collection]?: ReadonlySet<string> } = {
  participants: new Set(['name']),
  invites: new Set(['name']),
  questions: new Set(['text', 'screen', 'reply', 'why', 'labels']),
  sessions: new Set(['note']),
  stages: new Set(['show']),
  displays: new Set(['name']),
  messages: new Set(['text']),
  reports: new Set(['why']),
};

/** Whether a field of a collection's rows holds digests. */
export function holdsWords(of: Collection, field: string): boolean {
  return wordFields[of]?.has(field) === true;
}

/** A value of such a field with words in the place of digests, however deep they stand; null where they were forgotten. */
export function inWords(state: State, value: unknown): unknown {
  if (typeof value === 'string') return textOf(state, value);
  if (Array.isArray(value)) return value.map((each) => inWords(state, each)).filter((each) => each !== null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inWords(state, each)]));
}
