import type { Refusal } from '../../shared/wire/refusals.ts';
import { refuse } from '../refusals/refuse.ts';

/** When somebody may come back of whom too much is under way, in milliseconds. */
const later = 1_000;

/** How much of one person may be under way at once: what is beyond is not begun. */
export class AtOnce {
  readonly #most: number;
  readonly #underWay = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Does something of a person, unless so much of theirs is under way already. Refuses: `too-fast`. */
  async run<T>(person: string, act: () => Promise<T>): Promise<{ value: T } | Refusal> {
    const before = this.#underWay.get(person) ?? 0;
    if (before >= this.#most) return refuse('too-fast', 'too-fast', { retryAfterMs: later });
    this.#underWay.set(person, before + 1);
    try {
      return { value: await act() };
    } finally {
      const left = (this.#underWay.get(person) ?? 1) - 1;
      if (left === 0) this.#underWay.delete(person);
      else this.#underWay.set(person, left);
    }
  }
}
