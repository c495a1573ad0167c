// The tests of `npm test`. Journeys come last, one at a time for every two cores: each drives several browsers.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { icuCatalogues } from './scripts/icu-catalogues.ts';

export default defineConfig({
  plugins: [icuCatalogues()],
  test: {
    retry: 0,
    pool: 'forks',
    // As many files at once as there are cores; a process takes one file after the other, and loads what they share once.
    maxWorkers: '100%',
    isolate: false,
    setupFiles: ['test/world/seed.ts'],
    // Only what never happens takes as long: a busy machine needs more than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', 'test/load/**', 'test/long/**', 'test/measure/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          maxWorkers: Math.max(1, Math.floor(availableParallelism() / 2)),
          testTimeout: 90_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: { provider: 'v8', include: ['client/**', 'server/**', 'shared/**'] },
  },
});
