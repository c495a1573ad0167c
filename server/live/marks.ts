/** Most entries that a client may be behind and still be brought up by a patch: so many marks are kept. */
export const resumeLimit = 10_000;

/** The marks of the last entries of a log: by them it is known whether a client followed this log or another. */
export class Marks {
  /** The mark of the entry with seq `#first + index`. */
  #kept: string[] = [];
  #first = 1;

  /** Takes the marks of entries after a seq, in the place of all. */
  begin(after: number, marks: readonly string[]): void {
    this.#first = after + 1;
    this.#kept = [...marks];
  }

  /** Takes the mark of the next entry. */
  add(seq: number, mark: string): void {
    if (seq !== this.#first + this.#kept.length) this.begin(seq - 1, []);
    this.#kept.push(mark);
    // Twice the limit and then half of it: nothing is moved for each entry.
    if (this.#kept.length < 2 * resumeLimit) return;
    this.#first += this.#kept.length - resumeLimit;
    this.#kept = this.#kept.slice(-resumeLimit);
  }

  /** The mark of an entry; undefined before the first one, and where it is not known any more. */
  of(seq: number): string | undefined {
    return this.#kept[seq - this.#first];
  }
}
