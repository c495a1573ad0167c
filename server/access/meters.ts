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

/**
 * So many a second on average, and up to `burst` at once. What is used up comes back in steps from the first use on: each
 * second its share, or where that is less than one, one as soon as it is due.
 */
export class Bucket implements Meter {
  readonly #rows = new Rows<{ left: number; at: number }>();
  readonly #stepMs: number;
  readonly #perStep: number;
  readonly #burst: number;
  readonly #now: Monotonic;

  /** `stepMs`: what comes back comes in such steps. */
  constructor(
    perSecond: number,
    burst: number,
    now: Monotonic,
    stepMs = Math.max(1_000, Math.ceil(1_000 / perSecond)),
  ) {
    this.#stepMs = stepMs;
    this.#perStep = (perSecond * stepMs) / 1_000;
    this.#burst = burst;
    this.#now = now;
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#rows.size;
  }

  count(key: string): TooFast | null {
    const row = this.#current(key);
    if (row.left < 1) return this.#wait(row.at);
    this.#keep(key, { ...row, left: row.left - 1 });
    return null;
  }

  look(key: string): TooFast | null {
    const row = this.#current(key);
    return row.left < 1 ? this.#wait(row.at) : null;
  }

  giveBack(key: string): void {
    const row = this.#current(key);
    if (this.#rows.get(key)) this.#keep(key, { ...row, left: Math.min(this.#burst, row.left + 1) });
  }

  /** What is left, and when the last step was. */
  #current(key: string): { left: number; at: number } {
    const now = this.#now();
    const row = this.#rows.get(key);
    if (!row) return { left: this.#burst, at: now };
    const steps = Math.floor((now - row.at) / this.#stepMs);
    const left = Math.min(this.#burst, row.left + steps * this.#perStep);
    return left === this.#burst ? { left, at: now } : { left, at: row.at + steps * this.#stepMs };
  }

  #keep(key: string, row: { left: number; at: number }): void {
    const untilFull = (Math.ceil(this.#burst / this.#perStep) + 1) * this.#stepMs;
    this.#rows.keep(key, row, this.#now() - untilFull);
  }

  #wait(at: number): TooFast {
    return { retryAfterMs: Math.max(1, Math.ceil(at + this.#stepMs - this.#now())) };
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

/** So many in any span of that length, wherever it begins: for what is costly and rare, since each is remembered. */
export class Window implements Meter {
  readonly #rows = new Rows<{ times: number[]; at: number }>();
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
    const tooFast = this.look(key);
    if (tooFast) return tooFast;
    const at = this.#now();
    this.#rows.keep(key, { times: [...this.#current(key), at], at }, at - this.#ms);
    return null;
  }

  look(key: string): TooFast | null {
    const times = this.#current(key);
    const oldest = times.at(-this.#most);
    return oldest === undefined
      ? null
      : { retryAfterMs: Math.max(1, Math.ceil(oldest + this.#ms - this.#now())) };
  }

  giveBack(key: string): void {
    this.#rows.get(key)?.times.pop();
  }

  #current(key: string): number[] {
    const since = this.#now() - this.#ms;
    return (this.#rows.get(key)?.times ?? []).filter((at) => at > since);
  }
}
