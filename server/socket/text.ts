import { countUnits } from '../../shared/questions/units.ts';

/** A text as it is kept, with its length in bytes; or why it cannot be kept. */
export type CleanText = { ok: true; text: string; bytes: number } | { ok: false; message: string };

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
  return { ok: true, text, bytes: Buffer.byteLength(text) };
}

/** The length of a cleaned text in units; null where it is more than `most`: nothing is looked at beyond. */
export function unitsOf(text: string, most: number): number | null {
  // Most of what people type is one unit a letter, and needs no look at any.
  if (plain.test(text)) return text.length > most ? null : text.length;
  let units = 0;
  for (const grapheme of graphemesOf(text)) {
    units += countUnits([grapheme]);
    if (units > most) return null;
  }
  return units;
}

/** Letters, digits, spaces and line breaks, each a character of one unit. */
const plain = /^[\n\x20-\x7e]*$/;

/** UTF-16 units that are segmented at once: the time that it takes grows with their square. */
const slice = 64;

/** The graphemes of a text, one by one, as one segmentation of the whole would find them. */
function* graphemesOf(text: string): Generator<string> {
  let length = slice;
  for (let from = 0; from < text.length; ) {
    const began = from;
    const to = endOf(text, from + length);
    let last = '';
    for (const { segment } of graphemes.segment(text.slice(from, to))) {
      if (last !== '') yield last;
      from += last.length;
      last = segment;
    }
    // The last one may go on behind the slice: the next slice begins with it.
    if (to === text.length) return yield last;
    length = from === began ? 2 * length : slice;
  }
}

/** Where a slice of a text ends, at the latest there or one further: never inside a character. */
function endOf(text: string, to: number): number {
  if (to >= text.length) return text.length;
  return /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to + 1 : to;
}

/** A display name as it is kept: cleaned, on one line; null where nothing is left. */
export function cleanName(raw: string): string | null {
  const cleaned = cleanText(raw);
  const name = cleaned.ok ? cleaned.text.replaceAll('\n', ' ') : '';
  return name === '' ? null : name;
}
