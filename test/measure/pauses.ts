import { existsSync, readFileSync } from 'node:fs';

/** How long something kept everybody else waiting, in milliseconds. */
export interface Pauses<T> {
  /** The longest time for which nobody else was served, without what this thread itself waited for a core. */
  longest: number;
  /** The same by the clock on the wall, which other programs of this computer lengthen. */
  onTheWall: number;
  took: number;
  value: T;
}

/** Looks, while something goes on, for how long nobody else is served. */
async function pausesDuring<T>(act: () => Promise<T>): Promise<Pauses<T>> {
  let [longest, onTheWall, watching] = [0, 0, true];
  let [last, lastWait] = [performance.now(), waitedForCore()];
  const look = () => {
    const wall = performance.now() - last;
    const wait = waitedForCore();
    onTheWall = Math.max(onTheWall, wall);
    longest = Math.max(longest, wall - (wait - lastWait));
    [last, lastWait] = [performance.now(), wait];
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  const began = performance.now();
  const value = await act();
  const took = performance.now() - began;
  watching = false;
  look();
  return { longest, onTheWall, took, value };
}

/** The shortest of three tries: what other programs and the collector of memory do only makes a pause longer. */
export async function pausesOf<T>(act: () => Promise<T>): Promise<Pauses<T>> {
  let best = await pausesDuring(act);
  for (let tries = 1; tries < 3; tries += 1) {
    const next = await pausesDuring(act);
    if (next.longest < best.longest) best = next;
  }
  return best;
}

/** A line that says what was measured. */
export function told(what: string, { longest, onTheWall, took }: Pauses<unknown>): string {
  return `${what}: longest pause ${longest.toFixed(1)} ms (${onTheWall.toFixed(1)} on the wall) of ${took.toFixed(0)} ms`;
}

/** How long the main thread was ready to run and had no core, in milliseconds, where this system tells. */
function waitedForCore(): number {
  const told = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(told) ? Number(readFileSync(told, 'utf8').split(' ')[1]) / 1e6 : 0;
}
