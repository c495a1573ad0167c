import type { EventFile, RoomInFile, SessionInFile } from '../../file/event-file.ts';
import { markedId, uniqueId } from '../ids.ts';
import { withKnownParts } from './parts.ts';
import { samePosters } from './posters.ts';
import { sameRooms } from './rooms.ts';
import { sameSessions } from './sessions.ts';

/** What somebody said of a session of a foreign schedule, by the id that it has if it is new: which it is; null: a new one. */
export type Answers = ReadonlyMap<string, string | null>;

/** A session of a foreign schedule, by the id that it has if it is new, and one of the event that it may be, or is taken for. */
export interface MaybeSame {
  id: string;
  session: SessionInFile;
  before: SessionInFile;
  same: boolean;
}

/** A foreign schedule laid over an event: its rooms and sessions have their ids of before, with what each was before. */
export interface Recognised {
  rooms: RoomInFile[];
  sessions: { session: SessionInFile; before: SessionInFile | undefined }[];
  /** [F62] What can be asked about. */
  asked: MaybeSame[];
  /** Answers that name no session of the event or of the schedule. */
  unknown: string[];
}

/**
 * The rooms and sessions of a foreign schedule with the ids that they have in the event. What is new gets the id that
 * was made for it, or one like it where the event has that for something else.
 */
export function recognised(before: EventFile, after: EventFile, said: Answers = new Map()): Recognised {
  const fresh = freshIds(before, after);
  const { answers, unknown } = answersFor(before, fresh, said);
  const known = sameRooms(before, after, sameSessions(before, after, { foreign: true, answers }).pairs);
  const roomIds = new Set((before.rooms ?? []).map(({ id }) => id));
  const rooms = new Map(
    (after.rooms ?? []).map((room) => {
      const was = known.get(room);
      return [room.id, { ...was, ...room, id: was?.id ?? uniqueId(room.id, roomIds) }];
    }),
  );
  const roomBefore = new Map([...known].map(([now, was]) => [now.id, was.id]));
  const { pairs, asked } = sameSessions(before, after, { rooms: roomBefore, foreign: true, answers });
  const sessions = after.sessions.map((session) => {
    const was = pairs.get(session);
    const id = was?.id ?? fresh.get(session);
    const room = session.room === undefined ? undefined : rooms.get(session.room)?.id;
    const { key: said, ...rest } = session;
    // A key that is the id itself tells nothing new: the calendar that is given out here has such.
    const key = said === was?.id ? was?.key : (said ?? was?.key);
    return {
      session: { ...rest, id, ...(room !== undefined && { room }), ...(key !== undefined && { key }) },
      before: was,
    };
  });
  return {
    rooms: [...rooms.values()],
    sessions,
    asked: asked.map(({ before: was, after: session, same }) => ({
      ...{ id: fresh.get(session) ?? '', session, before: was, same },
    })),
    unknown,
  };
}

/** The id of each session of a foreign schedule if it is new. */
function freshIds(before: EventFile, after: EventFile): Map<SessionInFile, string> {
  const taken = new Set(before.sessions.flatMap(({ id }) => id ?? []));
  return new Map(
    after.sessions.map((session) => {
      const { id: wanted = '', title, start, room = '' } = session;
      const id = markedId(wanted, [title, start, room], taken);
      taken.add(id);
      return [session, id];
    }),
  );
}

function answersFor(
  before: EventFile,
  fresh: ReadonlyMap<SessionInFile, string>,
  said: Answers,
): { answers: Map<SessionInFile, SessionInFile | null>; unknown: string[] } {
  const answers = new Map<SessionInFile, SessionInFile | null>();
  const unknown: string[] = [];
  for (const [of, as] of said) {
    const session = [...fresh].find(([, id]) => id === of)?.[0];
    const was = as === null ? null : before.sessions.find(({ id }) => id === as);
    if (session === undefined) unknown.push(of);
    else if (was === undefined || [...answers.values()].some((other) => other !== null && other === was))
      unknown.push(as ?? '');
    else answers.set(session, was);
  }
  return { answers, unknown };
}

/**
 * An event file whose sessions, parts and posters without an id have the ids that they have in the event. Ids that it
 * writes are what they are; what is new and has none stays without. Without rooms it speaks of the only one there is.
 */
export function withKnownIds(before: EventFile, after: EventFile): EventFile {
  const rooms = after.rooms ?? (before.rooms?.length === 1 ? before.rooms : undefined);
  const own = new Map((rooms ?? []).map(({ id }) => [id, id]));
  const only = rooms?.length === 1 ? rooms[0]?.id : undefined;
  // A session without a room runs in the only one.
  const placed = after.sessions.map((session) => ({ ...session, room: session.room ?? only }));
  const { pairs: same } = sameSessions(
    before,
    { ...after, sessions: placed },
    { rooms: own, foreign: false },
  );
  const posters = samePosters(before.posters ?? [], after.posters ?? [], false);
  return {
    ...after,
    ...(rooms && { rooms }),
    sessions: after.sessions.map((session, index) => {
      const was = same.get(placed[index] ?? session);
      const id = session.id ?? was?.id;
      const parts = session.parts && withKnownParts(was?.parts ?? [], session.parts);
      return { ...session, ...(id !== undefined && { id }), ...(parts && { parts }) };
    }),
    ...(after.posters && {
      posters: after.posters.map((poster) => {
        const id = poster.id ?? posters.get(poster)?.id;
        return { ...poster, ...(id !== undefined && { id }) };
      }),
    }),
  };
}
