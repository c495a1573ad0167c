import type { Issue } from '../../../shared/wire/refusals.ts';
import { type Adjustments, adjusted } from '../file/adjustments.ts';
import type { EventFile, PosterInFile } from '../file/event-file.ts';
import { atMost } from '../file/issues.ts';
import { refuseStretch } from '../file/stretch.ts';
import type { ReaderOptions, ScheduleReader } from '../formats/reader.ts';
import { refuseArchive } from '../formats/workbook/archive.ts';
import { type ImportReport, normalize, type Place } from '../normalize/normalize.ts';
import type { Format } from '../normalize/schedule.ts';
import type { Ask } from '../normalize/zones.ts';
import { toProgramme } from '../plan/to-programme.ts';
import { detect } from './detect.ts';

/** What whoever imports says beside the file. */
export interface ReadOptions extends Adjustments {
  fileName?: string | undefined;
  /** The zone of the event that the file changes, for a file that names none. */
  eventZone?: string | undefined;
}

/** What a file holds, ready to be applied; `file` is null where it holds papers and no session. */
export interface ReadProgramme {
  ok: true;
  format: Format;
  file: EventFile | null;
  /** The papers of a proceedings list, as posters; also in `file` where there is one. */
  posters: PosterInFile[];
  report: ImportReport;
  /** What an import must be told before it may go on. */
  asks: Ask[];
  warnings: Issue[];
  /** Where the sessions of `file` stand in what was read, in their order; undefined: one that was inferred. */
  places: readonly (Place | undefined)[];
  /** The code that an event file asks for, for which event, and its line. */
  asked?: { code: string; slug: string; line: number | undefined } | undefined;
}

/** What makes a file unusable, with path and line. */
export interface RefusedFile {
  ok: false;
  format?: Format | undefined;
  issues: Issue[];
}

/** Most lines of a calendar or a table: those of the largest conferences have 60,000. */
const stretch = { lines: 200_000, line: 1_000_000 };

/** The readers, each loaded once a file asks for it: a thread that reads one file need not load all of them. */
const readers: Readonly<Record<Exclude<Format, 'event'>, () => Promise<ScheduleReader>>> = {
  'frab-json': async () => (await import('../formats/frab/frab-json.ts')).readFrabJson,
  'frab-xml': async () => (await import('../formats/frab/frab-xml.ts')).readFrabXml,
  icalendar: async () => (await import('../formats/icalendar/icalendar.ts')).readIcalendar,
  table: async () => (await import('../formats/table/table.ts')).readTable,
  'sessionize-all': async () => (await import('../formats/sessionize/sessionize.ts')).readSessionize,
  'sessionize-sessions': async () => (await import('../formats/sessionize/sessionize.ts')).readSessionize,
  'sessionize-grid': async () => (await import('../formats/sessionize/sessionize.ts')).readSessionize,
  'miniconf-calendar': async () => (await import('../formats/miniconf/miniconf.ts')).readMiniconf,
  'miniconf-papers': async () => (await import('../formats/table/table.ts')).readTable,
  openreview: async () => (await import('../formats/openreview/openreview.ts')).readOpenreview,
  ontime: async () => (await import('../formats/ontime/ontime.ts')).readOntime,
};

/** Reads a file of any known format, and checks that a programme comes of it. Pure work: no clock, no disk. */
export async function readBytes(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<ReadProgramme | RefusedFile> {
  const detected = detect(bytes);
  if ('unreadable' in detected) return refused(undefined, detected.unreadable, options.fileName);
  const { format, text, guess } = detected;
  const read = await (format === 'event'
    ? ofEventFile(text, options)
    : ofSchedule(format, detected.bytes ?? bytes, text, options));
  if (!read.ok) return guess ? { ...read, issues: [...read.issues, guess] } : read;
  return { ...read, warnings: [...(guess ? [guess] : []), ...damageIn(format, text), ...read.warnings] };
}

async function ofEventFile(
  text: string,
  { fileName, ...adjustments }: ReadOptions,
): Promise<ReadProgramme | RefusedFile> {
  const { readEventFile } = await import('./read-event-file.ts');
  const read = readEventFile(text, fileName === undefined ? {} : { fileName });
  if (!read.ok) return { ok: false, format: 'event', issues: read.issues };
  const file = adjusted(read.file, adjustments);
  const made = toProgramme(file, { ...(read.lineOf && { lineOf: read.lineOf }) });
  if (!made.ok) return { ok: false, format: 'event', issues: made.issues };
  const { sessions, posters } = made.programme;
  const { people } = file;
  const why = 'people and their addresses are not kept in this version; invite them with backrow invite';
  return {
    ok: true,
    format: 'event',
    file,
    posters: file.posters ?? [],
    report: {
      sessions: sessions.length,
      of: sessions.length,
      papers: posters.length,
      skipped: people && people.length > 0 ? [{ where: `people (${people.length})`, why }] : [],
    },
    asks: [],
    warnings: [...read.warnings, ...made.warnings],
    places: file.sessions.map((_, index) => ({
      where: `sessions[${index}]`,
      line: read.lineOf?.(['sessions', index]),
    })),
    ...(read.file.code !== undefined && {
      asked: { code: read.file.code, slug: read.file.slug, line: read.lineOf?.(['code']) },
    }),
  };
}

async function ofSchedule(
  format: Exclude<Format, 'event'>,
  bytes: Uint8Array,
  text: string,
  options: ReadOptions,
): Promise<ReadProgramme | RefusedFile> {
  const isLines = format === 'icalendar' || format === 'table';
  const stretched = isLines ? refuseStretch(text, stretch) : null;
  if (stretched) return refused(format, [{ path: '(file)', ...stretched }], options.fileName);
  const known = { year: options.date === undefined ? undefined : Number(options.date.slice(0, 4)) };
  const schedule = await (text === ''
    ? ofWorkbook(bytes, known)
    : (await readers[format]())({ bytes, text }, known));
  if ('unreadable' in schedule) return refused(format, schedule.unreadable, options.fileName);
  const { file: normalized, posters, report, asks, warnings, places } = normalize(schedule, options);
  const file =
    normalized && schedule.madeUpDay === null ? adjusted(normalized, { date: options.date }) : normalized;
  const made = file && toProgramme(file);
  if (made?.ok === false) return { ok: false, format: schedule.format, issues: made.issues };
  if (file === null && posters.length === 0) {
    return refused(
      schedule.format,
      [{ path: '(file)', line: 1, message: whyNothing(report) }],
      options.fileName,
    );
  }
  const alone: Ask[] =
    file === null && posters.length > 0
      ? [
          {
            path: 'slug',
            message: `The file holds ${posters.length === 1 ? '1 paper' : `${posters.length} papers`} and no session: papers alone make no event. Name the event that they belong to.`,
          },
        ]
      : [];
  return {
    ok: true,
    format: schedule.format,
    file,
    posters,
    report,
    asks: [...asks, ...alone],
    warnings: [...warnings, ...(made ? made.warnings : [])],
    places: (file?.sessions ?? []).map(({ id = '' }) => places.get(id)),
  };
}

/** Why nothing came of a file that can be read: what became of its first entry. */
function whyNothing({ of, skipped: [first] }: ImportReport): string {
  if (!first) return 'No session stands in this file.';
  const which = of === 1 ? 'The only entry' : `None of the ${of} entries`;
  const verb = of === 1 ? 'cannot' : 'can';
  return `${which} of this file ${verb} be read as a session; ${first.where}: ${first.why}.`;
}

/** Says where characters of a text are broken; those of a calendar only seem so before it is unfolded. */
function damageIn(format: Format, text: string): Issue[] {
  const at = format === 'icalendar' ? -1 : text.indexOf('\uFFFD');
  if (at === -1) return [];
  const line = text.slice(0, at).split(/\r\n?|\n/).length;
  return [
    {
      path: '(file)',
      line,
      message: 'Characters of the file are damaged, here for the first time (\uFFFD).',
    },
  ];
}

async function ofWorkbook(bytes: Uint8Array, options: ReaderOptions): Promise<ReturnType<ScheduleReader>> {
  const message = refuseArchive(bytes);
  if (message !== null) return { unreadable: [{ path: '(file)', message }] };
  const { readWorkbook } = await import('../formats/workbook/workbook.ts');
  return readWorkbook({ bytes }, options);
}

function refused(
  format: Format | undefined,
  unreadable: readonly { path: string; line?: number | undefined; message: string }[],
  fileName: string | undefined,
): RefusedFile {
  const issues = unreadable.map(({ path, line, message }) => ({
    path,
    ...(line !== undefined && { line }),
    message,
  }));
  return { ok: false, ...(format && { format }), issues: atMost(issues, fileName) };
}
