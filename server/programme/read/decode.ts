import { decoded, knownEncoding } from '../formats/source/encodings.ts';
import { around, firstBeyondAscii, guessed, isMostlyWhole } from '../formats/source/guess.ts';
import { declaredIn, isWide, wideEncodingOf } from './encoding-of.ts';

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
export function decode(bytes: Uint8Array): BytesAsText | { refused: string } {
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

function ofWide(bytes: Uint8Array, encoding: string): ReturnType<typeof decode> {
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

function ofDeclared(bytes: Uint8Array, declared: string, known: string | null): ReturnType<typeof decode> {
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

/** A guess with the first place that depends on it: what came out there, and its line. Null where no letter does. */
function saidOf(text: string, said: string): { line: number; message: string } | null {
  const at = firstBeyondAscii(text);
  if (at === -1) return null;
  const line = text.slice(0, at).split(/\r\n?|\n/).length;
  return { line, message: `${said}: "${around(text, at)}". If that is wrong, save it in UTF-8.` };
}
