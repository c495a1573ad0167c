import { declaredIn, decoded, isWide, knownEncoding, wideEncodingOf } from '../formats/source/encodings.ts';

/** A file's bytes as text, and how they are written. */
export interface BytesAsText {
  text: string;
  /** In small letters: `utf-8`, `utf-16le`, `windows-1251` … */
  encoding: string;
  /** What had to be guessed of its encoding, with the first line that depends on it (from 1); null where nothing had. */
  guess: { line: number; message: string } | null;
}

/**
 * The text of a file: in the encoding of its mark (UTF-8, UTF-16, UTF-32), else in the one that it declares, else in
 * UTF-8. What is neither is read as Windows-1252, as old programs write it, and that is said with a line of what came
 * out. Where a few bytes are broken, only these become `\uFFFD`. Refused with a sentence is what is no text, and what
 * declares an encoding that it is not in, or that nobody here reads.
 */
export function textOf(bytes: Uint8Array): BytesAsText | { refused: string } {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return ofWide(bytes, wide);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const declared = hasMark ? null : declaredIn(bytes);
  const known = declared === null ? null : knownEncoding(declared);
  if (declared !== null && !isWide(declared) && known !== 'utf-8') return ofDeclared(bytes, declared, known);
  const { text, encoding } = guessed(bytes) ?? {};
  if (text === undefined || encoding === undefined) return noText;
  if (encoding === 'utf-8') return { text, encoding, guess: null };
  const says = declared === null ? 'does not say in what it is' : `says that it is in ${declared}`;
  const guess = saidOf(text, `The file is not in UTF-8 and ${says}; it was read as Windows-1252`);
  return { text, encoding, guess };
}

const noText = {
  refused:
    'This is neither text in UTF-8 nor a workbook. Save the schedule as text or CSV in UTF-8, or as XLSX.',
};

function ofWide(bytes: Uint8Array, encoding: string): ReturnType<typeof textOf> {
  const text = decoded(bytes, encoding);
  if (text === null) return noText;
  const [first, second] = bytes;
  const marked =
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes[2] === 0xfe;
  const declares = /^<\?xml\s[^>]{0,200}encoding/.test(text.slice(0, 300));
  const said =
    marked || declares
      ? null
      : saidOf(text, `The file has no mark of its encoding; it was read as ${encoding.toUpperCase()}`);
  return { text, encoding, guess: said };
}

function ofDeclared(bytes: Uint8Array, declared: string, known: string | null): ReturnType<typeof textOf> {
  const inUtf8 = decoded(bytes, 'utf-8');
  if (known === null) {
    if (inUtf8 === null)
      return {
        refused: `The file says that it is in ${declared}, which cannot be read here. Save it in UTF-8.`,
      };
    const said = `The file says that it is in ${declared}, which is not known here; it was read as UTF-8`;
    return { text: inUtf8, encoding: 'utf-8', guess: saidOf(inUtf8, said) };
  }
  const text = decoded(bytes, known) ?? new TextDecoder(known).decode(bytes);
  if (text.includes('\uFFFD') && !isMostlyWhole(text))
    return { refused: `The file says that it is in ${declared}, which it is not. Save it in UTF-8.` };
  const alike = inUtf8 !== null && firstBeyondAscii(inUtf8) !== -1 && inUtf8 !== text;
  const said = `The file says that it is in ${declared}, and it could be in UTF-8 as well; what it says was followed`;
  return { text, encoding: known, guess: alike ? saidOf(text, said) : null };
}

/**
 * Bytes that declare nothing as text: UTF-8, also where a few of its bytes are broken, else Windows-1252, which is a
 * guess. Null for bytes that are no text.
 */
export function guessed(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'windows-1252' } | null {
  const text = decoded(bytes, 'utf-8');
  if (text !== null) return { text, encoding: 'utf-8' };
  const mended = new TextDecoder().decode(bytes);
  return isMostlyWhole(mended) ? { text: mended, encoding: 'utf-8' } : latin(bytes);
}

/** Whether more letters beyond ASCII are whole than broken; in another encoding hardly any is. */
function isMostlyWhole(text: string): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0xfffd) broken += 1;
    else if (sign > 0x7f) whole += 1;
  }
  return whole > broken;
}

/** Windows-1252, where nothing in it is a control character. */
function latin(bytes: Uint8Array): { text: string; encoding: 'windows-1252' } | null {
  const text = decoded(bytes, 'windows-1252') ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells bytes from text
  return /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/.test(text)
    ? null
    : { text, encoding: 'windows-1252' };
}

/** A guess with the first place that depends on it: what came out there, and its line. Null where no letter does. */
function saidOf(text: string, said: string): { line: number; message: string } | null {
  const at = firstBeyondAscii(text);
  if (at === -1) return null;
  const line = text.slice(0, at).split(/\r\n?|\n/).length;
  return { line, message: `${said}: "${around(text, at)}". If that is wrong, save it in UTF-8.` };
}

/** Where the first letter stands that is not ASCII, nor a mark; -1 where there is none. */
export function firstBeyondAscii(text: string): number {
  return text.search(/[\u0080-\ufefe\uff00-\uffff]/);
}

/** What stands around a place in its line, at most 100 characters. */
export function around(text: string, at: number): string {
  const from = Math.max(at - 40, text.lastIndexOf('\n', at) + 1, text.lastIndexOf('\r', at) + 1);
  const [line = ''] = text.slice(from, at + 60).split(/[\r\n]/);
  return line.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '').trim();
}
