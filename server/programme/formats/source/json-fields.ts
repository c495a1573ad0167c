import { z } from 'zod';
import type { Unreadable } from '../reader.ts';

/** A text field of a lenient row: trimmed; numbers as text; null where it is empty, missing or anything else. */
export const words = z
  .unknown()
  .optional()
  .transform((value) => {
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    return text === '' ? null : text;
  });

/** A text field that may be written once per language (`{en, de}`): in English where it is, else in the first. */
export const translated = z
  .unknown()
  .optional()
  .transform((value) => {
    const byLanguage = z.record(z.string(), words).safeParse(value).data;
    if (byLanguage === undefined) return words.parse(value);
    return byLanguage.en ?? Object.values(byLanguage).find((text) => text !== null) ?? null;
  });

/** A list of a lenient row; empty where it is missing or anything else. */
export const list = z
  .unknown()
  .optional()
  .transform((value): unknown[] => (Array.isArray(value) ? value : []));

/** A switch of a lenient row: only `true` is on. */
export const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true);

/** A number of a lenient row, or null. */
export const amount = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'number' && Number.isFinite(value) ? value : null));

/** The values of a JSON text, or the sentence that says where it breaks off. */
export function parseJson(text: string): { value: unknown } | { unreadable: readonly Unreadable[] } {
  const json = text.replace(/^\uFEFF/, '');
  try {
    const value: unknown = JSON.parse(json);
    return { value };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /at position (\d{1,12})/.exec(said)?.[1];
    const end = position === undefined ? json.length : Number(position);
    const line = json.slice(0, end).split('\n').length;
    const message =
      position === undefined && !said.includes('is not valid')
        ? 'The file ends in the middle. Export it again.'
        : 'This is not JSON: the file was changed or is not whole. Export it again.';
    return { unreadable: [{ path: '(file)', line, message }] };
  }
}
