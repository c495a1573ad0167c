/** What a list would change if it were brought up to date: rows to come, rows to move, rows to go. */
export interface OrderDifference {
  readonly fresh: readonly string[];
  readonly moved: readonly string[];
  readonly gone: readonly string[];
}

/** Compares what is shown with what the order would be now. */
export function compareOrder(shown: readonly string[], wanted: readonly string[]): OrderDifference {
  const wantedPlace = new Map(wanted.map((id, place) => [id, place]));
  const known = new Set(shown);
  const staying = shown.filter((id) => wantedPlace.has(id));
  const unmoved = longestRising(staying.map((id) => wantedPlace.get(id) ?? 0));
  return {
    fresh: wanted.filter((id) => !known.has(id)),
    moved: staying.filter((id) => !unmoved.has(wantedPlace.get(id) ?? 0)),
    gone: shown.filter((id) => !wantedPlace.has(id)),
  };
}

/** The values of a longest rising subsequence: the rows that need not move. */
function longestRising(values: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let place = 0;
    for (let after = ends.length; place < after; ) {
      const middle = (place + after) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) place = middle + 1;
      else after = middle;
    }
    before[index] = place > 0 ? (ends[place - 1] ?? -1) : -1;
    ends[place] = index;
  });
  const rising = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) rising.add(values[index] ?? 0);
  return rising;
}
