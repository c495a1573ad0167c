/**
 * A code in the form that is compared, of whatever somebody typed, pasted or put into an address: letters and digits
 * alone, in capitals, digits of any script as 0 to 9. Spaces, hyphens, quotes, full stops and what nobody sees fall
 * away; what is another letter stays one, so that a wrong code stays wrong. Of a pasted link the code behind `/j/` counts.
 * `nfkc` gives a text in compatibility form
 * (Ｈ is H), which the tables of a runtime decide.
 */
export function typedCode(typed: string, nfkc: (text: string) => string): string {
  const [, linked] = /\/j\/([^/?#]+)/i.exec(nfkc(typed)) ?? [];
  const plain = (linked ?? nfkc(typed)).replace(/[^\p{L}\p{N}]/gu, '');
  return plain.replace(/\p{Nd}/gu, asciiDigit).toUpperCase();
}

/** One decimal digit as 0 to 9: in every script the ten stand in a row. */
function asciiDigit(digit: string): string {
  let before = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(before - 1))) {
    before -= 1;
    value += 1;
  }
  return String(value % 10);
}
