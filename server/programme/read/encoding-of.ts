/**
 * The encoding that a text declares in its own first lines, as it is written there: that of an XML declaration, or of
 * a comment such as `# -*- coding: latin-1 -*-`. Null where it declares none. Declarations are in ASCII, whatever follows.
 */
export function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000));
  const xml = /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i;
  const comment = /^(?:\u00EF\u00BB\u00BF)?(?:[^\n]{0,200}\n)?#[^\n]{0,100}?coding[:=]\s*([\w.-]{1,40})/;
  return (xml.exec(head) ?? comment.exec(head))?.[1] ?? null;
}

/** Encodings whose letters take two or four bytes each. */
const wide = /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs)/i;

/** Whether an encoding takes two or four bytes for each letter, so that a text which can be read byte by byte is not in it. */
export function isWide(name: string): boolean {
  return wide.test(name);
}

/** The marks with which a text may begin; a longer one before the shorter that it begins with. */
const marks: readonly { encoding: string; mark: readonly number[] }[] = [
  { encoding: 'utf-32le', mark: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', mark: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

/**
 * UTF-16 or UTF-32 by the mark at a text's beginning, by the zeros beside its first letters, or by zeros that all stand
 * in the same half of its letters, as those of commas and line ends do; null for texts of single bytes.
 */
export function wideEncodingOf(bytes: Uint8Array): string | null {
  const four = bytes.length >= 4 && bytes.length % 4 === 0;
  const marked = marks.find(
    ({ mark }) => (four || mark.length < 4) && mark.every((byte, at) => bytes[at] === byte),
  );
  if (marked) return marked.encoding;
  const some = bytes.subarray(0, 4_000);
  if (four && isOfFours(some, [3, 2, 1])) return 'utf-32le';
  if (four && isOfFours(some, [0, 1, 2])) return 'utf-32be';
  return bytes.length % 2 === 0 ? halfOfZeros(some) : null;
}

/** Whether each group of four bytes is a letter with its highest byte first in `order`, and some are ASCII. */
function isOfFours(some: Uint8Array, [high, upper, lower]: readonly [number, number, number]): boolean {
  let plain = false;
  for (let at = 0; at + 3 < some.length; at += 4) {
    const plane = some[at + upper] ?? 0;
    if (some[at + high] !== 0 || plane > 0x10) return false;
    plain ||= plane === 0 && some[at + lower] === 0;
  }
  return plain;
}

/** Where zeros stand: in every second byte only, at least twice and once in forty. */
function halfOfZeros(some: Uint8Array): string | null {
  const zeros = { even: 0, odd: 0 };
  for (const [at, byte] of some.entries()) if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  const { even, odd } = zeros;
  if (Math.max(even, odd) < Math.max(2, some.length / 40) || Math.min(even, odd) > 0) return null;
  return odd > 0 ? 'utf-16le' : even > 0 ? 'utf-16be' : null;
}
