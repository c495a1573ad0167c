/** Names of encodings that programs write, and the name by which the platform knows them. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp950', 'big5'],
  ['big5hkscs', 'big5-hkscs'],
  ['eucjp', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['euccn', 'gb2312'],
  ['koi8r', 'koi8-r'],
  ['koi8u', 'koi8-u'],
  ['macroman', 'macintosh'],
  ['ansi', 'windows-1252'],
  ['latin9', 'iso-8859-15'],
  ['shiftjis', 'shift_jis'],
  ['iso2022jp', 'iso-2022-jp'],
  ['tis620', 'windows-874'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['utf8mb4', 'utf-8'],
  ['utf8', 'utf-8'],
]);

/** Encodings whose letters take two or four bytes each. */
const wide = /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs)/i;

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

/** The name by which the platform knows an encoding; null where it knows none of that name, or it is no one's text. */
export function knownEncoding(name: string): string | null {
  const plain = name.trim().toLowerCase();
  const alike = plain.replace(/^x-/, '').replaceAll(/[^a-z0-9]/g, '');
  const isoPart = /^iso8859(\d{1,2})$/.exec(alike)?.[1];
  const codePage = /^(?:cp|win|windows|ms|ansi)?(125[0-8]|874)$/.exec(alike)?.[1];
  for (const each of [
    plain,
    isoPart === undefined ? undefined : `iso-8859-${isoPart}`,
    codePage === undefined ? undefined : `windows-${codePage}`,
    otherNames.get(alike),
    alike,
  ]) {
    const known = each === undefined ? null : labelOf(each);
    if (known !== null) return known;
  }
  return null;
}

/** Whether an encoding takes two or four bytes for each letter, so that a text which can be read byte by byte is not in it. */
export function isWide(name: string): boolean {
  return wide.test(name);
}

function labelOf(name: string): string | null {
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'x-user-defined' ? null : encoding;
  } catch {
    return null;
  }
}

/** A text in an encoding of the platform, or of UTF-32 (`utf-32le`, `utf-32be`); null where bytes of it are none. */
export function decoded(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32(bytes, encoding === 'utf-32le');
  if (encoding === 'windows-1252') return windows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has from 0x80 to 0x9f, where ISO-8859-1 has control characters. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes as Windows-1252: the platform's own decoder leaves quotes and dashes of it out in some versions. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80));
}

function utf32(bytes: Uint8Array, littleEnd: boolean): string | null {
  if (bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  let signs: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const sign = view.getUint32(at, littleEnd);
    if (sign > 0x10ffff || (sign >= 0xd800 && sign <= 0xdfff)) return null;
    if (at > 0 || sign !== 0xfeff) signs.push(sign);
    if (signs.length === 4_096 || at + 4 === bytes.length) {
      text += String.fromCodePoint(...signs);
      signs = [];
    }
  }
  return text;
}

/**
 * UTF-16 or UTF-32 by the mark at a text's beginning, by the zeros beside its first letters, or by zeros that all stand
 * in the same half of its letters, as those of commas and line ends do; null for texts of single bytes.
 */
export function wideEncodingOf(bytes: Uint8Array): string | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  const four = bytes.length >= 4 && bytes.length % 4 === 0;
  if (four && first === 0xff && second === 0xfe && third === 0 && fourth === 0) return 'utf-32le';
  if (four && first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
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
