import { readFileSync, statSync } from 'node:fs';
import { takenOffAir } from '../../shared/rundown/off-air.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import { eventOf, type State } from '../../shared/state/state.ts';
import type { Issue } from '../../shared/wire/refusals.ts';
import type { Config } from '../config.ts';
import type { Adjustments } from '../programme/file/adjustments.ts';
import type { EventFile } from '../programme/file/event-file.ts';
import { fileOf } from '../programme/file/file-of.ts';
import { largestFile } from '../programme/file/read-text.ts';
import type { Format, Skipped } from '../programme/normalize/schedule.ts';
import type { Ask } from '../programme/normalize/zones.ts';
import { differenceOf } from '../programme/plan/changes/difference.ts';
import { leavingOf } from '../programme/plan/changes/left-behind.ts';
import { withFreeCode } from '../programme/plan/free-code.ts';
import { mergeImport } from '../programme/plan/merge/merge-import.ts';
import { programmeOf } from '../programme/plan/programme-of.ts';
import { toProgramme } from '../programme/plan/to-programme.ts';
import type { ReadProgramme } from '../programme/read/read-bytes.ts';
import { readProgramme, sizeSentence } from '../programme/read/read-programme.ts';
import { executeCommand } from './execute-command.ts';
import { factsOf, hasLog, withLog } from './open-log.ts';
import { onAirSentence, removalNotes } from './removal-notes.ts';
import { Complaint, type Terminal } from './terminal.ts';

/** What came of one file, as `--json` prints it. Whole files are read or nothing: `sessions` and `papers` are 0 else. */
export interface Report {
  file: string;
  format: Format | null;
  ok: boolean;
  sessions: number;
  papers: number;
  skipped: Skipped[];
  warnings: Issue[];
  errors: Issue[];
}

/** What came of one file: the report, how many entries the file has in all, and what was done in words. */
export interface Imported {
  report: Report;
  of: number;
  did: string;
}

/** How files are imported. */
export interface Importing {
  adjustments: Adjustments;
  /** Nothing is imported; errors are found all the same, and what would be asked is a warning. */
  dryRun: boolean;
  /** Sessions that are on air may go. */
  removeOnAir: boolean;
}

/** Reads a file of any known format and imports it where nothing is wrong with it. */
export async function importFile(
  config: Config,
  path: string,
  { adjustments, dryRun, removeOnAir }: Importing,
  terminal: Terminal,
): Promise<Imported> {
  const bytes = bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return refused(path, null, [bytes]);
  const read = await readFor(config, path, bytes, adjustments);
  if (!read.ok) return refused(path, read.format ?? null, read.issues);
  const { file, before, state, asks } = planned(config, read, adjustments.slug);
  if (!dryRun && asks.length > 0)
    return refused(
      path,
      read.format,
      asks.map((ask) => ({ path: ask.path, message: sentenceOf(ask) })),
    );
  const report: Report = {
    file: path,
    format: read.format,
    ok: true,
    sessions: read.report.sessions,
    papers: read.report.papers,
    skipped: read.report.skipped,
    warnings: [...asks.map((ask) => ({ path: ask.path, message: sentenceOf(ask) })), ...read.warnings],
    errors: [],
  };
  const { of } = read.report;
  if (file === null) return { report, of, did: 'papers for an event' };
  const taken = file.code === undefined ? null : codeTaken(file, dryRun ? events(config) : []);
  if (taken) return refused(path, read.format, [{ ...taken, ...lineIn(read) }]);
  report.warnings = [...report.warnings, ...ownCode(read, file)];
  const { words: changes, notes } = changesOf(before, file, state);
  report.warnings = [...report.warnings, ...notes];
  if (dryRun) return { report, of, did: `${file.slug}: nothing is wrong with it${changes}` };
  const { people: _people, ...sent } = file;
  const came = await executeCommand(
    config,
    { order: 'import', file: sent, ...(removeOnAir && { removeOnAir }) },
    terminal,
  );
  if (came.ok) return { report, of, did: `${file.slug}: ${came.did}${changes}` };
  if (came.onAir) return refused(path, read.format, came.onAir.map(onAirSentence));
  if (!came.issues) throw new Complaint(came.message);
  return refused(
    path,
    read.format,
    came.issues.map((issue) => ({ ...issue, ...lineIn(read) })),
  );
}

/** Reads a file; where it names no zone and its event is known, in the zone of that. */
async function readFor(config: Config, path: string, bytes: Uint8Array, adjustments: Adjustments) {
  const read = await readProgramme(bytes, { ...adjustments, fileName: path });
  if (!read.ok || !read.asks.some((ask) => ask.path === 'timezone')) return read;
  const { before } = planned(config, read, adjustments.slug);
  return before === null
    ? read
    : readProgramme(bytes, { ...adjustments, fileName: path, eventZone: before.timezone });
}

/** The file to import, and the event as it is where it is there already: a foreign schedule is laid over that. */
function planned(
  config: Config,
  read: ReadProgramme,
  said: string | undefined,
): { file: EventFile | null; before: Programme | null; state: State | null; asks: Ask[] } {
  const slug = said ?? read.file?.slug;
  const state =
    slug !== undefined && hasLog(config.DATA_DIR)
      ? withLog(config.DATA_DIR, (reader) => factsOf(reader, slug))
      : null;
  const before = state && programmeOf(state);
  if (before === null || read.format === 'event') return { file: read.file, before, state, asks: read.asks };
  return {
    file: mergeImport(fileOf(before), read).file,
    before,
    state,
    asks: read.asks.filter(({ path }) => path !== 'slug'),
  };
}

/** What an import changes of an event that is there already, in numbers and with what goes; nothing of a new one. */
function changesOf(
  before: Programme | null,
  file: EventFile,
  state: State | null,
): { words: string; notes: Issue[] } {
  const made = before && toProgramme(file, { before });
  if (!made?.ok || state === null) return { words: '', notes: [] };
  const { programme } = made;
  const difference = differenceOf(before, programme, leavingOf(state), takenOffAir(state, programme));
  const { changed, added, removed, event, posters } = difference;
  const facts = event.length > 0 ? `, ${event.map(({ field }) => field).join(' and ')} of the event` : '';
  const papers =
    posters.changed + posters.added + posters.removed > 0
      ? `; papers: ${posters.changed} changed, ${posters.added} new, ${posters.removed} removed`
      : '';
  const words = ` (sessions: ${changed.length} changed, ${added.length} new, ${removed.length} removed${papers}${facts})`;
  return { words, notes: removalNotes(difference) };
}

/** A question with the option that answers it. */
function sentenceOf({ path, message }: Ask): string {
  const option = { timezone: '--timezone ZONE', date: '--date DAY', slug: '--slug EVENT' } as const;
  return `${message} (${option[path]})`;
}

function lineIn({ asked }: ReadProgramme): { line?: number } {
  return asked?.line === undefined ? {} : { line: asked.line };
}

function refused(file: string, format: Format | null, errors: Issue[]): Imported {
  const nothing = { sessions: 0, papers: 0, skipped: [], warnings: [] };
  const many = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  return { report: { file, format, ok: false, ...nothing, errors }, of: 0, did: `not imported: ${many}` };
}

/** The bytes of a file, or why it cannot be read; one that is too large is not opened. */
function bytesOf(path: string): Uint8Array | Issue {
  try {
    const { size } = statSync(path);
    return size > largestFile ? { path, line: 1, message: sizeSentence(size) } : readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { path, message: 'There is no such file.' };
    if (code === 'EISDIR') return { path, message: 'This is a folder; name the file in it.' };
    return { path, message: `It cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Says that another event has the code which the file asks for; null where none has. */
function codeTaken(file: EventFile, events: readonly { slug: string; code: string }[]): Issue | null {
  const made = toProgramme(file);
  const free = made.ok ? withFreeCode(made.programme, true, events) : null;
  return free && 'message' in free ? free : null;
}

/** Says that the file's code does not go with another slug. */
function ownCode({ asked }: ReadProgramme, after: EventFile): Issue[] {
  if (asked === undefined || after.code !== undefined) return [];
  const message = `${asked.code} stays with ${asked.slug}; ${after.slug} has a code of its own.`;
  return [{ path: 'code', line: asked.line, message }];
}

/** The events that are there already, with their codes. */
function events({ DATA_DIR }: Config): { slug: string; code: string }[] {
  if (!hasLog(DATA_DIR)) return [];
  return withLog(DATA_DIR, (reader) =>
    reader.slugs().flatMap((slug) => eventOf(factsOf(reader, slug)) ?? []),
  );
}
