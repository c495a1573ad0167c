import type { Unreadable } from '../reader.ts';

/** Deepest nesting of elements; a schedule needs eight. */
const deepest = 40;

/** Most elements: the largest conferences have 40,000. */
const mostElements = 250_000;

/** Longest piece of markup: an element with its attributes. */
const longestMarkup = 20_000;

/**
 * Looks at XML before any parser does, once from front to back: refuses document types and entities (nobody's
 * schedule has them, bombs do), what nests too deeply or holds too many elements, and what ends in the middle.
 */
export function refuseMarkup(text: string): Unreadable | null {
  const declared = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (declared) {
    return stop(
      text,
      declared.index,
      'It declares a document type or entities. Take that out: a schedule needs none.',
    );
  }
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const close = closing(text, at);
    const end = text.indexOf(close, at);
    if (end === -1) return stop(text, at, 'The file ends in the middle. Download it again.');
    const next = text[at + 1];
    if (next !== '!' && end - at > longestMarkup)
      return stop(text, at, 'An element here has more attributes than any schedule needs.');
    if (next === '/') depth -= 1;
    else if (next !== '?' && next !== '!') {
      elements += 1;
      if (text[end - 1] !== '/') depth += 1;
    }
    if (depth > deepest)
      return stop(text, at, `Elements are nested more than ${deepest} deep here; a schedule needs eight.`);
    if (elements > mostElements)
      return stop(text, at, 'The file holds more elements than any schedule needs.');
    at = end + close.length;
  }
  return depth > 0 ? stop(text, text.length, 'The file ends in the middle. Download it again.') : null;
}

/** What ends the markup that begins here. */
function closing(text: string, at: number): string {
  if (text.startsWith('<![CDATA[', at)) return ']]>';
  if (text.startsWith('<!--', at)) return '-->';
  return '>';
}

function stop(text: string, at: number, message: string): Unreadable {
  return { path: '(file)', line: text.slice(0, at).split('\n').length, message };
}
