import { calendarText, endsSoftly } from './text.ts';

/** One line of a calendar, unfolded: `NAME;PARAM=value:value`, and the line it begins in. */
export interface Property {
  line: number;
  /** In capitals. */
  name: string;
  /** By names in capitals. */
  parameters: ReadonlyMap<string, string>;
  /** As it is written, without blanks around it; texts are unescaped by `textOf`. */
  value: string;
}

/** Longest line that is read, in bytes, once it is unfolded. */
const longestLine = 100_000;

/** Most parameters of a line. */
const mostParameters = 50;

const lineFeed = 10;
const carriageReturn = 13;

/** One line of a calendar, unfolded and decoded; `text` is null where it is too long, `guessed` where it is not in UTF-8. */
export interface CalendarLine {
  line: number;
  text: string | null;
  guessed: boolean;
}

/** The lines of a calendar, unfolded as bytes: a fold may stand in the middle of a character. */
export function unfolded(bytes: Uint8Array): CalendarLine[] {
  const lines: { line: number; parts: Uint8Array[]; size: number }[] = [];
  const lineEnd = bytes.includes(lineFeed) ? lineFeed : carriageReturn;
  let number = 0;
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(lineEnd, from);
    const next = feed < 0 ? bytes.length : feed + 1;
    let to = feed < 0 ? bytes.length : feed;
    while (to > from && bytes[to - 1] === carriageReturn) to -= 1;
    number += 1;
    const folded = bytes[from] === 32 || bytes[from] === 9;
    const last = lines.at(-1);
    const goesOn = last !== undefined && endsSoftly(last.parts);
    if (last && (folded || goesOn)) {
      const part = bytes.subarray(goesOn ? from : from + 1, to);
      if (goesOn) last.parts.push((last.parts.pop() ?? part).subarray(0, -1));
      last.parts.push(part);
      last.size += part.length;
    } else if (to > from) {
      lines.push({ line: number, parts: [bytes.subarray(from, to)], size: to - from });
    }
    from = next;
  }
  return lines.map(({ line, parts, size }) =>
    size > longestLine
      ? { line, text: null, guessed: false }
      : { line, ...calendarText(Buffer.concat(parts)) },
  );
}

/** Takes a line apart; null where it has no name or no value. */
export function propertyOf(text: string, line: number): Property | null {
  const name = /^[A-Za-z][A-Za-z0-9-]{0,60}(?=[;:])/.exec(text)?.[0];
  if (name === undefined) return null;
  const parameters = new Map<string, string>();
  let at = name.length;
  while (text.charAt(at) === ';' && parameters.size < mostParameters) {
    const equals = text.indexOf('=', at);
    const colon = text.indexOf(':', at);
    if (equals < 0 || (colon >= 0 && colon < equals)) {
      at = colon;
      break;
    }
    const end = endOfParameter(text, equals + 1);
    const value = text
      .slice(equals + 1, end)
      .replaceAll('"', '')
      .trim();
    parameters.set(
      text
        .slice(at + 1, equals)
        .trim()
        .toUpperCase(),
      value,
    );
    at = end;
  }
  if (at < 0 || text.charAt(at) !== ':') return null;
  return { line, name: name.toUpperCase(), parameters, value: text.slice(at + 1).trim() };
}

/** The `;` or `:` that ends a parameter's value; quotes may hold both. A quote that never ends is none. */
function endOfParameter(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') quoted = !quoted && text.includes('"', at + 1);
    else if (!quoted && (sign === ';' || sign === ':')) return at;
  }
  return text.length;
}

/** A text value without its escapes: `\n`, `\,`, `\;`, `\\`. */
export function textOf(value: string): string {
  return value
    .replace(/\\([nN,;\\:"])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    .trim();
}

/** The texts of a list, split at the commas that are not escaped. */
export function textsOf(value: string): string[] {
  return (value.match(/(?:\\.|[^,\\])+/gs) ?? []).map(textOf).filter((text) => text !== '');
}
