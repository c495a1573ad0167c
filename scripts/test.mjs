// `npm test`: installs, builds and finds what it needs of Debian, runs vitest once and ends with one plain line of counts.
// `npm run test:all` adds what is killed, cut off or damaged, and the matrices of views.
// `npm run test:long`, with or without the names of parts, does the same for the long tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms } from './debian.mjs';
import { askedParts } from './long-parts.mjs';
import { prepare, root } from './prepare.mjs';
import { count, plainLine } from './test-counts.mjs';

/** What journeys are driven in. */
const browser = 'chromium-headless-shell';

const { args, programs } = asked(process.argv.slice(2));
await prepare(console.log);
console.log('3/3 Testing');
ensurePrograms(programs);

const folder = mkdtempSync(join(tmpdir(), 'backrow-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ],
  { cwd: root, stdio: 'inherit' },
);
const counts = count(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, status);
rmSync(folder, { recursive: true, force: true });

if (counts.passed + counts.failed === 0) console.error('No test ran.');
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
console.log(plainLine(counts));

/** What vitest is asked for, and the programs that takes; a part that does not exist ends the run. */
function asked(words) {
  const [first, ...others] = words;
  if (first === '--all')
    return { args: ['--config', 'vitest.all.config.ts', ...others], programs: [browser, 'nginx'] };
  if (first === '--measure')
    return { args: ['--config', 'vitest.measure.config.ts', ...others], programs: [browser, 'chromium'] };
  if (first !== '--long') return { args: words, programs: [browser] };
  try {
    const { args, programs } = askedParts(others);
    return { args: ['--config', 'vitest.long.config.ts', ...args], programs };
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
