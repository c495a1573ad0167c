import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import * as z from 'zod/mini';
import type { State } from '../../shared/state/state.ts';
import { exportAudit } from '../export/audit.ts';
import { calendarOf } from '../export/calendar.ts';
import { exportFormats, exportQuestions } from '../export/questions.ts';
import { knownOrigin } from './origin.ts';
import { readingLog, replayed, requireEvent } from './reading.ts';
import { configOf, type Terminal } from './terminal.ts';

const formats = [...exportFormats, 'ics', 'audit-csv', 'audit-json'] as const;
const optionsSchema = z.object({ format: z.enum(formats), out: z.string() });

/** `backrow export`: an event's questions or programme as a file. */
export function addExport(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description(
      'write the questions of an event (csv, json, md), its programme (ics) or what its staff did (audit-…) into a file',
    )
    .argument('<event>', 'slug of the event')
    .addOption(new Option('--format <format>', 'what to write').choices(formats).makeOptionMandatory())
    .requiredOption('--out <path>', 'where to; - for standard output')
    .addHelpText(
      'after',
      '\nReads the log, with or without a running server. Anonymous questions stay anonymous.',
    )
    .action((event: string, raw: unknown) => {
      const config = configOf(terminal);
      const { format, out } = optionsSchema.parse(raw);
      const { state, code } = readingLog(config.DATA_DIR, (reader) => {
        const read = replayed(reader, event);
        return { state: read, code: requireEvent(read, event, reader.slugs()).code };
      });
      const origin = knownOrigin(config).people;
      const url = origin === null ? null : `${origin}/j/${code}`;
      const text = textOf(state, format, url);
      if (out === '-') return terminal.out(text.replace(/\n$/, ''));
      writeWhole(out, text);
      terminal.err(`${out} is written.`);
    });
}

function textOf(state: State, format: (typeof formats)[number], url: string | null): string {
  switch (format) {
    case 'ics':
      return calendarOf(state, url);
    case 'audit-csv':
      return exportAudit(state, 'csv').text;
    case 'audit-json':
      return exportAudit(state, 'json').text;
    default:
      return exportQuestions(state, format).text;
  }
}

/** Writes a file so that whoever opens it finds the old one or the new one, never half of it. */
function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
