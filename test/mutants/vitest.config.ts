// The tests that `npm run test:mutants` runs, with one defect made in what they test; `run.ts` says which.

import { defineConfig } from 'vitest/config';
import * as z from 'zod';
import { icuCatalogues } from '../../scripts/icu-catalogues.ts';
import { withChanges } from './plugin.ts';

const changes = z
  .array(z.strictObject({ file: z.string(), old: z.string(), now: z.string() }))
  .parse(JSON.parse(process.env['BACKROW_MUTANT'] ?? '[]'));

export default defineConfig({
  plugins: [withChanges(changes), icuCatalogues()],
  test: {
    include: ['test/{rules,log,server,faults}/**/*.test.ts'],
    setupFiles: ['test/world/seed.ts'],
    retry: 0,
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
