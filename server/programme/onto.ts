import type { EventFile, SessionInFile } from './event-file.ts';
import type { ReadProgramme } from './reading.ts';

/**
 * The event file that an import into an existing event comes to. An event file stands for itself. A foreign schedule
 * brings times, rooms, titles and people; what it cannot say (the event's facts and switches, Q&A, anchors, parts,
 * corrected kinds) stays as it is for sessions that are there already. A list of papers adds posters.
 */
export function onto(before: EventFile, { format, file, posters }: ReadProgramme): EventFile {
  if (format === 'event' && file !== null) return file;
  const fresh = new Set(posters.map(({ id }) => id));
  const kept = {
    ...before,
    posters: [...(before.posters ?? []).filter(({ id }) => !fresh.has(id ?? '')), ...posters],
  };
  if (file === null) return kept;
  const known = new Map(before.sessions.map((session) => [session.id, session]));
  const there = new Set(file.sessions.map(({ id }) => id));
  return {
    ...kept,
    posters: kept.posters.map(({ session, ...poster }) => ({
      ...poster,
      ...(session !== undefined && there.has(session) && { session }),
    })),
    timezone: file.timezone,
    rooms: file.rooms,
    sessions: file.sessions.map((session) => withWhatItCannotSay(session, known.get(session.id))),
  };
}

function withWhatItCannotSay(session: SessionInFile, before: SessionInFile | undefined): SessionInFile {
  if (!before) return session;
  const minutes = session.minutes ?? 0;
  const parts = before.parts ?? [];
  const fit = parts.reduce((sum, part) => sum + part.minutes, 0) <= minutes;
  const { qa, shrinkTo, fixed, kind, captions, recording, stream } = before;
  return {
    ...(stream !== undefined && { stream }),
    ...(captions !== undefined && { captions }),
    ...(recording !== undefined && { recording }),
    ...session,
    kind,
    ...(qa !== undefined && { qa: Math.min(qa, minutes) }),
    ...(shrinkTo !== undefined && { shrinkTo: Math.min(shrinkTo, minutes) }),
    ...(fixed !== undefined && session.room !== undefined && { fixed }),
    ...(fit && parts.length > 0 && { parts }),
  };
}
