/**
 * How far the picture wanders against burn-in, in percent of the screen, and how often it moves. Scenes keep so much
 * more than their safe area free of words.
 */
const drift = { percent: 0.5, every: 60_000 } as const;

/** The corners it wanders through, a full turn in nine minutes. */
const path: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
];

/** Where the picture stands at a moment, as a CSS transform. */
export function driftAt(at: number): string {
  const [x, y] = path[Math.floor(at / drift.every) % path.length] ?? [0, 0];
  return `translate(${x * drift.percent}%, ${y * drift.percent}%)`;
}
