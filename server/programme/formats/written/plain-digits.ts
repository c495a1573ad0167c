/** The zeros of scripts that have digits of their own; each is followed by its one to nine. */
const zeros = '٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐';
const digitValue: ReadonlyMap<string, string> = new Map(
  [...zeros].flatMap((zero) =>
    Array.from({ length: 10 }, (_, value): [string, string] => [
      String.fromCodePoint((zero.codePointAt(0) ?? 0) + value),
      String(value),
    ]),
  ),
);

/**
 * A text with its numbers in ASCII: full-width, Arabic, Persian, Indic and other digits become 0–9, wide signs and
 * blanks the usual ones, and marks of direction are gone. Everything else stays, in Unicode's form NFKC.
 */
export function plainDigits(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Nd}/gu, (digit) => digitValue.get(digit) ?? digit)
    .replaceAll('\u066b', '.')
    .replaceAll('\u2236', ':');
}
