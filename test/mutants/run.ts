// `npm run test:mutants`: every mutant must be caught by its test, which passes without it. Ends with a table.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type Mutant, mutants } from './mutants.ts';
import { replaced } from './replace.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** How a test ended: what it complained of, or null where it passed; undefined where it did not run. */
type Ended = string | null | undefined;

/** Runs some tests with some replacements made, and gives how each of the mutants' tests ended. */
function ended(some: readonly Mutant[], changes: Mutant['changes']): Map<Mutant, Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'backrow-mutant-'));
  const report = join(folder, 'report.json');
  const files = [...new Set(some.map(({ caughtBy }) => caughtBy.file))];
  const titles = some.map(({ caughtBy }) => caughtBy.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const config = ['--config', 'test/mutants/vitest.config.ts'];
  const json = ['--reporter=json', `--outputFile=${report}`];
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { stderr, stdout } = spawnSync(
    process.execPath,
    [vitest, 'run', ...config, ...json, '-t', titles.join('|'), ...files],
    { cwd: root, encoding: 'utf8', env: { ...process.env, BACKROW_MUTANT: JSON.stringify(changes) } },
  );
  try {
    const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    return new Map(some.map((mutant) => [mutant, endOf(mutant, testResults)]));
  } catch (cause) {
    throw new Error(`The tests did not run: ${stdout}${stderr}`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function endOf({ caughtBy }: Mutant, results: z.infer<typeof reportSchema>['testResults']): Ended {
  const file = results.find(({ name }) => name.endsWith(caughtBy.file));
  const test = file?.assertionResults.find(
    ({ fullName, status }) => fullName.endsWith(caughtBy.title) && status !== 'skipped',
  );
  if (test?.status === 'passed') return null;
  return test?.status === 'failed' ? (test.failureMessages ?? []).join('\n') : undefined;
}

/** What a mutant came to, in words; `caught` where it was, for the reason that it names. */
function verdict({ caughtBy: { saying } }: Mutant, end: Ended): string {
  if (end === undefined) return 'its test did not run';
  if (end === null) return 'NOT CAUGHT';
  return saying.test(end) ? 'caught' : `failed for another reason: ${end.split('\n')[0]}`;
}

const wished = process.argv.slice(2);
const some = mutants.filter(({ name }) => wished.length === 0 || wished.includes(name));
for (const { changes } of some)
  for (const change of changes) replaced(readFileSync(join(root, change.file), 'utf8'), change);
for (const [{ name, caughtBy }, end] of ended(some, []))
  if (end !== null)
    throw new Error(`Without the mutant “${name}” its test does not pass: ${caughtBy.title}\n${end}`);
console.log(`${some.length} tests pass without mutants`);
let caught = 0;
for (const mutant of some) {
  const said = verdict(mutant, ended([mutant], mutant.changes).get(mutant));
  if (said === 'caught') caught += 1;
  console.log(
    `${mutant.name.padEnd(27)} ${said.padEnd(10)} ${mutant.caughtBy.file}: ${mutant.caughtBy.title}`,
  );
}
console.log(`${caught} of ${some.length} mutants caught`);
process.exitCode = caught === some.length ? 0 : 1;
