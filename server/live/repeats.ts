import type { Draft, Entry } from '../../shared/log/entry.ts';
import { same } from '../../shared/state/change.ts';
import { isDigest, type State } from '../../shared/state/state.ts';
import { matches } from '../log/personal.ts';

/**
 * Whether a draft says the same as the entry that was logged under its key. Texts stand as salted digests in both,
 * so they are compared by the text and the first one's salt; a text that was forgotten counts as the same.
 */
export function sameCommand(draft: Draft, entry: Entry, state: State): boolean {
  if (draft.type !== entry.type) return false;
  const texts = new Map(draft.personal?.bodies.map(({ digest, text }) => [digest, text]));
  const textBehind = (digest: string) => texts.get(digest) ?? state.bodies.get(digest)?.text;
  const kept = new Map(entry.personal?.bodies.map((body) => [body.digest, body]));
  const first = new Map<string, unknown>(Object.entries(entry.data));
  // What intake measured follows from the text, and another version of this server may measure it otherwise.
  first.delete('measured');
  // Which badge an invite was made with is the server's to say.
  first.delete('through');
  const fields = Object.entries(draft.data).filter(
    ([name, value]) => value !== undefined && name !== 'measured' && name !== 'through',
  );
  if (fields.length !== [...first.values()].filter((value) => value !== undefined).length) return false;
  const isSame = (value: unknown, before: unknown): boolean => {
    if (typeof value === 'string' && typeof before === 'string') {
      const text = value === before ? undefined : textBehind(value);
      if (text === undefined) return value === before;
      const body = kept.get(before);
      if (body) return matches(text, body);
      return isDigest(before) ? (state.bodies.get(before)?.text ?? text) === text : before === text;
    }
    if (Array.isArray(value) && Array.isArray(before))
      return value.length === before.length && value.every((each, index) => isSame(each, before[index]));
    if (!isObject(value) || !isObject(before)) return same(value, before);
    const names = new Set([...Object.keys(value), ...Object.keys(before)]);
    return [...names].every((name) => isSame(fieldOf(value, name), fieldOf(before, name)));
  };
  return fields.every(([field, value]) => isSame(value, first.get(field)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldOf(row: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(row)).get(name);
}
