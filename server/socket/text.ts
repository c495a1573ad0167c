import { countUnits } from '../../shared/questions/units.ts';

/** A text as it is kept, with its length in units and bytes; or why it cannot be kept. */
export type CleanText =
  | { ok: true; text: string; units: number; bytes: number }
  | { ok: false; message: string };

/** Most combining marks on one character: more is ornament that runs out of its line. */
const marksAllowed = 4;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Control and format characters that carry no text: all but tab and line break, the joiners of scripts and emoji, and Arabic number signs. */
const controls =
  /(?!\t|\n|\u200c|\u200d|[\u{e0020}-\u{e007f}\u0600-\u0605\u06dd\u070f\u08e2])[\p{Cc}\p{Cf}]/gu;
/** Fillers and blank patterns: letters by name, and nothing to see. */
const blank = /^(?:\s|\u115f|\u1160|\u200c|\u200d|\u2800|\u3164|\uffa0)*$/u;
const manyMarks = new RegExp(`(\\p{M}{${marksAllowed}})\\p{M}+`, 'gu');

/**
 * Cleans what somebody wrote: NFC, one kind of line break, no control or direction characters, no towers of marks,
 * at most two line breaks in a row, trimmed. The joiners that scripts and emoji need stay.
 */
export function cleanText(raw: string): CleanText {
  if (/\p{Surrogate}/u.test(raw))
    return { ok: false, message: 'contains half a character; please type it again' };
  const cleaned = raw
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(manyMarks, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const text = blank.test(cleaned) ? '' : cleaned;
  const units = countUnits([...graphemes.segment(text)].map(({ segment }) => segment));
  return { ok: true, text, units, bytes: Buffer.byteLength(text) };
}

/** A display name as it is kept: cleaned, on one line; null where nothing is left. */
export function cleanName(raw: string): string | null {
  const cleaned = cleanText(raw);
  const name = cleaned.ok ? cleaned.text.replaceAll('\n', ' ') : '';
  return name === '' ? null : name;
}
