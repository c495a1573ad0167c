import { isolated } from './written.ts';

/** What can stand in a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The messages of one screen by key, in one language. */
export type Catalogue = Readonly<Record<string, string>>;

/** Says a message of a catalogue, its places filled in. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

const locale = 'en';
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/**
 * Makes the voice of one screen out of its catalogue. Messages are ICU: `{name}`, and
 * `{count, plural, =0 {none} one {# question} other {# questions}}` with `{name}` inside its arms.
 */
export function catalogue<const M extends Catalogue>(messages: M): Say<keyof M & string> {
  const known = voices.get(messages);
  if (known) return known;
  const say: Say<string> = (key, values = {}) => fill(messages[key] ?? key, values);
  voices.set(messages, say);
  return say;
}

/** The voice of a catalogue inside a component; the same function at every render. */
export function useText<const M extends Catalogue>(messages: M): Say<keyof M & string> {
  return catalogue(messages);
}

const voices = new WeakMap<Catalogue, Say<string>>();

/** Fills the places of one ICU message; what people wrote keeps its own direction there. */
export function fill(message: string, values: Values): string {
  let filled = '';
  for (let at = 0; at < message.length; ) {
    const open = message.indexOf('{', at);
    if (open < 0) return filled + message.slice(at);
    const close = closing(message, open);
    filled += message.slice(at, open) + place(message.slice(open + 1, close), values);
    at = close + 1;
  }
  return filled;
}

function place(inside: string, values: Values): string {
  const [, name = '', arms] = /^\s*(\w+)\s*(?:,\s*plural\s*,([\s\S]*))?$/.exec(inside) ?? [];
  const value = values[name] ?? '';
  if (arms === undefined) return typeof value === 'number' ? numbers.format(value) : isolated(value);
  const count = Number(value);
  const arm = armOf(arms, `=${count}`) ?? armOf(arms, plurals.select(count)) ?? armOf(arms, 'other') ?? '';
  return fill(arm.replaceAll('#', numbers.format(count)), values);
}

function armOf(arms: string, selector: string): string | undefined {
  for (let at = 0; ; ) {
    const open = arms.indexOf('{', at);
    if (open < 0) return undefined;
    const close = closing(arms, open);
    if (arms.slice(at, open).trim() === selector) return arms.slice(open + 1, close);
    at = close + 1;
  }
}

function closing(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at++) {
    if (message[at] === '{') depth += 1;
    if (message[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return message.length;
}
