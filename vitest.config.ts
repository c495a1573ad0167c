// The tests of `npm test`, in four tiers. Journeys come last: each drives several people in a browser.
import { defineConfig } from 'vitest/config';
import { icons } from './scripts/icons.ts';
import { icuCatalogues } from './scripts/icu-catalogues.ts';
import { builtThreads } from './test/world/built-threads.ts';

export default defineConfig({
  plugins: [icuCatalogues(), icons(), builtThreads()],
  test: {
    globalSetup: ['test/world/prepared.ts'],
    retry: 0,
    pool: 'forks',
    // As many files at once as there are cores; a process takes one file after the other, and loads what they share once.
    maxWorkers: '100%',
    isolate: false,
    setupFiles: ['test/world/seed.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Only what never happens takes as long: a busy machine needs more than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      tier('rules', ['rules', 'log', 'programme', 'scripts']),
      tier('sockets', ['server', 'cli']),
      tier('screens', ['screens']),
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: { provider: 'v8', include: ['client/**', 'server/**', 'shared/**'] },
  },
});

/** The tests in some folders, milliseconds each; the tiers of these run side by side. */
function tier(name: string, folders: readonly string[]) {
  return {
    extends: true as const,
    test: {
      name,
      include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
      sequence: { groupOrder: 0 },
    },
  };
}
