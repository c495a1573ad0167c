// The tests of `npm run test:all`: those of `npm test`, then what is killed, cut off or damaged, and every view in every size,
// state and writing.
import { mergeConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** The tests in one folder, one file at a time, after those of the tiers before. */
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
  test: { projects: [patient('faults', 2, 2), patient('matrix', 3, 1)] },
});
