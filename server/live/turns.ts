/**
 * Lets what one person does wait for what they did before, where the second depends on the first: two at once would
 * both look at a state that knows neither.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does something once everything that the same person did before is done; gives what came of it. */
  async after<T>(person: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(person) ?? Promise.resolve();
    const mine = before.then(act, act);
    this.#last.set(person, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(person) === mine) this.#last.delete(person);
    }
  }
}
