/** The open connections of each person, of which there may be so many. */
export class Places {
  readonly #most: number;
  readonly #taken = new Map<string, Set<string>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a place for a connection of a person; false where there is none left. */
  take(person: string, connection: string): boolean {
    const taken = this.#taken.get(person) ?? new Set();
    if (taken.size >= this.#most && !taken.has(connection)) return false;
    this.#taken.set(person, taken.add(connection));
    return true;
  }

  /** Gives a connection's place back. */
  leave(person: string, connection: string): void {
    const taken = this.#taken.get(person);
    taken?.delete(connection);
    if (taken?.size === 0) this.#taken.delete(person);
  }
}
