import type { Command } from 'commander';
import * as z from 'zod/mini';
import { programmeSchema } from '../../shared/rundown/programme.ts';
import type { Adjustments } from '../programme/file/adjustments.ts';
import { refuseZone } from '../programme/file/refuse-zone.ts';
import { type Imported, importFile, type Report } from './import-file.ts';
import { Complaint, configOf, Reported, type Terminal } from './terminal.ts';

const optionsSchema = z.object({
  dryRun: z.optional(z.boolean()),
  json: z.optional(z.boolean()),
  removeOnAir: z.optional(z.boolean()),
  slug: z.optional(z.string()),
  timezone: z.optional(z.string()),
  date: z.optional(z.string()),
});

/** `backrow import`: makes events from their files, or changes them. */
export function addImport(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .description(
      'make events from event files or schedules of other systems, or change them; nothing of a file with errors',
    )
    .argument(
      '<files...>',
      'event files, or schedules: frab, iCalendar, CSV, XLSX, Sessionize, Mini-Conf, Ontime',
    )
    .option('--dry-run', 'say what they hold and what is wrong with them, and import nothing')
    .option(
      '--json',
      'print [{file, format, ok, sessions, papers, skipped: [{where, why}], warnings, errors}]',
    )
    .option('--slug <slug>', 'import under another slug; papers: into this event')
    .option('--timezone <zone>', 'the zone of local times, such as Europe/Berlin')
    .option(
      '--date <day>',
      'move the first day to this one, YYYY-MM-DD, and the others with it; the day of times without one',
    )
    .option('--remove-on-air', 'let sessions go that are on air now; without it nothing is imported then')
    .addHelpText(
      'after',
      '\nSpeaks to the running server where there is one. Exits with 1 where a file has errors.',
    )
    .action(async (files: string[], raw: unknown) => {
      const { dryRun, json, removeOnAir, ...adjustments } = optionsSchema.parse(raw);
      refuseOptions(adjustments, files);
      const config = configOf(terminal);
      const reports: Report[] = [];
      for (const file of files) {
        const imported = await importFile(
          config,
          file,
          { adjustments, dryRun: dryRun === true, removeOnAir: removeOnAir === true },
          terminal,
        );
        reports.push(imported.report);
        if (!json) tell(imported, terminal);
      }
      if (json) terminal.out(JSON.stringify(reports));
      if (reports.some(({ ok }) => !ok)) throw new Reported();
    });
}

function refuseOptions({ slug, timezone, date }: Adjustments, files: readonly string[]): void {
  if (slug !== undefined && files.length > 1)
    throw new Complaint('--slug names one event: import one file at a time with it.');
  if (slug !== undefined && !programmeSchema.shape.slug.safeParse(slug).success) {
    throw new Complaint(`--slug ${slug}: use a-z, 0-9 and -, at most 64 of them.`);
  }
  const zone = timezone === undefined ? null : refuseZone(timezone);
  if (zone !== null) throw new Complaint(`--timezone: ${zone}`);
  if (date !== undefined && !z.iso.date().safeParse(date).success) {
    throw new Complaint(`--date ${date} is not a day such as 2026-04-26.`);
  }
}

/** A line of the table, what was left out or assumed, and every error as `file:line: path: what is wrong`. */
function tell({ report, of, did }: Imported, terminal: Terminal): void {
  const { file, format, ok, sessions, papers, skipped, warnings, errors } = report;
  const read = of === sessions ? `${String(sessions).padStart(4)} sessions` : `${sessions} of ${of} sessions`;
  const counts = ok ? `${read} ${String(papers).padStart(4)} papers   ` : '';
  terminal.out(`${file.padEnd(32)} ${(format ?? 'unknown').padEnd(12)} ${counts}${did}`);
  for (const { where, why } of skipped) terminal.out(`  left out: ${where}: ${why}`);
  for (const { path, line, message } of warnings) {
    const place = line === undefined || path === `line ${line}` ? path : `line ${line}: ${path}`;
    terminal.out(`  note: ${place}: ${message}`);
  }
  for (const { path, line, message } of errors) {
    terminal.err(
      `${file}:${line === undefined ? '' : `${line}:`} ${path === file ? '' : `${path}: `}${message}`,
    );
  }
}
