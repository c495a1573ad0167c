import { type Change, setFields } from '../state/change.ts';
import type { Draft } from '../log/entry.ts';
import type { Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import { type Choice, refuse, type Refusal } from '../wire/refusals.ts';
import type { Give } from './commands.ts';
import { findSession, unknownSession } from './running.ts';
import { minute, type SessionRow } from './session.ts';
import { byRoom, isAnchor, overruns, timeline } from './timing.ts';

/** [T8–T10] Move: a session's start, from where it is expected now; what follows in its room shifts. */
export const move: Rule<'session.move'> = {
  decide: (state, entry, now) => decideShift(state, entry, now, (session) => moved(state, session, entry.data.minutes, now)),
  evolve: (state, entry, now) => evolveShift(state, entry, now, (session) => moved(state, session, entry.data.minutes, now)),
};

/** [T8–T10] Extend or shorten a session, from where its end is expected now. */
export const extend: Rule<'session.extend'> = {
  decide: (state, entry, now) => decideShift(state, entry, now, (session) => extended(session, entry.data.minutes)),
  evolve: (state, entry, now) => evolveShift(state, entry, now, (session) => extended(session, entry.data.minutes)),
};

/** [T11] Place: reorders sessions of a room that have not begun; they share the time they had. */
export const place: Rule<'session.place'> = {
  decide(state, { data }) {
    const session = findSession(state, data.session);
    if (!session || (data.after !== null && !findSession(state, data.after))) return unknownSession;
    const order = reordered(state, session, data.after);
    if (order === null) return refuse('not-now', 'Sessions change places within their room.', { now: {} });
    const stuck = order.some(({ session: each, to }) => to !== each.order && (each.startedAt !== null || isAnchor(each)));
    return stuck ? refuse('not-now', 'A session that has begun or is fixed keeps its place.', { now: {} }) : null;
  },
  evolve(state, { data }, now) {
    const session = findSession(state, data.session);
    const order = session ? reordered(state, session, data.after) : null;
    if (order === null) return [];
    const times = timeline(state.tables.sessions.values(), now, 'crew');
    const moving = order.filter(({ session: each, to }) => to !== each.order);
    let cursor = Math.min(...moving.map(({ session: each }) => times.get(each.id)?.start ?? each.start));
    return moving.flatMap(({ session: each, to }) => {
      const shift = cursor - each.start;
      cursor += each.end - each.start + each.stretch;
      return setFields('sessions', each, { order: to, shift, toldShift: shift });
    });
  },
};

/** [T12] Tell everybody what only the crew knew. */
export const tell: Rule<'programme.tell'> = {
  decide: () => null,
  evolve: (state) =>
    [...state.tables.sessions.values()].flatMap((session) =>
      setFields('sessions', session, { toldShift: session.shift, toldStretch: session.stretch }),
    ),
};

type Shift = Draft<'session.move'> | Draft<'session.extend'>;
type Adjusted = Pick<SessionRow, 'shift' | 'stretch'>;

function decideShift(state: State, { data }: Shift, now: number, adjust: (session: SessionRow) => Adjusted): Refusal | null {
  const session = findSession(state, data.session);
  if (!session) return unknownSession;
  if (session.cancelled || session.endedAt !== null) {
    return refuse('not-now', 'This session is over or cancelled.', { now: { status: session.cancelled ? 'cancelled' : 'ended' } });
  }
  const wanted = adjust(session);
  if (session.startedAt !== null && wanted.shift !== session.shift) {
    return refuse('not-now', 'This session has begun; correct its start instead.', { now: { status: 'onAir' } });
  }
  const after = withSession(state, session, wanted);
  const start = timeline(after.values(), now, 'crew').get(session.id)?.start;
  if (session.startedAt === null && wanted.shift !== session.shift && start !== session.start + wanted.shift && data.minutes < 0) {
    return refuse('not-now', 'The session before it is expected to last longer than that.', { now: { expectedStart: iso(start ?? null) } });
  }
  const collision = newOverrun(state, after, now);
  if (collision === null) return null;
  const choices = possible(state, session, after, collision, now);
  if (data.give !== undefined && choices.some(({ give }) => give === data.give)) return null;
  return refuse('conflict', 'This would run into a fixed session. Say what gives way.', { of: 'anchor', choices });
}

function evolveShift(state: State, { data }: Shift, now: number, adjust: (session: SessionRow) => Adjusted): Change[] {
  const session = findSession(state, data.session);
  if (!session) return [];
  const after = withSession(state, session, adjust(session));
  const collision = newOverrun(state, after, now);
  const given = collision === null || data.give === undefined ? after : (giveWay(session, after, collision, data.give) ?? after);
  return [...given.values()].flatMap((row) => {
    const before = state.tables.sessions.get(row.id);
    if (!before || (before.shift === row.shift && before.stretch === row.stretch)) return [];
    const told = data.tell ?? true ? { toldShift: row.shift, toldStretch: row.stretch } : {};
    return setFields('sessions', before, { shift: row.shift, stretch: row.stretch, ...told });
  });
}

function moved(state: State, session: SessionRow, minutes: number, now: number): Adjusted {
  const start = timeline(state.tables.sessions.values(), now, 'crew').get(session.id)?.start ?? session.start;
  return { shift: start + minutes * minute - session.start, stretch: session.stretch };
}

function extended(session: SessionRow, minutes: number): Adjusted {
  return { shift: session.shift, stretch: Math.max(session.start - session.end, session.stretch + minutes * minute) };
}

interface Collision {
  anchor: string;
  by: number;
}

/** The first fixed session that is run into by more than before the change; null where there is none. */
function newOverrun(state: State, after: Map<string, SessionRow>, now: number): Collision | null {
  const before = overruns(state.tables.sessions.values(), now);
  for (const [anchor, by] of overruns(after.values(), now)) {
    if (by > (before.get(anchor) ?? 0)) return { anchor, by };
  }
  return null;
}

const ways: readonly Give[] = ['break', 'qa', 'anchor'];

function possible(state: State, session: SessionRow, after: Map<string, SessionRow>, collision: Collision, now: number): Choice[] {
  const before = timeline(state.tables.sessions.values(), now, 'crew');
  return ways.flatMap((give) => {
    const given = giveWay(session, after, collision, give);
    if (given === null) return [];
    const then = timeline(given.values(), now, 'crew');
    const what = [...then].flatMap(([id, times]) => {
      const from = before.get(id);
      const changed = from && (from.start !== times.start || from.end !== times.end) && times.start !== null && from.start !== null;
      return changed ? [{ session: id, from: iso(from.start ?? 0), to: iso(times.start ?? 0) }] : [];
    });
    return [{ give, what }];
  });
}

/** The sessions after something has given way by the length of the collision; null where it cannot give that much. */
function giveWay(session: SessionRow, after: Map<string, SessionRow>, collision: Collision, give: Give): Map<string, SessionRow> | null {
  const room = byRoom(after.values()).find((items) => items.some(({ id }) => id === session.id) && items.some(({ id }) => id === collision.anchor)) ?? [];
  const upTo = room.slice(0, room.findIndex(({ id }) => id === collision.anchor));
  const open = upTo.slice(upTo.findIndex(({ id }) => id === session.id)).filter((row) => row.endedAt === null && !row.cancelled);
  const anchor = after.get(collision.anchor);
  const length = (row: SessionRow) => row.end - row.start + row.stretch;
  const giver =
    give === 'anchor' ? anchor
    : give === 'break' ? open.find((row) => row.kind === 'break' && row.id !== session.id && length(row) >= collision.by)
    : open.findLast((row) => row.qa * minute >= collision.by && length(row) >= collision.by);
  if (!giver) return null;
  const row = give === 'anchor' ? { ...giver, shift: giver.shift + collision.by } : { ...giver, stretch: giver.stretch - collision.by };
  return new Map(after).set(giver.id, row);
}

function withSession(state: State, session: SessionRow, fields: Partial<SessionRow>): Map<string, SessionRow> {
  return new Map(state.tables.sessions).set(session.id, { ...session, ...fields });
}

function reordered(state: State, session: SessionRow, after: string | null): { session: SessionRow; to: number }[] | null {
  const room = [...state.tables.sessions.values()].filter((row) => row.room === session.room && !row.removed).toSorted((a, b) => a.order - b.order);
  const rest = room.filter(({ id }) => id !== session.id);
  const index = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
  if (after !== null && index === 0) return null;
  rest.splice(index, 0, session);
  return rest.map((row, to) => ({ session: row, to }));
}
