// The tests of `npm test`. Journeys come last and one at a time: each drives several browsers.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    retry: 0,
    pool: 'forks',
    setupFiles: ['test/world/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', 'test/load/**', 'test/long/**'],
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
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: { provider: 'v8', include: ['client/**', 'server/**', 'shared/**'] },
  },
});
