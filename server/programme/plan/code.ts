import { createHash } from 'node:crypto';
import { codeSymbols } from '../../access/typed.ts';

/**
 * The short code of an event that brings none: always the same for the same slug. Ask again with `attempt` 1, 2 …
 * where it is taken. Length 4 (the default), 5 from a hundred events on, 6 with a passcode, 8 for staff.
 */
export function codeFor(slug: string, attempt = 0, length = 4): string {
  let passed = 0;
  for (let round = 0; ; round += 1) {
    const hash = createHash('sha256').update(`backrow code ${slug} ${round}`).digest();
    let rest = hash.readBigUInt64BE();
    let code = '';
    for (let place = 0; place < length; place += 1) {
      code += codeSymbols.charAt(Number(rest % BigInt(codeSymbols.length)));
      rest /= BigInt(codeSymbols.length);
    }
    if (!isSpeakable(code)) continue;
    if (passed === attempt) return code;
    passed += 1;
  }
}

/** Letter sequences that nobody wants on a screen; 4 is read as A, 3 as E, 6 and 9 as G, 7 as T. */
const unwanted =
  /FUCK|FUCC|FUK|FCK|CUNT|KUNT|TWAT|WANK|DYKE|RAPE|CRAP|DAMN|HELL|PUTA|PUTE|CACA|KAKA|ARAB|FART|FETT|DEAD|KKK|NGR|NEGR|FAG|GAY|CUM|CUL|JEW|HATE|UGLY|DUMB|LAME|KLAN|ANAL|ANUL|BUTT|BUMM|PEDE|PEDA|CULT|PUNK|TURD|WEED|METH|CRACK|NAKED|BLACK|HURE|NUTTE|KACK|DEPP|ENCULE|MERDE/;

/** Words and numbers that a YAML file would read as something else than text. */
const misread = /^(TRUE|NULL|[34679]+|[34679]+E[34679]+)$/;

function isSpeakable(code: string): boolean {
  const letters = code.replaceAll('4', 'A').replaceAll('3', 'E').replace(/[69]/g, 'G').replaceAll('7', 'T');
  return !unwanted.test(code) && !unwanted.test(letters) && !misread.test(code);
}
