import type { Programme, SessionPlan, Speaker } from '../../../shared/rundown/programme.ts';
import type { Stream } from '../../../shared/rundown/stream.ts';
import type { EventFile, SessionInFile, StreamInFile } from './event-file.ts';
import { dayLabels, resolveLocal, writeLocal } from './local-time.ts';

const minute = 60_000;

/**
 * The event file of a programme: importing it again gives an equal programme, but for the passcode, whose hash
 * never leaves the server (hand the event as it is to `toProgramme` as `before`, and it stays).
 */
export function fileOf(programme: Programme): EventFile {
  const { code, slug, title, timezone, listed, links, policy } = programme;
  const days = dayLabels(programme.sessions.map(({ localStart }) => localStart));
  const { name, email } = programme.contact ?? { name: null, email: null };
  return {
    backrow: 1,
    slug,
    title,
    timezone,
    ...given({ venue: programme.venue, codeOfConduct: programme.codeOfConduct, privacy: programme.privacy }),
    ...(programme.contact && { contact: given({ name, email }) }),
    links: [...links],
    listed,
    code,
    policy,
    rooms: programme.rooms.map(({ id, key, name: called, stream }) => ({
      id,
      ...(key !== undefined && { key }),
      name: called,
      ...streamIn(stream),
    })),
    sessions: programme.sessions.map((session, index) => sessionIn(session, timezone, days[index])),
    posters: programme.posters.map(({ id, title: named, authors, awards, facts, ...rest }) => ({
      id,
      title: named,
      authors,
      awards,
      facts: facts.map((fact) => ({ name: fact.name, value: fact.value, ...given({ note: fact.note }) })),
      ...given({ session: rest.session, number: rest.number, kind: rest.kind, abstract: rest.abstract }),
      ...given({ paper: rest.paper, poster: rest.poster, meet: rest.meet }),
    })),
  };
}

function sessionIn(session: SessionPlan, zone: string, computedDay: string | undefined): SessionInFile {
  const { id, key, kind, title, start, end, qa, fixed, room, parts } = session;
  return {
    id,
    ...(key !== undefined && { key }),
    kind,
    title,
    start: startIn(session, zone),
    minutes: (end - start) / minute,
    qa,
    fixed,
    ...(session.day !== computedDay && { day: session.day }),
    ...(session.cancelled === true && { cancelled: true }),
    speakers: speakersIn(session.speakers),
    ...given({ room, shrinkTo: session.shrinkTo, abstract: session.abstract }),
    ...given({ captions: session.captions, recording: session.recording }),
    ...streamIn(session.stream),
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title,
      minutes: (part.end - part.start) / minute,
      speakers: speakersIn(part.speakers),
      ...given({ paper: part.paper }),
    })),
  };
}

/** The start as it was written, with its offset where that alone means another moment. */
function startIn({ localStart, start }: SessionPlan, zone: string): string {
  const written = localStart.replace('T', ' ');
  const read = resolveLocal(written, zone)?.at;
  return read === undefined || read === start ? written : writeLocal(start, zone);
}

function speakersIn(speakers: readonly Speaker[]) {
  return speakers.map(({ name, affiliation, remote }) => ({ name, ...given({ affiliation }), remote }));
}

function streamIn(stream: Stream | null): { stream?: StreamInFile } {
  return stream
    ? { stream: { provider: stream.provider, ...given({ id: stream.id, url: stream.url }) } }
    : {};
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], null> };

/** The fields that have a value. */
function given<T extends Record<string, unknown>>(fields: T): Given<T> {
  const kept: Given<T> = {};
  for (const key in fields) {
    const value = fields[key];
    if (isGiven(value)) kept[key] = value;
  }
  return kept;
}

function isGiven<V>(value: V): value is Exclude<V, null> {
  return value !== null;
}
