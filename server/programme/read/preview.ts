import type { PreviewRow } from '../../../shared/wire/import.ts';
import type { EventFile, SessionInFile } from '../file/event-file.ts';
import { resolveLocal } from '../file/local-time.ts';
import type { ReadProgramme } from './read-bytes.ts';

/** The sessions of a file one by one, each with what was said of it while it was read. */
export function previewOf(
  file: EventFile,
  { places, warnings }: Pick<ReadProgramme, 'places' | 'warnings'>,
): PreviewRow[] {
  const rooms = new Map((file.rooms ?? []).map(({ id, name }) => [id, name]));
  return file.sessions.flatMap((session, index) => {
    const span = spanOf(session, file.timezone);
    if (span === null) return [];
    const { line, where } = places[index] ?? {};
    const isOfIt = ({ path, line: at }: (typeof warnings)[number]) =>
      (line !== undefined && at === line) || path === where || path.startsWith(`${where}.`);
    return [
      {
        title: session.title,
        kind: session.kind,
        start: new Date(span.start).toISOString(),
        end: new Date(span.end).toISOString(),
        room: rooms.get(session.room ?? '') ?? null,
        speakers: (session.speakers ?? []).map(({ name }) => name),
        ...(line !== undefined && { line }),
        notes: warnings.filter(isOfIt).map(({ message }) => message),
      },
    ];
  });
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
