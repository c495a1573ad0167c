// `npm run check`: types, format, lint, unused code and import directions, side by side, each with its seconds; what is
// not installed yet is installed first.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, withModules } from './prepare.mjs';

const folders = ['shared', 'server', 'client', 'test', 'scripts'].filter((name) =>
  existsSync(join(root, name)),
);

const steps = [
  ['types', 'typescript/bin/tsc', '-b', 'shared', 'server', 'client', 'test', '.'],
  [
    'promises',
    'eslint/bin/eslint.js',
    '--max-warnings=0',
    '--cache',
    '--cache-location=node_modules/.cache/eslint/',
    '.',
  ],
  ['borders', 'dependency-cruiser/bin/dependency-cruise.mjs', '--config=.dependency-cruiser.cjs', ...folders],
  ['unused', 'knip/bin/knip.js'],
  ['style', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['lock', '../scripts/lockfile.mjs', '--check'],
];

await withModules();

let failures = 0;
const queue = [...steps];
await Promise.all([work(), work()]);
process.exitCode = failures > 0 ? 1 : 0;

/** Takes step after step: two of these keep two cores busy. */
async function work() {
  for (let step = queue.shift(); step; step = queue.shift()) await runStep(step);
}

async function runStep([name, program, ...args]) {
  const began = performance.now();
  const { code, output } = await run([join(root, 'node_modules', program), ...args]);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(9)} ${seconds.padStart(5)} s`);
  if (code === 0) return;
  failures += 1;
  console.log(output.trimEnd());
}

function run(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('close', (code) => done({ code, output }));
  });
}
