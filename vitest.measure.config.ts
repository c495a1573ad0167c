// The tests of `npm run test:measure`: what only a wall clock shows, one after the other, on an idle computer.
import { defineConfig } from 'vitest/config';
import { icons } from './scripts/icons.ts';
import { icuCatalogues } from './scripts/icu-catalogues.ts';

export default defineConfig({
  plugins: [icuCatalogues(), icons()],
  test: {
    include: ['test/measure/**/*.test.{ts,tsx}'],
    retry: 0,
    pool: 'forks',
    execArgv: ['--expose-gc'],
    expect: { poll: { timeout: 10_000 } },
    fileParallelism: false,
    setupFiles: ['test/world/seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
