import { configHelp, readConfig } from './config.ts';
import { CannotListen } from './listen.ts';
import { LockHeld } from './log/lock.ts';
import { OtherVersion } from './log/other-version.ts';
import { serve } from './serve.ts';
import { Unusable } from './unusable.ts';

/** Starts the server of this process, from its environment and arguments. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(configHelp());
    return;
  }
  const unknown = args.filter((arg) => arg !== '--empty');
  const read = readConfig(process.env);
  if (!read.ok || unknown.length > 0) {
    for (const arg of unknown) console.error(`Unknown argument: ${arg}`);
    for (const error of read.ok ? [] : read.errors) console.error(error);
    process.exitCode = 1;
    return;
  }
  await serve(read.config, { samples: !args.includes('--empty') });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const said = [LockHeld, OtherVersion, CannotListen, Unusable].some((kind) => error instanceof kind);
  console.error(said && error instanceof Error ? error.message : error);
  process.exit(1);
});
