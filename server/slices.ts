import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work on the main thread goes on before everybody else has their turn, in milliseconds. */
const sliceLength = 8;

/** Things that are made without a look at the clock. */
const atOnce = 16;

/**
 * Makes something of each group of places from 0 to `length`, in order: long work on the main thread, done in slices,
 * between which everything else goes on. `make` is given the places of a group.
 */
export async function inSlices<R>(length: number, make: (places: number[]) => R): Promise<R[]> {
  const made: R[] = [];
  let began = performance.now();
  for (let from = 0; from < length; from += atOnce) {
    made.push(make(Array.from({ length: Math.min(atOnce, length - from) }, (_, index) => from + index)));
    if (performance.now() - began < sliceLength) continue;
    await nextTurn();
    began = performance.now();
  }
  return made;
}
