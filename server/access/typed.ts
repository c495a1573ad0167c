import { programmeSchema } from '../../shared/rundown/programme.ts';
import { typedCode } from '../../shared/wire/typed-code.ts';

/** What codes are made of: the 27 symbols that nobody confuses with others. */
export const codeSymbols = 'ABCDEFGHJKLMNPQRTUVWXY34679';

/** A join code or a code of the staff as somebody typed it, in the form that is compared. */
export function codeTyped(typed: string): string {
  return typedCode(typed, nfkc);
}

/** Whether a code in the form that is compared could be one at all: what could not is a slip, and no guess. */
export function couldBeCode(code: string): boolean {
  return programmeSchema.shape.code.safeParse(code).success;
}

/**
 * A passcode as somebody typed it, in the form that is hashed: letters keep their case and words their spaces, but
 * full-width letters are letters, what nobody sees does not count, and quotes and dashes are the plain ones, whatever a
 * phone made of them.
 */
export function passcodeTyped(typed: string): string {
  const plain = typed.replace(/[‘’‚‛′´`]/g, "'").replace(/[“”„‟″«»]/g, '"');
  return nfkc(plain)
    .replace(/\p{Cf}/gu, '')
    .replace(/--|[\p{Pd}−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function nfkc(text: string): string {
  return text.normalize('NFKC');
}
