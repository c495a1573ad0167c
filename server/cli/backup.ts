import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { installationText } from '../access/installation-file.ts';
import { secretFile } from '../access/secret.ts';
import { backup } from '../log/maintenance.ts';
import { Unusable } from '../unusable.ts';
import { hasLog } from './open-log.ts';
import { Complaint, configOf, type Terminal } from './terminal.ts';

/** `backrow backup`: all events as they stand at one moment, in one checked file. */
export function addBackup(program: Command, terminal: Terminal): void {
  program
    .command('backup')
    .description('write all events as they stand now into one file, and check it')
    .argument('<file>', 'where to; an older backup there is replaced once the new one is known to be whole')
    .addHelpText(
      'after',
      '\nWorks beside a running server, and misses nothing that was acknowledged before it began.',
    )
    .action((file: string) => {
      const { DATA_DIR, SECRET } = configOf(terminal);
      if (!hasLog(DATA_DIR)) throw new Complaint(`There is no log in ${DATA_DIR}. Is DATA_DIR right?`);
      const beside = installationOf(DATA_DIR, terminal);
      const { bytes, events } = backup(DATA_DIR, file, beside);
      for (const { slug, entries } of events)
        terminal.out(`${slug.padEnd(24)} ${String(entries).padStart(8)} entries`);
      terminal.out(`${file}: ${events.length} events, ${bytes} bytes, checked.`);
      const secret = secretFile(DATA_DIR);
      if (SECRET === undefined && existsSync(secret)) {
        terminal.out(
          `Links and badges are signed with ${secret}, which is not in the backup: keep a copy of it, apart.`,
        );
      }
    });
}

/** What the installation keeps beside its log; a damaged file must not keep anybody from a backup of the log. */
function installationOf(dataDir: string, terminal: Terminal): string | null {
  try {
    return installationText(dataDir);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    terminal.err(
      `The backup is without the links that were revoked for the whole installation: ${error.message}`,
    );
    return null;
  }
}
