/** A clock that only goes forward, whatever the computer's time of day does, in milliseconds. */
export type Monotonic = () => number;

/** Something was asked too often: how long to wait, in whole milliseconds, at least one. */
export interface TooFast {
  retryAfterMs: number;
}

/** Counts what is done under a key; keys that stand where they began are forgotten, so that memory stays bounded. */
export interface Meter {
  /** Counts one; null where it may go on. What is refused is not counted. */
  count(key: string): TooFast | null;
  /** What `count` would say now; nothing is counted. */
  look(key: string): TooFast | null;
  /** Takes back one that was counted. */
  giveBack(key: string): void;
}

/** Rows by key, the one that was touched longest ago first: what is over is found in front, and costs nothing else. */
class Rows<R extends { at: number }> {
  readonly #rows = new Map<string, R>();

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): R | undefined {
    return this.#rows.get(key);
  }

  /** Keeps a row as the newest, and lets go of up to two rows that are older than `since`. */
  keep(key: string, row: R, since: number): void {
    this.#rows.delete(key);
    this.#rows.set(key, row);
    let looked = 0;
    for (const [oldest, { at }] of this.#rows) {
      looked += 1;
      if (at > since || looked > 2) return;
      this.#rows.delete(oldest);
    }
  }
}

/** So many a second on average, and up to `burst` at once: a bucket that fills again at that rate. */
export class Bucket implements Meter {
  readonly #rows = new Rows<{ left: number; at: number }>();
  readonly #perMs: number;
  readonly #burst: number;
  readonly #now: Monotonic;

  constructor(perSecond: number, burst: number, now: Monotonic) {
    this.#perMs = perSecond / 1000;
    this.#burst = burst;
    this.#now = now;
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#rows.size;
  }

  count(key: string): TooFast | null {
    const left = this.#left(key);
    if (left < 1) return this.#wait(left);
    this.#keep(key, left - 1);
    return null;
  }

  look(key: string): TooFast | null {
    const left = this.#left(key);
    return left < 1 ? this.#wait(left) : null;
  }

  giveBack(key: string): void {
    if (this.#rows.get(key)) this.#keep(key, Math.min(this.#burst, this.#left(key) + 1));
  }

  #left(key: string): number {
    const row = this.#rows.get(key);
    return row ? Math.min(this.#burst, row.left + (this.#now() - row.at) * this.#perMs) : this.#burst;
  }

  #keep(key: string, left: number): void {
    const at = this.#now();
    this.#rows.keep(key, { left, at }, at - this.#burst / this.#perMs);
  }

  /** A hundredth more than the bare time: whoever comes back then is let in, whatever was rounded. */
  #wait(left: number): TooFast {
    return { retryAfterMs: Math.max(1, Math.ceil((1 - left) / this.#perMs + 0.01)) };
  }
}

/** So many in each span, which begins with the first of them. */
export class Span implements Meter {
  readonly #rows = new Rows<{ counted: number; at: number }>();
  readonly #most: number;
  readonly #ms: number;
  readonly #now: Monotonic;

  constructor(most: number, seconds: number, now: Monotonic) {
    this.#most = most;
    this.#ms = seconds * 1000;
    this.#now = now;
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#rows.size;
  }

  count(key: string): TooFast | null {
    const row = this.#current(key);
    if (row === null) {
      const at = this.#now();
      this.#rows.keep(key, { counted: 1, at }, at - this.#ms);
      return null;
    }
    if (row.counted >= this.#most) return this.#wait(row.at);
    row.counted += 1;
    return null;
  }

  look(key: string): TooFast | null {
    const row = this.#current(key);
    return row !== null && row.counted >= this.#most ? this.#wait(row.at) : null;
  }

  giveBack(key: string): void {
    const row = this.#current(key);
    if (row !== null && row.counted > 0) row.counted -= 1;
  }

  #current(key: string) {
    const row = this.#rows.get(key);
    return row && this.#now() - row.at < this.#ms ? row : null;
  }

  #wait(began: number): TooFast {
    return { retryAfterMs: Math.max(1, Math.ceil(began + this.#ms - this.#now())) };
  }
}
