/** A place in a queue: for one act, or given up. */
interface Turn {
  /** Acts when it is its turn. */
  run<T>(act: () => Promise<T>): Promise<T>;
  leave(): void;
}

/** So many acts at once in all. Who waits is taken by turns, one of each name, and of one name only so many wait. */
export class Queue {
  readonly #atOnce: number;
  readonly #most: number;
  /** How many places each name has taken that have not begun. */
  readonly #places = new Map<string, number>();
  /** What waits, by name; the name whose turn is next comes first. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #underWay = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#most = mostWaiting;
  }

  /** A place for one act in a name; null where too many of it wait. */
  enter(name: string): Turn | null {
    const before = this.#places.get(name) ?? 0;
    if (before >= this.#most) return null;
    this.#places.set(name, before + 1);
    return { run: (act) => this.#run(name, act), leave: () => this.#giveUp(name) };
  }

  async #run<T>(name: string, act: () => Promise<T>): Promise<T> {
    if (this.#underWay >= this.#atOnce)
      await new Promise<void>((begin) => {
        this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), begin]);
      });
    else this.#underWay += 1;
    this.#giveUp(name);
    try {
      return await act();
    } finally {
      this.#next();
    }
  }

  /** Lets the next one begin in the place of one that ended. */
  #next(): void {
    const [first] = this.#waiting;
    if (!first) {
      this.#underWay -= 1;
      return;
    }
    const [name, [begin, ...others]] = first;
    this.#waiting.delete(name);
    if (others.length > 0) this.#waiting.set(name, others);
    begin?.();
  }

  #giveUp(name: string): void {
    const left = (this.#places.get(name) ?? 1) - 1;
    if (left === 0) this.#places.delete(name);
    else this.#places.set(name, left);
  }
}
