import { run } from './program.ts';

// The exit code is set and nothing is ended: what a command started, a server above all, goes on.
process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  clock: Date.now,
});
