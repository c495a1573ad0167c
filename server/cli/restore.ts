import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { Installation, setAside } from '../access/installation-file.ts';
import type { Withdrawn } from '../access/installation-known.ts';
import { withdrawnIn } from '../access/withdrawn.ts';
import { LockHeld } from '../log/lock.ts';
import { restore } from '../log/maintenance.ts';
import { Unusable } from '../unusable.ts';
import { factsOf, hasLog, withLog } from './open-log.ts';
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
      const { kept, events } = restored(DATA_DIR, file, terminal);
      for (const { slug, entries } of events)
        terminal.out(`${slug.padEnd(24)} ${String(entries).padStart(8)} entries`);
      terminal.out(`${DATA_DIR}: ${events.length} events restored from ${file}.`);
      if (kept !== null) terminal.out(`What was there is kept as ${kept}.`);
    });
}

function restored(dataDir: string, file: string, terminal: Terminal): ReturnType<typeof restore> {
  try {
    return restore(dataDir, file, (beside) => keepWithdrawn(dataDir, beside, terminal));
  } catch (error) {
    if (error instanceof LockHeld)
      throw new Complaint(`${error.message}; stop it first. Nothing was changed.`);
    throw error;
  }
}

/**
 * [C20] A restore brings nobody's access back: what this folder and the backup withdrew is withdrawn, for all events and,
 * where the log that is replaced can still be read, for each of them; and of two numbers the larger one counts.
 */
function keepWithdrawn(dataDir: string, beside: string | null, terminal: Terminal): void {
  const known = knownOf(dataDir, terminal);
  if (known.isNew) known.begin(null);
  if (beside !== null) known.merge(beside);
  for (const [slug, withdrawn] of withdrawnInLog(dataDir, terminal)) known.keep(slug, withdrawn);
}

function knownOf(dataDir: string, terminal: Terminal): Installation {
  try {
    return Installation.ofFolder(dataDir);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const kept = setAside(dataDir);
    terminal.err(
      `What was damaged is kept as ${kept}. Links that were revoked with '*' since the backup are to be revoked again.`,
    );
    return Installation.ofFolder(dataDir);
  }
}

function withdrawnInLog(dataDir: string, terminal: Terminal): [string, Withdrawn][] {
  if (!hasLog(dataDir)) return [];
  try {
    return withLog(dataDir, (reader) =>
      reader.slugs().map((slug) => [slug, withdrawnIn(factsOf(reader, slug))]),
    );
  } catch {
    terminal.err(
      'The log that is replaced cannot be read: links that it alone revoked are to be revoked again.',
    );
    return [];
  }
}
