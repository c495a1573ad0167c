import type { Press } from './press.ts';

/** What a key of the US layout would write, by its place on the keyboard: for layouts that write no Latin letters. */
const places: Readonly<Record<string, string>> = {
  Slash: '/',
  Period: '.',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
};

/**
 * The signs that a press may mean, the likeliest first, letters in lower case and `Shift+` before what was shifted. It
 * goes by what the key writes, so that letters stay where they are printed; where a layout writes no Latin letters, or
 * no digits without Shift, by the place of the key.
 */
export function signOf(press: Press): string[] {
  const { shift, code } = press;
  const sign = written(press);
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  return [
    ...(shift ? [`Shift+${sign}`] : []),
    // A sign that needs Shift on this layout is that sign all the same; a letter with Shift is another key.
    ...(shift && isLetter(sign) ? [] : [sign]),
    ...(digit !== undefined && !shift ? [digit] : []),
  ];
}

/** What a press writes on a keyboard with Latin letters. */
function written({ key, code, alt, altGraph, shift }: Press): string {
  const place = placeOf(code);
  // With Alt some systems write other characters.
  if (alt && !altGraph && place !== null && isLetter(place) && !isLetter(key.toLowerCase())) return place;
  if (place !== null && isForeign(key, code)) return shift && place === '/' ? '?' : place;
  return key.length === 1 ? key.toLowerCase() : key;
}

function placeOf(code: string): string | null {
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? places[code] ?? null;
}

/** Whether a key writes a letter, a mark or a digit of another script; Greek writes a semicolon in the place of Q. */
function isForeign(key: string, code: string): boolean {
  const [first = ''] = key;
  if (key === ';' && code === 'KeyQ') return true;
  return first === '؟' || (/[\p{L}\p{M}\p{Nd}]/u.test(first) && !/[\p{Script=Latin}\p{ASCII}]/u.test(first));
}

function isLetter(sign: string): boolean {
  return /^[a-z]$/.test(sign);
}
