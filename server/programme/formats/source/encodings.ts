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
