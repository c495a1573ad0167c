import { startAhead } from '../programme/read/thread-pool.ts';

// A second core loads what reads the file while this one loads everything else.
if (process.argv[2] === 'import') startAhead();
const { run } = await import('./program.ts');

// Whoever reads only the first lines (`backrow import … | head`) hangs up: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set and nothing is ended: what a command started, a server above all, goes on.
process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  clock: Date.now,
});
