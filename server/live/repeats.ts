import type { Draft, Entry } from '../../shared/log/entry.ts';
import { same } from '../../shared/state/change.ts';
import { matches } from '../log/personal.ts';

/**
 * Whether a draft says the same as the entry that was logged under its key. Texts stand as salted digests in both,
 * so they are compared by the text and the first one's salt; a text that was forgotten counts as the same.
 */
export function sameCommand(draft: Draft, entry: Entry): boolean {
  if (draft.type !== entry.type) return false;
  const texts = new Map(draft.personal?.bodies.map(({ digest, text }) => [digest, text]));
  const kept = new Map(entry.personal?.bodies.map((body) => [body.digest, body]));
  const first = new Map<string, unknown>(Object.entries(entry.data));
  // What intake measured follows from the text, and another version of this server may measure it otherwise.
  first.delete('measured');
  const fields = Object.entries(draft.data).filter(
    ([name, value]) => value !== undefined && name !== 'measured',
  );
  if (fields.length !== [...first.values()].filter((value) => value !== undefined).length) return false;
  return fields.every(([field, value]) => {
    const before = first.get(field);
    const text = typeof value === 'string' ? texts.get(value) : undefined;
    if (text === undefined || typeof before !== 'string') return same(value, before);
    const body = kept.get(before);
    return body === undefined || matches(text, body);
  });
}
