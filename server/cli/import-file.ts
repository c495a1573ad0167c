import { readFileSync } from 'node:fs';
import { eventOf } from '../../shared/state/state.ts';
import type { Issue } from '../../shared/wire/refusals.ts';
import type { Config } from '../config.ts';
import type { EventFile } from '../programme/event-file.ts';
import { withFreeCode } from '../programme/free-code.ts';
import { readEventFile } from '../programme/read-event-file.ts';
import { toProgramme } from '../programme/to-programme.ts';
import { carry } from './carrying.ts';
import { type Adjusting, adjusted } from './import-adjusting.ts';
import { factsOf, hasLog, readingLog } from './reading.ts';
import { Complaint, type Terminal } from './terminal.ts';

/** What came of one file, as `--json` prints it. Whole files are read or nothing: `sessions` and `papers` are 0 else. */
export interface Report {
  file: string;
  format: 'event';
  ok: boolean;
  sessions: number;
  papers: number;
  skipped: { where: string; why: string }[];
  warnings: Issue[];
  errors: Issue[];
}

/** How files are imported. */
export interface Importing {
  adjusting: Adjusting;
  /** Nothing is imported; errors are found all the same. */
  dryRun: boolean;
}

/** Reads an event file and imports it where nothing is wrong with it; `did` says what became of it in words. */
export async function importFile(
  config: Config,
  path: string,
  { adjusting, dryRun }: Importing,
  terminal: Terminal,
): Promise<{ report: Report; did: string }> {
  const text = textOf(path);
  if (typeof text !== 'string') return refused(path, [text]);
  const read = readEventFile(text, { fileName: path });
  if (!read.ok) return refused(path, read.issues);
  const file = adjusted(read.file, adjusting);
  const made = toProgramme(file, { lineOf: read.lineOf });
  if (!made.ok) return refused(path, made.issues);
  const taken = withFreeCode(made.programme, file.code !== undefined, dryRun ? events(config) : []);
  if ('message' in taken) return refused(path, [{ ...taken, line: read.lineOf(['code']) }]);
  const { sessions, posters, slug } = made.programme;
  const report: Report = {
    file: path,
    format: 'event',
    ok: true,
    sessions: sessions.length,
    papers: posters.length,
    skipped: leftOut(file),
    warnings: [...read.warnings, ...ownCode(read.file, file, read.lineOf(['code'])), ...made.warnings],
    errors: [],
  };
  if (dryRun) return { report, did: `${slug}: nothing is wrong with it` };
  const { people: _people, ...sent } = file;
  const came = await carry(config, { order: 'import', file: sent }, terminal);
  if (came.ok) return { report, did: `${slug}: ${came.did}` };
  if (!came.issues) throw new Complaint(came.message);
  return refused(
    path,
    came.issues.map((issue) => ({ ...issue, line: read.lineOf(issue.path === 'code' ? ['code'] : []) })),
  );
}

function refused(file: string, errors: Issue[]): { report: Report; did: string } {
  const nothing = { sessions: 0, papers: 0, skipped: [], warnings: [] };
  const many = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  return { report: { file, format: 'event', ok: false, ...nothing, errors }, did: `not imported: ${many}` };
}

/** The text of a file, or why it cannot be read. */
function textOf(path: string): string | Issue {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { path, message: 'There is no such file.' };
    if (code === 'EISDIR') return { path, message: 'This is a folder; name the event file in it.' };
    return { path, message: `It cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** What an event file may hold and this version does not keep. */
function leftOut({ people }: EventFile): Report['skipped'] {
  const why = 'people and their addresses are not kept in this version; invite them with backrow invite';
  return people && people.length > 0 ? [{ where: `people (${people.length})`, why }] : [];
}

/** Says that the file's code does not go with another slug. */
function ownCode(before: EventFile, after: EventFile, line: number): Issue[] {
  if (before.code === after.code) return [];
  return [
    {
      path: 'code',
      line,
      message: `${before.code} stays with ${before.slug}; ${after.slug} has a code of its own.`,
    },
  ];
}

/** The events that are there already, with their codes. */
function events({ DATA_DIR }: Config): { slug: string; code: string }[] {
  if (!hasLog(DATA_DIR)) return [];
  return readingLog(DATA_DIR, (reader) =>
    reader.slugs().flatMap((slug) => eventOf(factsOf(reader, slug)) ?? []),
  );
}
