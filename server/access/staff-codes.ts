import { randomInt } from 'node:crypto';
import { codeSymbols } from './typed.ts';

/** Characters of a code: longer than an event's, so that the two are never the same. */
const length = 8;

/** How long a code holds, in milliseconds. */
const staffCodeLife = 10 * 60_000;

/** Most codes that hold at once: beyond it the oldest gives way. */
const mostCodes = 10_000;

/**
 * Short codes for links that are too long to type: whoever gets a phone into their hand in the dark types eight
 * characters. Kept in memory for ten minutes; a server that starts anew has forgotten them.
 */
export class StaffCodes {
  readonly #paths = new Map<string, { path: string; expiresAt: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** A new code for a path, with its fragment, and when it ends (epoch milliseconds). */
  make(path: string): { code: string; expiresAt: number } {
    const now = this.#clock();
    for (const [code, { expiresAt }] of this.#paths)
      if (expiresAt <= now || this.#paths.size >= mostCodes) this.#paths.delete(code);
    const code = this.#free();
    const expiresAt = now + staffCodeLife;
    this.#paths.set(code, { path, expiresAt });
    return { code, expiresAt };
  }

  /** The path behind a code in the form that is compared (`codeTyped`); null where there is none or its time is over. */
  pathOf(code: string): string | null {
    const known = this.#paths.get(code);
    return known && known.expiresAt > this.#clock() ? known.path : null;
  }

  #free(): string {
    for (;;) {
      const code = Array.from({ length }, () => codeSymbols[randomInt(codeSymbols.length)]).join('');
      if (!this.#paths.has(code)) return code;
    }
  }
}
