import { longParts } from '../../scripts/long-parts.mjs';
import { Dice } from '../world/dice.ts';
import type { Figures } from './evidence/page.ts';
import { record } from './evidence/record.ts';

/** The name of a part of `npm run test:long`. */
export type PartName = keyof typeof longParts;

/** How much of the whole is done: 1, or less while somebody works on a part (`BACKROW_LONG_SCALE=0.05`). */
const scale = Number(process.env['BACKROW_LONG_SCALE'] ?? 1);
if (!(scale > 0 && scale <= 1)) throw new Error('BACKROW_LONG_SCALE is a number above 0, up to 1');

/** Chance of this run: `BACKROW_LONG_SEED` repeats one, else each has its own. */
const seed = Number(process.env['BACKROW_LONG_SEED'] ?? Math.floor(Math.random() * 1e9));

/** What of a part's time is left to its beginning and end, so that it keeps within its budget. */
const reserve = 0.08;

/**
 * One part of the long tests: its seed, its time, and where it writes what it reached. It begins when it is made and
 * says so; `reached` is called once, before anything is expected of the figures.
 */
export class LongPart {
  readonly name: PartName;
  readonly seed = seed;
  readonly scale = scale;
  readonly dice = new Dice(seed);
  readonly #began = performance.now();

  constructor(name: PartName) {
    this.name = name;
    const again = `BACKROW_LONG_SEED=${seed} npm run test:long -- ${name}`;
    console.log(`${name}: at most ${longParts[name].minutes} min, scale ${scale}; again with ${again}`);
  }

  /** So many times, fewer where only a part of the whole is done; never less than one. */
  times(whole: number): number {
    return Math.max(1, Math.round(whole * scale));
  }

  /** Milliseconds that are left of its budget, which are fewer where only a part of the whole is done. */
  left(): number {
    const budget = longParts[this.name].minutes * 60_000 * scale * (1 - reserve);
    return this.#began + budget - performance.now();
  }

  /**
   * Milliseconds until it gives up what it has to count up to: a machine that is busy with other things gets twice the
   * budget, so that a slow hour is no finding.
   */
  patience(): number {
    return this.left() + longParts[this.name].minutes * 60_000 * scale;
  }

  /** Says what was reached, and writes it where the page of evidence is made, if the whole was done. */
  reached(figures: Figures, held: boolean): void {
    const seconds = Math.round((performance.now() - this.#began) / 1_000);
    record(this.name, { figures, held, seed, seconds, scale });
  }
}
