import { decoded } from './encodings.ts';

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
export function isMostlyWhole(text: string): boolean {
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
