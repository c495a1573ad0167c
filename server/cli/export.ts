import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import * as z from 'zod/mini';
import type { State } from '../../shared/state/state.ts';
import { exportAudit } from '../export/audit.ts';
import { calendarOf } from '../export/calendar.ts';
import { exportFormats, exportQuestions } from '../export/questions.ts';
import { delimiterHint, delimiterOf, type ExportedFile } from '../export/table.ts';
import { replayed, requireEvent, withLog } from './open-log.ts';
import { knownOrigin } from './origin.ts';
import { Complaint, configOf, type Terminal } from './terminal.ts';

const formats = [...exportFormats, 'ics', 'audit-csv', 'audit-xlsx', 'audit-json'] as const;
const optionsSchema = z.object({
  format: z.enum(formats),
  out: z.string(),
  delimiter: z.optional(z.string()),
});

/** `backrow export`: an event's questions or programme as a file. */
export function addExport(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description(
      'write the questions of an event (csv, xlsx, json, md), its programme (ics) or what its staff did (audit-…) into a file',
    )
    .argument('<event>', 'slug of the event')
    .addOption(new Option('--format <format>', 'what to write').choices(formats).makeOptionMandatory())
    .requiredOption('--out <path>', 'where to; - for standard output')
    .option('--delimiter <delimiter>', 'between the cells of a CSV: , (unless told) or ; or tab')
    .addHelpText(
      'after',
      '\nReads the log, with or without a running server. Anonymous questions stay anonymous.',
    )
    .action(async (event: string, raw: unknown) => {
      const config = configOf(terminal);
      const { format, out, delimiter: asked } = optionsSchema.parse(raw);
      const delimiter = delimiterFor(format, asked);
      const { state, code } = withLog(config.DATA_DIR, (reader) => {
        const read = replayed(reader, event);
        return { state: read, code: requireEvent(read, event, reader.slugs()).code };
      });
      const origin = knownOrigin(config).people;
      const url = origin === null ? null : `${origin}/j/${code}`;
      const { parts, isText } = await fileOf(state, format, delimiter, url);
      if (out === '-') {
        if (!isText) throw new Complaint('A workbook goes into a file: give --out a path.');
        return terminal.out(Buffer.concat(parts).toString().replace(/\n$/, ''));
      }
      writeWhole(out, parts);
      return terminal.err(`${out} is written.`);
    });
}

type Format = (typeof formats)[number];

/** The delimiter of a CSV; complains of one that there is not, and of one for a file that has none. */
function delimiterFor(format: Format, asked: string | undefined): string {
  if (asked !== undefined && format !== 'csv' && format !== 'audit-csv')
    throw new Complaint('--delimiter goes with a CSV.');
  const delimiter = delimiterOf(asked);
  if (delimiter === null) throw new Complaint(`--delimiter: there is no such one. ${delimiterHint}`);
  return delimiter;
}

async function fileOf(
  state: State,
  format: Format,
  delimiter: string,
  url: string | null,
): Promise<ExportedFile> {
  switch (format) {
    case 'ics':
      return calendarFile(await calendarOf(state, url));
    case 'audit-csv':
      return exportAudit(state, 'csv', delimiter);
    case 'audit-xlsx':
      return exportAudit(state, 'xlsx');
    case 'audit-json':
      return exportAudit(state, 'json');
    default:
      return exportQuestions(state, format, delimiter);
  }
}

function calendarFile(text: string): ExportedFile {
  return { parts: [Buffer.from(text)], type: 'text/calendar', isText: true };
}

/** Writes a file so that whoever opens it finds the old one or the new one, never half of it. */
function writeWhole(path: string, parts: readonly Uint8Array[]): void {
  const unfinished = `${path}.unfinished`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (const part of parts) writeFileSync(file, part);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
