// The tests of `npm run test:long`: soaks, fuzz and kill loops, one after the other, an hour at most.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/long/**/*.test.{ts,tsx}'],
    retry: 0,
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
