import type { PartPlan, RoomPlan, SessionPlan } from '../../../shared/rundown/programme.ts';
import type { Stream } from '../../../shared/rundown/stream.ts';
import type { EventFile, SessionInFile, StreamInFile } from '../file/event-file.ts';
import type { Path } from '../file/issues.ts';
import { dayLabels, type Resolved, resolveLocal } from '../file/local-time.ts';
import type { GiveSpeakers } from './identity/speakers.ts';
import { idsOf } from './ids.ts';
import type { Notes } from './notes.ts';

const minute = 60_000;
const longest = 1440;

/** A session with its place in the file, for what is said about it later. */
export interface Planned {
  plan: SessionPlan;
  path: Path;
}

/** The sessions of a file with their instants, in the order of their start; notes whatever does not fit. */
export function planSessions(
  file: EventFile,
  zone: string,
  rooms: readonly RoomPlan[],
  speakersOf: GiveSpeakers,
  notes: Notes,
): Planned[] {
  const { ids, repeated, alike } = idsOf(file.sessions);
  for (const index of repeated) {
    const earlier = ids.indexOf(ids[index] ?? '');
    const other = notes.line(['sessions', earlier, 'id']);
    notes.error(
      ['sessions', index, 'id'],
      `The id "${ids[index]}" is taken by another session${other}; give each its own.`,
    );
  }
  for (const index of alike) {
    const message = `Another session has the title "${file.sessions[index]?.title}" too; this one got the id "${ids[index]}". Give both an id, so that a later import knows them apart.`;
    notes.warn(['sessions', index, 'title'], message);
  }
  const timed = file.sessions.flatMap((session, index) => {
    const path: Path = ['sessions', index];
    const times = timesOf(session, zone, path, notes);
    const room = roomOf(session, rooms, path, notes);
    return times ? [{ session, path, ...times, room, id: ids[index] ?? '' }] : [];
  });
  timed.sort((a, b) => a.start.at - b.start.at);
  const days = dayLabels(timed.map(({ start }) => start.local));
  return timed.map(({ session, path, start, end, room, id }, index) => ({
    path,
    plan: {
      id,
      ...(session.key !== undefined && { key: session.key }),
      kind: session.kind,
      title: session.title,
      localStart: start.local,
      start: start.at,
      end,
      day: session.day ?? days[index] ?? start.local.slice(0, 10),
      qa: session.qa ?? 0,
      fixed: isFixed(session, room, path, notes),
      shrinkTo: session.shrinkTo ?? null,
      room,
      speakers: speakersOf(session.speakers),
      abstract: session.abstract ?? null,
      stream: streamOf(session.stream),
      captions: session.captions ?? null,
      recording: session.recording ?? null,
      parts: partsOf(session, start.at, end, speakersOf, path, notes),
      ...(session.cancelled === true && { cancelled: true as const }),
    },
  }));
}

/** A stream as the programme keeps it; `{}` is none. */
export function streamOf(stream: StreamInFile | undefined): Stream | null {
  if (stream?.provider === undefined) return null;
  return { provider: stream.provider, id: stream.id ?? null, url: stream.url ?? null };
}

function timesOf(
  session: SessionInFile,
  zone: string,
  path: Path,
  notes: Notes,
): { start: Resolved; end: number } | null {
  const start = instantOf(session.start, zone, [...path, 'start'], notes);
  const end = endOf(session, zone, start, path, notes);
  if (start === null || end === null) return null;
  const length = (end - start.at) / minute;
  if (length <= 0) {
    notes.error(
      [...path, 'end'],
      `"${session.title}" ends at ${session.end}, not after its start at ${session.start}.`,
    );
    return null;
  }
  if (length > longest) {
    notes.error(
      [...path, 'end'],
      `"${session.title}" would last ${Math.round(length / 60)} hours; a session lasts at most 24.`,
    );
  }
  if ((session.qa ?? 0) > length) {
    notes.error(
      [...path, 'qa'],
      `The Q&A of ${session.qa} minutes is longer than the session with its ${length}.`,
    );
  }
  if (session.shrinkTo !== undefined && session.kind !== 'break' && session.kind !== 'social') {
    notes.error(
      [...path, 'shrinkTo'],
      `Only a break or a social session can shrink; this one is of the kind ${session.kind}.`,
    );
  } else if ((session.shrinkTo ?? 0) > length) {
    notes.error([...path, 'shrinkTo'], `It cannot shrink to ${session.shrinkTo} minutes: it has ${length}.`);
  }
  return { start, end };
}

function endOf(
  session: SessionInFile,
  zone: string,
  start: Resolved | null,
  path: Path,
  notes: Notes,
): number | null {
  if (session.minutes !== undefined && session.end !== undefined) {
    notes.error([...path, 'end'], 'Found both minutes and end. Keep one of the two.');
    return null;
  }
  if (session.minutes !== undefined) return start === null ? null : start.at + session.minutes * minute;
  if (session.end === undefined) {
    notes.error(
      [...path, 'minutes'],
      `"${session.title}" has no length. Write minutes, for example "minutes: 40", or an end.`,
    );
    return null;
  }
  return instantOf(session.end, zone, [...path, 'end'], notes, start?.at)?.at ?? null;
}

function instantOf(
  written: string,
  zone: string,
  path: Path,
  notes: Notes,
  notBefore?: number,
): Resolved | null {
  const resolved = resolveLocal(written, zone, notBefore);
  if (resolved === null)
    notes.error(path, `There is no ${written.slice(0, 10)} in the calendar. Write an existing day.`);
  else if (resolved.assumed !== null) notes.warn(path, resolved.assumed);
  return resolved;
}

function roomOf(session: SessionInFile, rooms: readonly RoomPlan[], path: Path, notes: Notes): string | null {
  if (session.room === undefined) return rooms.length === 1 ? (rooms[0]?.id ?? null) : null;
  if (!rooms.some(({ id }) => id === session.room)) {
    const known = rooms.map(({ id }) => id).join(', ');
    notes.error([...path, 'room'], `There is no room "${session.room}". Rooms of this event: ${known}.`);
  }
  return session.room;
}

function isFixed(session: SessionInFile, room: string | null, path: Path, notes: Notes): boolean {
  if (room === null && session.fixed === false) {
    notes.warn([...path, 'fixed'], 'A session without a room is for everybody, so its time is fixed.');
  }
  return room === null || session.fixed === true;
}

function partsOf(
  session: SessionInFile,
  start: number,
  end: number,
  speakersOf: GiveSpeakers,
  path: Path,
  notes: Notes,
): PartPlan[] {
  const parts = session.parts ?? [];
  const { ids, repeated } = idsOf(parts);
  for (const index of repeated) {
    notes.error(
      [...path, 'parts', index, 'id'],
      `The id "${ids[index]}" stands twice in this session; give each part its own.`,
    );
  }
  const total = parts.reduce((sum, part) => sum + part.minutes, 0);
  const length = (end - start) / minute;
  if (total > length) {
    notes.error([...path, 'parts'], `The parts take ${total} minutes together; the session has ${length}.`);
  }
  let at = start;
  return parts.map((part, index) => {
    const begins = at;
    at += part.minutes * minute;
    return {
      id: ids[index] ?? '',
      title: part.title,
      start: begins,
      end: at,
      speakers: speakersOf(part.speakers),
      paper: part.paper ?? null,
    };
  });
}
