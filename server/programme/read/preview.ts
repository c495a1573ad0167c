import type { Programme } from '../../../shared/rundown/programme.ts';
import type { PreviewRow } from '../../../shared/wire/import.ts';
import type { EventFile, SessionInFile } from '../file/event-file.ts';
import { resolveLocal } from '../file/local-time.ts';
import type { ReadProgramme } from './read-bytes.ts';

/**
 * The sessions of a file one by one, each with what was said of it while it was read. Where it is laid over a programme, `laid`
 * is what that comes to: a session that is there already keeps the kind and the people that the file leaves open.
 */
export function previewOf(
  file: EventFile,
  { places, warnings }: Pick<ReadProgramme, 'places' | 'warnings'>,
  laid?: Programme,
): PreviewRow[] {
  const becomes = new Map(
    (laid?.sessions ?? []).map((session) => [keyOf(session.title, session.start), session] as const),
  );
  const rooms = new Map((file.rooms ?? []).map(({ id, name }) => [id, name]));
  return file.sessions.flatMap((session, index) => {
    const span = spanOf(session, file.timezone);
    if (span === null) return [];
    const { line, where } = places[index] ?? {};
    const { kind, speakers = [] } = becomes.get(keyOf(session.title, span.start)) ?? session;
    const isOfIt = ({ path, line: at }: (typeof warnings)[number]) =>
      (line !== undefined && at === line) || path === where || path.startsWith(`${where}.`);
    return [
      {
        title: session.title,
        kind,
        start: new Date(span.start).toISOString(),
        end: new Date(span.end).toISOString(),
        room: rooms.get(session.room ?? '') ?? null,
        speakers: speakers.map(({ name }) => name),
        ...(line !== undefined && { line }),
        notes: warnings.filter(isOfIt).map(({ message }) => message),
      },
    ];
  });
}

/** What a session is known by before and after it is laid over a programme. */
function keyOf(title: string, start: number): string {
  return `${start} ${title}`;
}

/** When a session begins and ends, epoch milliseconds; null for a time that is in no calendar. */
function spanOf(
  { start, end, minutes = 0 }: SessionInFile,
  zone: string,
): { start: number; end: number } | null {
  const begins = resolveLocal(start, zone)?.at;
  if (begins === undefined) return null;
  const ends = end === undefined ? begins + minutes * 60_000 : resolveLocal(end, zone, begins)?.at;
  return { start: begins, end: ends ?? begins };
}
