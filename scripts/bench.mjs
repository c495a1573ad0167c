// `npm run bench`: the measurements of test/load/bench.ts against a fresh build.
import { spawnSync } from 'node:child_process';
import { prepare, root } from './prepare.mjs';

await prepare();
const bench = spawnSync(
  process.execPath,
  ['--import', './scripts/source.mjs', 'test/load/bench.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = bench.status ?? 1;
