import type { Compiled, Messages, Value } from '../../shared/words/message.ts';

/** What this server says of one code: a text, or one that names facts. */
export type Sentence = string | ((facts: Facts) => string);

/** Everything that a sentence may name; nothing where the refusal does not say it. */
export type Facts = Readonly<
  Record<
    | 'name'
    | 'status'
    | 'limit'
    | 'seconds'
    | 'count'
    | 'problem'
    | 'issue'
    | 'expected'
    | 'expectedStart'
    | 'slug'
    | 'event'
    | 'events'
    | 'megabytes'
    | 'seq'
    | 'rules'
    | 'trouble'
    | 'damage',
    Value
  >
>;

/**
 * A catalogue of messages in ICU, compiled as those of the screens are (scripts/icu-catalogues.ts). Programs read them:
 * numbers are plain digits.
 */
export function messages<const Icu extends Readonly<Record<string, string>>>(icu: Icu): Messages<Icu>;
export function messages<Said>(compiled: Compiled<Said>, language: string): Said;
export function messages(given: Compiled<unknown> | object, language?: string): unknown {
  if (typeof given !== 'function') throw new Error('These messages were not compiled: see icu-catalogues.ts');
  const plurals = new Intl.PluralRules(language);
  return given(
    (value = '') => String(value),
    (value) => String(value),
    (count, forms) => forms[`=${count}`] ?? forms[plurals.select(count)] ?? forms['other'] ?? '',
  );
}
