// The tests of `npm run test:long`, part after part; `scripts/long-parts.mjs` says what each may take.
import { defineConfig } from 'vitest/config';
import { icuCatalogues } from './scripts/icu-catalogues.ts';

export default defineConfig({
  plugins: [icuCatalogues()],
  test: {
    include: ['test/long/*.test.ts'],
    retry: 0,
    pool: 'forks',
    expect: { poll: { timeout: 10_000 } },
    fileParallelism: false,
    // The longest part has a quarter of an hour, and twice that where the machine is busy; one that hangs is stopped then.
    testTimeout: 31 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
