/** A file's bytes as text, and how they are written. */
export interface BytesAsText {
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/**
 * The text of a file: UTF-8, UTF-16, or Windows-1252 as old programs write it. Where a few bytes of UTF-8 are broken,
 * only these become `\uFFFD`. Null for bytes that are no text.
 */
export function textOf(bytes: Uint8Array): BytesAsText | null {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) {
    const text = decoded(bytes, wide);
    return text === null ? null : { text, encoding: 'utf-16' };
  }
  const text = decoded(bytes, 'utf-8');
  if (text !== null) return { text, encoding: 'utf-8' };
  const mended = new TextDecoder().decode(bytes);
  return isMostlyWhole(mended) ? { text: mended, encoding: 'utf-8' } : latin(bytes);
}

/** UTF-16 by its mark, or by the zeros beside its first two letters. */
function wideEncodingOf([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && third !== 0 && fourth === 0))
    return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0 && fourth !== 0))
    return 'utf-16be';
  return null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
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
function latin(bytes: Uint8Array): BytesAsText | null {
  const text = new TextDecoder('windows-1252').decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells bytes from text
  return /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/.test(text)
    ? null
    : { text, encoding: 'windows-1252' };
}
