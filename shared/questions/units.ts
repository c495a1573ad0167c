/**
 * Characters that take the width of two: East Asian wide and full-width ones, and emoji (Unicode's East Asian Width
 * W and F, in whole blocks). WCAG 1.4.8 likewise counts 40 of them as 80 others.
 */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The length of a text in units, given its graphemes: each counts 1, wide ones 2. */
export function countUnits(graphemes: Iterable<string>): number {
  let units = 0;
  for (const grapheme of graphemes) units += wide.test(grapheme) ? 2 : 1;
  return units;
}
