// The parts of `npm run test:long`: what each may take, and what it needs of Debian. Each is `test/long/NAME.test.ts`.

/** Minutes that each part may take on two cores, an hour in all, and the programs that it drives. */
export const longParts = {
  storms: { minutes: 15, programs: [] },
  kills: { minutes: 12, programs: [] },
  frames: { minutes: 8, programs: [] },
  memory: { minutes: 10, programs: [] },
  fsync: { minutes: 1, programs: ['strace'] },
  disk: { minutes: 2, programs: [] },
  clock: { minutes: 3, programs: [] },
  damage: { minutes: 2, programs: [] },
  naughty: { minutes: 4, programs: ['chromium-headless-shell'] },
  stage: { minutes: 3, programs: ['chromium-headless-shell'] },
};

/**
 * What vitest is asked for where parts are named (`kills frames`; none: all), and the programs that these parts need.
 * A name that is no part's throws a sentence with the names there are.
 */
export function askedParts(words) {
  const options = words.filter((word) => word.startsWith('-'));
  const named = words.filter((word) => !word.startsWith('-'));
  const unknown = named.find((name) => !Object.hasOwn(longParts, name));
  if (unknown !== undefined)
    throw new Error(`${unknown} is no part of test:long. There are ${Object.keys(longParts).join(', ')}.`);
  const parts = named.length > 0 ? named : Object.keys(longParts);
  return {
    args: [...options, ...parts.map((part) => `test/long/${part}.test.ts`)],
    programs: [...new Set(parts.flatMap((part) => longParts[part].programs))],
  };
}
