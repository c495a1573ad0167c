import type { Compiled, Messages } from '../../shared/words/message.ts';
import { isolated } from './written.ts';

/** Any catalogue, whatever it says. */
export type Catalogue = Readonly<Record<string, string | Filled>>;
type Filled = (values: never) => string;

/** Says a message of a catalogue, its places filled in. */
export type Say<Of extends Catalogue> = <Key extends keyof Of & string>(
  key: Key,
  ...values: Asked<Extract<Of[Key], Filled>>
) => string;

/** What is handed over with a message, or with whichever of several it is: nothing, or all that they ask for. */
type Asked<Said extends Filled> = [Said] extends [never]
  ? []
  : [Said] extends [(values: infer Values) => string]
    ? [values: Values]
    : never;

/**
 * A catalogue of messages in ICU: `{name}`, `{count, number}`, and
 * `{count, plural, =0 {none} one {# question} other {# questions}}` with `{name}` inside its forms. The build checks them
 * and makes them plain functions (scripts/icu-catalogues.ts), in the language of the file's name. What people wrote
 * keeps its own direction there.
 */
export function messages<const Icu extends Readonly<Record<string, string>>>(icu: Icu): Messages<Icu>;
export function messages<Said>(compiled: Compiled<Said>, language: string): Said;
export function messages(given: Compiled<unknown> | object, language?: string): unknown {
  if (typeof given !== 'function') throw new Error('These messages were not compiled: see icu-catalogues.ts');
  const { numbers, plurals } = countingIn(language);
  return given(
    (value = '') => (typeof value === 'number' ? numbers().format(value) : isolated(value)),
    (value) => numbers().format(value),
    (count, forms) => forms[`=${count}`] ?? forms[plurals().select(count)] ?? forms['other'] ?? '',
  );
}

/** How a language writes numbers and counts things: made once, and only when something is counted; a phone takes its time. */
function countingIn(language: string | undefined): Counting {
  const known = countings.get(language);
  if (known) return known;
  const made = {
    numbers: lazily(() => new Intl.NumberFormat(language)),
    plurals: lazily(() => new Intl.PluralRules(language)),
  };
  countings.set(language, made);
  return made;
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The voice of a catalogue; the same function whenever it is asked for. */
export function catalogue<Of extends Catalogue>(said: Of): Say<Of>;
export function catalogue(said: Readonly<Record<string, string | Filling>>): Voice {
  const known = voices.get(said);
  if (known) return known;
  const say: Voice = (key, values) => {
    const message = said[key];
    return typeof message === 'function' ? message(values) : (message ?? key);
  };
  voices.set(said, say);
  return say;
}

/** The voice of a catalogue inside a component; the same function at every render. */
export function useText<Of extends Catalogue>(said: Of): Say<Of> {
  return catalogue(said);
}

interface Counting {
  numbers: () => Intl.NumberFormat;
  plurals: () => Intl.PluralRules;
}
type Filling = (values: unknown) => string;
type Voice = (key: string, values?: unknown) => string;
const voices = new WeakMap<object, Voice>();
const countings = new Map<string | undefined, Counting>();
