import type { EventFile, PosterInFile, SessionInFile } from '../../file/event-file.ts';
import { type Answers, type Recognised, recognised } from '../identity/known-ids.ts';
import { samePosters } from '../identity/posters.ts';
import { uniqueId } from '../ids.ts';
import { roomsOf, stayingSessions } from './staying-sessions.ts';
import { withoutVenue } from './without-venue.ts';

/** What an import brings: an event file, which stands for itself, or a foreign schedule as one, and papers as posters. */
interface Brought {
  /** `event` for an event file, else the name of the foreign format. */
  format: string;
  /** Null where it holds papers and no session. */
  file: EventFile | null;
  posters: readonly PosterInFile[];
  /** What was left out of it. */
  report: { skipped: readonly { unread?: boolean }[] };
}

/** What an import comes to, what of it can be asked about, and which answers to that name nothing. */
interface Merged extends Pick<Recognised, 'asked' | 'unknown'> {
  file: EventFile;
  /** [F64] Titles of the event's sessions that stay, since they may be what could not be read. */
  kept: readonly string[];
}

/**
 * The event file that an import into an existing event comes to. An event file stands for itself. A foreign schedule
 * brings times, rooms, titles and people; what it cannot say (the event's facts and switches, Q&A, anchors, parts,
 * corrected kinds) stays as it is for sessions that are there already; so do people and abstracts where it has none at
 * all. A list of papers adds posters. Where something could not be read, no session goes for it.
 */
export function mergeImport(
  before: EventFile,
  { format, file: read, posters, report }: Brought,
  answers?: Answers,
): Merged {
  if (format === 'event' && read !== null)
    return { file: read, kept: [], asked: [], unknown: [...(answers?.keys() ?? [])] };
  const kept = { ...before, posters: withPapers(before.posters ?? [], posters) };
  if (read === null) return { file: kept, kept: [], asked: [], unknown: [...(answers?.keys() ?? [])] };
  const file = withoutVenue(before, read);
  const { rooms, sessions, asked, unknown } = recognised(before, file, answers);
  const said = new Set(file.sessions.flatMap((session) => Object.keys(session)));
  const unread = report.skipped.some((skipped) => skipped.unread === true);
  const staying = unread ? stayingSessions(before, file.timezone, sessions) : [];
  const there = new Set([...sessions.map(({ session }) => session.id), ...staying.map(({ id }) => id)]);
  const merged = {
    ...kept,
    posters: kept.posters.map(({ session, ...poster }) => ({
      ...poster,
      ...(session !== undefined && there.has(session) && { session }),
    })),
    timezone: file.timezone,
    rooms: [...rooms, ...roomsOf(staying, before, rooms)],
    sessions: [
      ...sessions.map(({ session, before: known }) => withWhatItCannotSay(session, known, said)),
      ...staying,
    ],
  };
  return { file: merged, kept: staying.map(({ title }) => title), asked, unknown };
}

/** Posters with those that a list of papers brings: what it does not say of one that is there stays. */
function withPapers(before: readonly PosterInFile[], papers: readonly PosterInFile[]): PosterInFile[] {
  const same = samePosters(before, papers, true);
  const there = new Set(same.values());
  const ids = new Set(before.flatMap(({ id }) => id ?? []));
  return [
    ...before.filter((poster) => !there.has(poster)),
    ...papers.map((paper) => {
      const was = same.get(paper);
      return { ...was, ...paper, id: was?.id ?? uniqueId(paper.id ?? '', ids) };
    }),
  ];
}

/** A session with what was known of it before, as far as its file, which has fields of these names, says nothing of it. */
function withWhatItCannotSay(
  session: SessionInFile,
  before: SessionInFile | undefined,
  said: ReadonlySet<string>,
): SessionInFile {
  if (!before) return session;
  const minutes = session.minutes ?? 0;
  const parts = before.parts ?? [];
  const fit = parts.reduce((sum, part) => sum + part.minutes, 0) <= minutes;
  const { qa, shrinkTo, fixed, kind, captions, recording, stream, speakers, abstract } = before;
  return {
    ...(stream !== undefined && { stream }),
    ...(captions !== undefined && { captions }),
    ...(recording !== undefined && { recording }),
    ...(speakers !== undefined && !said.has('speakers') && { speakers }),
    ...(abstract !== undefined && !said.has('abstract') && { abstract }),
    ...session,
    kind,
    ...(qa !== undefined && { qa: Math.min(qa, minutes) }),
    ...(shrinkTo !== undefined && { shrinkTo: Math.min(shrinkTo, minutes) }),
    ...(fixed !== undefined && session.room !== undefined && { fixed }),
    ...(fit && parts.length > 0 && { parts }),
  };
}
