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

/** Made once, at the first text: making one takes longer than most texts do. */
let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as one character each; code points where the browser cannot tell. */
function graphemes(text: string): Iterable<string> {
  if (typeof Intl.Segmenter !== 'function') return text;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
