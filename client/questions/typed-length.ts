import { countUnits } from '../../shared/questions/units.ts';

/** How long a text is as the server will count it: tidied, in units of which East Asian wide characters take two. */
export function typedLength(text: string): number {
  return countUnits(graphemes(tidied(text)));
}

/** A text without what the server takes out anyway: outer and doubled blanks. */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What a reader sees as one character each; code points where the browser cannot tell. */
function graphemes(text: string): Iterable<string> {
  if (typeof Intl.Segmenter !== 'function') return text;
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );
}
