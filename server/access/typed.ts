import { typedCode } from '../../shared/wire/typed-code.ts';

/** A join code or a code of the staff as somebody typed it, in the form that is compared. */
export function codeTyped(typed: string): string {
  return typedCode(typed, nfkc);
}

/**
 * A passcode as somebody typed it, in the form that is hashed: letters keep their case and words their spaces, but
 * full-width letters are letters, and what nobody sees does not count.
 */
export function passcodeTyped(typed: string): string {
  return nfkc(typed)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function nfkc(text: string): string {
  return text.normalize('NFKC');
}
