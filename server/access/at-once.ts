/** How much of one person may be under way at once: what is beyond is not begun. */
export class AtOnce {
  readonly #most: number;
  readonly #underWay = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Does something of a person; null where so much of theirs is under way already. */
  async run<T>(person: string, act: () => Promise<T>): Promise<{ value: T } | null> {
    const before = this.#underWay.get(person) ?? 0;
    if (before >= this.#most) return null;
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
