import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { LockHeld } from '../log/lock.ts';
import { restore } from '../log/maintenance.ts';
import { Complaint, configOf, type Terminal } from './terminal.ts';

/** `backrow restore`: a backup in the place of the log. */
export function addRestore(program: Command, terminal: Terminal): void {
  program
    .command('restore')
    .description('put a backup in the place of the log; the file that was there is kept')
    .argument('<file>', 'a file that `backrow backup` made')
    .addHelpText(
      'after',
      '\nRefused while a server runs on the folder. Everybody fetches the events anew afterwards.',
    )
    .action((file: string) => {
      const { DATA_DIR } = configOf(terminal);
      if (!existsSync(file)) throw new Complaint(`There is no file ${file}.`);
      const { kept, events } = restored(DATA_DIR, file);
      for (const { slug, entries } of events)
        terminal.out(`${slug.padEnd(24)} ${String(entries).padStart(8)} entries`);
      terminal.out(`${DATA_DIR}: ${events.length} events restored from ${file}.`);
      if (kept !== null) terminal.out(`What was there is kept as ${kept}.`);
    });
}

function restored(dataDir: string, file: string): ReturnType<typeof restore> {
  try {
    return restore(dataDir, file);
  } catch (error) {
    if (error instanceof LockHeld)
      throw new Complaint(`${error.message}; stop it first. Nothing was changed.`);
    throw error;
  }
}
