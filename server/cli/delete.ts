import type { Command } from 'commander';
import * as z from 'zod/mini';
import { noSuchEvent } from '../admin-commands.ts';
import { sentenceOf } from '../refusals/spoken.ts';
import { executeCommand } from './execute-command.ts';
import { withLog } from './open-log.ts';
import { Complaint, configOf, type Terminal } from './terminal.ts';

const optionsSchema = z.object({ yes: z.optional(z.boolean()) });

/** `backrow delete`: an event with everything it holds, for good. */
export function addDelete(program: Command, terminal: Terminal): void {
  program
    .command('delete')
    .description('delete an event for good, with its questions, people and log')
    .argument('<event>', 'slug of the event')
    .option('--yes', 'really do it')
    .addHelpText(
      'after',
      '\nSpeaks to the running server where there is one. Backups made before keep what they hold.',
    )
    .action(async (event: string, raw: unknown) => {
      const config = configOf(terminal);
      if (optionsSchema.parse(raw).yes !== true) {
        const entries = withLog(config.DATA_DIR, (reader) => {
          const head = reader.head(event);
          if (head === null) throw new Complaint(sentenceOf(noSuchEvent(event, reader.slugs())));
          return head.seq;
        });
        throw new Complaint(
          `This deletes ${event} with its ${entries} entries, for good. If that is meant, say so: npx backrow delete ${event} --yes`,
        );
      }
      const came = await executeCommand(config, { order: 'delete', event }, terminal);
      if (!came.ok) throw new Complaint(came.message);
      terminal.out(`${event} is deleted.`);
      for (const { path, message } of came.warnings) terminal.out(`${path} ${message}.`);
    });
}
