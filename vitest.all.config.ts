// The tests of `npm run test:all`: those of `npm test`, then situations that days seldom have, what is killed, cut off or
// damaged, and every view in every size, state and writing.
import { mergeConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** The tests in one folder, so many files at once, after those of the tiers before. */
const patient = (name: string, groupOrder: number, maxWorkers: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    maxWorkers,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    sequence: { groupOrder },
  },
});

export default mergeConfig(everyday, {
  test: { projects: [patient('cases', 2, 2), patient('faults', 3, 2), patient('matrix', 4, 1)] },
});
