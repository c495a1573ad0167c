/** What a text of a right-to-left script has: a character that pulls its neighbours into its direction. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The first strong character inside decides the direction, and nothing outside is touched by it. */
const [isolate, end] = ['\u2068', '\u2069'];

/**
 * [X6] A text that somebody wrote, for a place that no element can stand in: an option, a title, a name for screen
 * readers, a sentence. Where it is of a script that runs the other way it brings its own direction; else it is as it was.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `${isolate}${text}${end}` : text;
}

/** Texts that people wrote, one after the other in one line. */
export function inOneLine(texts: readonly string[], between = ', '): string {
  return texts.map(isolated).join(between);
}
