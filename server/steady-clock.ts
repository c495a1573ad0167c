/** How far the wall clock may be from the steady one before it counts as having jumped, in milliseconds. */
const jump = 5 * 60_000;

/** How long a new time has to be agreed with before it is what is counted from, and within what; milliseconds. */
const agreement = { for: 2 * 60_000, within: 2_000 };

/** How fast the two clocks may drift apart without a word, as a share of the time that passes. */
const drift = 0.01;

/** Where the time is read: both in milliseconds, the steady one from any beginning. */
export interface TimeSources {
  wall: () => number;
  /** Never set by anybody: counts on whatever becomes of the wall clock. */
  steady: () => number;
}

/**
 * The wall clock, as far as it can be believed. It is held against the time that has passed since both clocks agreed, by
 * which small steps add up to a large one. Where it is more than five minutes off, time goes on as it did; the new one is
 * followed once it has been agreed with for two minutes, or at once where somebody says that it is right. So one wrong
 * reading stamps nothing, and a correction is not missed.
 */
export class SteadyClock {
  readonly #sources: TimeSources;
  readonly #listeners = new Set<() => void>();
  /** The last moment at which both clocks agreed. */
  #anchor: { wall: number; steady: number };
  /** How far the wall clock is off by that (behind: negative), and since when by the steady one; null: both agree. */
  #off: { by: number; since: number } | null = null;

  /** Takes the wall clock as it is at this moment. */
  constructor(sources: TimeSources = { wall: Date.now, steady: () => performance.now() }) {
    this.#sources = sources;
    this.#anchor = { wall: sources.wall(), steady: sources.steady() };
  }

  /** The time, epoch milliseconds. */
  now(): number {
    const [wall, steady] = [this.#sources.wall(), this.#sources.steady()];
    const passed = steady - this.#anchor.steady;
    const expected = this.#anchor.wall + passed;
    const by = wall - expected;
    if (Math.abs(by) <= agreement.within) {
      const most = drift * passed;
      this.#anchor = { wall: expected + Math.min(Math.max(by, -most), most), steady };
      this.#note(null);
      return wall;
    }
    if (this.#hasAgreed(by, steady)) {
      this.#follow(wall, steady);
      return wall;
    }
    if (this.#off === null || Math.abs(by - this.#off.by) > agreement.within)
      this.#note({ by, since: steady });
    return Math.abs(by) <= jump ? wall : Math.round(expected);
  }

  /** By how much the wall clock is ahead of the time that is used (behind: negative), in milliseconds; null: not at all. */
  get ahead(): number | null {
    return this.#off !== null && Math.abs(this.#off.by) > jump ? this.#off.by : null;
  }

  /** Follows the wall clock at once. */
  trust(): void {
    this.#follow(this.#sources.wall(), this.#sources.steady());
  }

  /** Calls a listener when the wall clock has jumped, has jumped again, or is followed again; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #hasAgreed(by: number, steady: number): boolean {
    const off = this.#off;
    if (off === null || Math.abs(by - off.by) > agreement.within) return false;
    return steady - off.since >= agreement.for;
  }

  #follow(wall: number, steady: number): void {
    this.#anchor = { wall, steady };
    this.#note(null);
  }

  #note(off: { by: number; since: number } | null): void {
    const before = this.ahead;
    this.#off = off;
    if (this.ahead !== before) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** How often it is looked whether the clock has jumped or agrees again, in milliseconds. */
const lookEvery = 1_000;

/** Looks at the clock while nobody asks for the time, and says both times where they differ; returns how to stop. */
export function watchClock(clock: SteadyClock, alarm: (message: string) => void): () => void {
  const stop = clock.onChange(() => {
    const used = clock.now();
    if (clock.ahead !== null) alarm(jumpedSentence(used, clock.ahead));
  });
  const timer = setInterval(() => clock.now(), lookEvery);
  timer.unref();
  return () => {
    clearInterval(timer);
    stop();
  };
}

function jumpedSentence(used: number, ahead: number): string {
  const [own, wall] = [used, used + ahead].map((at) => new Date(at).toISOString());
  return `The clock of this computer jumped: it says ${wall}, and by the time that has passed it is ${own}. Everything goes by the latter, until the new time has held for two minutes or a moderator says that it is right`;
}
