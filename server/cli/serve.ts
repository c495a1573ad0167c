import type { Command } from 'commander';
import * as z from 'zod/mini';
import { settingsHelp } from '../config.ts';
import { configOf, type Terminal } from './terminal.ts';

const optionsSchema = z.object({ empty: z.optional(z.boolean()) });

/** `backrow serve`: the server, as `npm start` opens it. */
export function addServe(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('open the server; it runs until it is stopped')
    .option('--empty', 'start an empty data folder without the sample events')
    .addHelpText('after', `\nEnvironment:\n${settingsHelp()}`)
    .action(async (raw: unknown) => {
      const config = configOf(terminal);
      const { empty } = optionsSchema.parse(raw);
      // Loaded here, so that the other commands need not wait for the whole server.
      const { serve } = await import('../serve.ts');
      await serve(config, { samples: empty !== true });
    });
}
