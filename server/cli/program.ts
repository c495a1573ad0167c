import { Command, CommanderError } from 'commander';
import { settingsHelp } from '../config.ts';
import { addBackup } from './backup.ts';
import { addDelete } from './delete.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addInvite } from './invite.ts';
import { addRestore } from './restore.ts';
import { addRevoke } from './revoke.ts';
import { addServe } from './serve.ts';
import { Reported, type Terminal } from './terminal.ts';
import { addVerify } from './verify.ts';

/** Runs the command line with these arguments; gives the exit code, 0 or 1. Never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await programOf(terminal).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    if (error instanceof Reported) return 1;
    terminal.err(error instanceof Error ? error.message : String(error));
    if (error instanceof Error && terminal.env.LOG_LEVEL === 'debug') terminal.err(error.stack ?? '');
    return 1;
  }
}

function programOf(terminal: Terminal): Command {
  const program = new Command('backrow')
    .description('Self-hosted live companion for an event day: questions, programme, stage and desk.')
    .usage('COMMAND [options]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(sentence(text)),
    })
    .showSuggestionAfterError()
    .showHelpAfterError('See npx backrow --help.')
    .addHelpText(
      'after',
      `\nEnvironment, the same for every command and the server:\n${settingsHelp()}\n\n${examples}`,
    );
  for (const add of commands) add(program, terminal);
  return program;
}

const commands = [
  addServe,
  addImport,
  addInvite,
  addExport,
  addRevoke,
  addDelete,
  addVerify,
  addBackup,
  addRestore,
];

const examples = `Examples:
  npx backrow import day.yaml --dry-run          say what an event file holds, and all that is wrong with it
  npx backrow import day.yaml                    make the event, or change it, also while the server runs
  npx backrow invite my-day --role moderator     a link to the desk
  npx backrow backup /mnt/stick/backrow.db       a checked copy of everything, also while the server runs`;

/** `error: unknown command 'x'` as a sentence. */
function sentence(text: string): string {
  const said = text.replace(/^error: /, '').trim();
  const stop = /[.?)]$/.test(said) ? '' : '.';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${stop}\n`;
}
