import { type Monotonic, Window } from './meters.ts';

/** The contract's limit of whole views a person, over sockets and HTTP together. */
const viewsPerMinute = 12;

/** Requests of one person that wait for a turn each; those beyond share the last one's. */
const mostWaiting = 8;

/** Does something after so many milliseconds; gives how to call it off. */
export type After = (ms: number, act: () => void) => () => void;

/** One turn that is waited for: by whom, and what is done once it has come. */
interface Turn {
  of: Set<string>;
  come: (() => void)[];
}

interface Line {
  turns: Turn[];
  stop: () => void;
}

/**
 * Whole views are made for each person twelve times in any minute. Nobody is refused; the rest waits in its order. A line holds at most eight turns: who comes later shares the last one, so that a
 * person who asks without end costs as little as one who waits.
 */
export class ViewTurns {
  readonly #meter: Window;
  readonly #lines = new Map<string, Line>();
  readonly #after: After;

  /** `after` waits on the clock `now`. */
  constructor(now: Monotonic, after: After = inRealTime) {
    this.#after = after;
    this.#meter = new Window(viewsPerMinute, 60, now);
  }

  /** Persons who wait. */
  get waiting(): number {
    return this.#lines.size;
  }

  /**
   * Resolves when this person may be given a whole view. `of` names who asks (a connection, a request): while it waits, the
   * same again waits for the same turn.
   */
  turn(person: string, of: string): Promise<void> {
    const line = this.#lines.get(person);
    if (!line) {
      const wait = this.#meter.count(person);
      return wait === null
        ? Promise.resolve()
        : this.#wait(person, of, this.#begin(person, wait.retryAfterMs));
    }
    return this.#wait(person, of, line);
  }

  /** Somebody who asked is gone: a turn that nobody else waits for is given up, and its promise stays open. */
  leave(person: string, of: string): void {
    const line = this.#lines.get(person);
    if (!line) return;
    for (const turn of line.turns) turn.of.delete(of);
    line.turns = line.turns.filter((turn) => turn.of.size > 0);
    if (line.turns.length > 0) return;
    line.stop();
    this.#lines.delete(person);
  }

  /** Nobody waits any more: the server stops. */
  close(): void {
    for (const { stop } of this.#lines.values()) stop();
    this.#lines.clear();
  }

  #wait(person: string, of: string, line: Line): Promise<void> {
    const mine = line.turns.find((turn) => turn.of.has(of));
    const last = line.turns.length >= mostWaiting ? line.turns.at(-1) : undefined;
    const turn = mine ?? last ?? { of: new Set<string>(), come: [] };
    if (turn.of.size === 0) line.turns.push(turn);
    turn.of.add(of);
    this.#lines.set(person, line);
    return new Promise((resolve) => turn.come.push(resolve));
  }

  #begin(person: string, ms: number): Line {
    return { turns: [], stop: this.#after(ms, () => this.#come(person)) };
  }

  /** The first of a line has its turn; the next waits on. */
  #come(person: string): void {
    const line = this.#lines.get(person);
    if (!line) return;
    const early = this.#meter.count(person);
    if (early === null) for (const resolve of line.turns.shift()?.come ?? []) resolve();
    const next = early ?? this.#meter.look(person);
    if (line.turns.length === 0) this.#lines.delete(person);
    else line.stop = this.#after(next?.retryAfterMs ?? 0, () => this.#come(person));
  }
}

const inRealTime: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
