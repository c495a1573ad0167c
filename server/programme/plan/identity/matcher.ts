/** What two rows are compared by; null where a row has nothing of the kind. */
export type Mark<Row> = (row: Row) => string | null;

/**
 * Finds the rows of a list that are those of an earlier one. Passes go from sure to less sure: each pairs rows of which
 * one single row on either side bears the same mark, among those that no pass before has paired.
 */
export class Matcher<Before extends object, After extends object> {
  /** The earlier row of each later one that has one. */
  readonly pairs = new Map<After, Before>();
  readonly #before: Set<Before>;
  readonly #after: Set<After>;

  constructor(before: Iterable<Before>, after: Iterable<After>) {
    this.#before = new Set(before);
    this.#after = new Set(after);
  }

  /** Pairs by a mark; `allows` has the last word over each pair. */
  by(
    ofBefore: Mark<Before>,
    ofAfter: Mark<After>,
    allows: (before: Before, after: After) => boolean = () => true,
  ): this {
    const earlier = grouped(this.#before, ofBefore);
    for (const [mark, rows] of grouped(this.#after, ofAfter)) {
      const [before, ...others] = earlier.get(mark) ?? [];
      const [after, ...more] = rows;
      if (before && after && others.length === 0 && more.length === 0 && allows(before, after))
        this.pair(before, after);
    }
    return this;
  }

  /** Pairs those of one mark that are the nearest to each other, one after another. */
  nearest(
    ofBefore: Mark<Before>,
    ofAfter: Mark<After>,
    distance: (before: Before, after: After) => number,
    allows: (before: Before, after: After) => boolean = () => true,
  ): this {
    const earlier = grouped(this.#before, ofBefore);
    for (const [mark, rows] of grouped(this.#after, ofAfter)) {
      const ways = (earlier.get(mark) ?? [])
        .flatMap((before) => rows.map((after) => ({ before, after, far: distance(before, after) })))
        .toSorted((a, b) => a.far - b.far);
      for (const { before, after } of ways)
        if (this.#before.has(before) && this.#after.has(after) && allows(before, after))
          this.pair(before, after);
    }
    return this;
  }

  /** Pairs those of one mark in their order, where as many stand on either side and `allows` says so of each pair. */
  inOrder(
    ofBefore: Mark<Before>,
    ofAfter: Mark<After>,
    order: { before: (row: Before) => number; after: (row: After) => number },
    allows: (before: Before, after: After, many: number) => boolean,
  ): this {
    const earlier = grouped(this.#before, ofBefore);
    for (const [mark, rows] of grouped(this.#after, ofAfter)) {
      const before = (earlier.get(mark) ?? []).toSorted((a, b) => order.before(a) - order.before(b));
      const after = rows.toSorted((a, b) => order.after(a) - order.after(b));
      const couples = before.flatMap((was, index) => {
        const now = after[index];
        return now ? [{ was, now }] : [];
      });
      if (
        before.length !== after.length ||
        !couples.every(({ was, now }) => allows(was, now, couples.length))
      )
        continue;
      for (const { was, now } of couples) this.pair(was, now);
    }
    return this;
  }

  /** Says that two rows are the same. */
  pair(before: Before, after: After): void {
    this.pairs.set(after, before);
    this.#before.delete(before);
    this.#after.delete(after);
  }

  /** The rows that no pass has paired so far. */
  left(): { before: Before[]; after: After[] } {
    return { before: [...this.#before], after: [...this.#after] };
  }
}

/** Rows by their mark, without those that have none. */
export function grouped<Row>(rows: Iterable<Row>, mark: Mark<Row>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const of = mark(row);
    if (of === null) continue;
    const group = groups.get(of);
    if (group) group.push(row);
    else groups.set(of, [row]);
  }
  return groups;
}

/** Several marks as one; null where one of them is missing. */
export function all<Row>(...marks: readonly Mark<Row>[]): Mark<Row> {
  return (row) => {
    const found = marks.map((mark) => mark(row));
    return found.includes(null) ? null : JSON.stringify(found);
  };
}

/** Words as they are compared: without case, punctuation and repeated spaces; null where nothing is left. */
export function wordsOf(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? null : plain;
}
