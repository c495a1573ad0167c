import { decoded, knownEncoding } from '../source/encodings.ts';
import { guessed } from '../source/guess.ts';

/** Most bytes of a line in which its parameters are looked for. */
const head = 300;
const equals = 0x3d;

/**
 * The text of a calendar's line: in the encoding that it declares itself (`SUMMARY;CHARSET=ISO-8859-1:…`), taken out of
 * quoted-printable where it says so (both as calendars of version 1.0 have it), else in UTF-8. `guessed` where it is in
 * none of these, and was read as Windows-1252.
 */
export function calendarText(bytes: Uint8Array): { text: string; guessed: boolean } {
  const parameters = parametersOf(bytes);
  if (!/CHARSET|PRINTABLE/i.test(parameters)) return plainText(bytes);
  const charset = /;CHARSET="?([\w.-]{1,40})/i.exec(parameters)?.[1];
  const known = charset === undefined ? null : knownEncoding(charset);
  const colon = parameters.length;
  const value = isQuotedPrintable(parameters) ? printed(bytes.subarray(colon)) : bytes.subarray(colon);
  const told = known === null ? null : decoded(value, known);
  if (told !== null) return { text: parameters + told, guessed: false };
  return plainText(Buffer.concat([bytes.subarray(0, colon), value]));
}

function plainText(bytes: Uint8Array): { text: string; guessed: boolean } {
  const read = guessed(bytes);
  return { text: read?.text ?? new TextDecoder().decode(bytes), guessed: read?.encoding !== 'utf-8' };
}

/** Whether a line of quoted-printable goes on in the next one, as `=` at its end says. */
export function endsSoftly(parts: readonly Uint8Array[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  return first !== undefined && last?.at(-1) === equals && isQuotedPrintable(parametersOf(first));
}

/** What stands before a line's value, where it is plain ASCII. */
function parametersOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, head));
  return /^[A-Za-z-]+(?:;[^:\u0080-\u00ff]*)?/.exec(start)?.[0] ?? '';
}

function isQuotedPrintable(parameters: string): boolean {
  return /;(?:ENCODING=)?QUOTED-PRINTABLE(?:;|$)/i.test(parameters);
}

/** The bytes that quoted-printable stands for: `=C3=B6` are two, `=` at the end of a line none. */
function printed(bytes: Uint8Array): Uint8Array {
  const signs: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const code = /^[0-9a-f]{2}$/i.exec(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0))?.[0];
    if (bytes[at] !== equals) signs.push(bytes[at] ?? 0);
    else if (code !== undefined) {
      signs.push(Number.parseInt(code, 16));
      at += 2;
    }
  }
  return Uint8Array.from(signs);
}
