import type { Draft } from '../log/entry.ts';
import { type Change, same, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import { type Choice, type Refusal, refuse } from '../wire/refusals.ts';
import type { Give } from './commands.ts';
import { findSession, unknownSession } from './running.ts';
import { minute, type SessionRow } from './session.ts';
import { byRoom, isAnchor, lastsToItsEnd, overruns, timeline } from './timing.ts';

/** [T8, T10] Move: a session's start, from where it is expected now; what follows in its room shifts. */
export const move: Rule<'session.move'> = {
  decide: (state, entry, now) =>
    decideShift(state, entry, now, (session) => moved(state, session, entry.data.minutes, now)),
  evolve: (state, entry, now) =>
    evolveShift(state, entry, now, (session) => moved(state, session, entry.data.minutes, now)),
};

/** [T9, T10] Extend or shorten a session, from where its end is expected now. */
export const extend: Rule<'session.extend'> = {
  decide: (state, entry, now) =>
    decideShift(state, entry, now, (session) => extended(state, session, entry.data.minutes, now)),
  evolve: (state, entry, now) =>
    evolveShift(state, entry, now, (session) => extended(state, session, entry.data.minutes, now)),
};

/** [T11] Place: reorders sessions of a room that have not begun; they share the time they had. */
export const place: Rule<'session.place'> = {
  decide(state, { data }) {
    const session = findSession(state, data.session);
    if (!session || (data.after !== null && !findSession(state, data.after))) return unknownSession;
    const order = reordered(state, session, data.after);
    if (order === null) return refuse('not-now', 'Sessions change places within their room.', { now: {} });
    const stuck = order.some(
      ({ session: each, to }) => to !== each.order && (each.startedAt !== null || isAnchor(each)),
    );
    return stuck
      ? refuse('not-now', 'A session that has begun or is fixed keeps its place.', { now: {} })
      : null;
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
      setFields('sessions', session, {
        toldShift: session.shift,
        toldStretch: session.stretch,
        toldQaCut: session.qaCut,
      }),
    ),
};

type Shift = Draft<'session.move'> | Draft<'session.extend'>;
type Adjusted = Pick<SessionRow, 'shift' | 'stretch' | 'qaCut'>;

function decideShift(
  state: State,
  { type, data, rules }: Shift,
  now: number,
  adjust: (session: SessionRow) => Adjusted,
): Refusal | null {
  const session = findSession(state, data.session);
  if (!session) return unknownSession;
  if (session.cancelled || session.endedAt !== null) {
    return refuse('not-now', 'This session is over or cancelled.', {
      now: { status: session.cancelled ? 'cancelled' : 'ended' },
    });
  }
  const wanted = adjust(session);
  if (type === 'session.move' && session.startedAt !== null && wanted.shift !== session.shift) {
    return refuse('not-now', 'This session has begun; correct its start instead.', {
      now: { status: 'onAir' },
    });
  }
  const after = withSession(state, session, wanted);
  const start = timeline(after.values(), now, 'crew').get(session.id)?.start;
  if (
    session.startedAt === null &&
    wanted.shift !== session.shift &&
    start !== session.start + wanted.shift &&
    data.minutes < 0
  ) {
    return refuse('not-now', 'The session before it is expected to last longer than that.', {
      now: { expectedStart: iso(start ?? null) },
    });
  }
  const collision = newOverrun(state, after, now, worthAsking(rules));
  if (collision === null) return null;
  const choices = possible(state, session, after, now, worthAsking(rules));
  if (data.give !== undefined && choices.some(({ give }) => give === data.give)) return null;
  return refuse('conflict', 'This would run into a fixed session. Say what gives way.', {
    of: 'anchor',
    choices,
  });
}

function evolveShift(
  state: State,
  { data, rules }: Shift,
  now: number,
  adjust: (session: SessionRow) => Adjusted,
): Change[] {
  const session = findSession(state, data.session);
  if (!session) return [];
  const after = withSession(state, session, adjust(session));
  const given =
    data.give === undefined
      ? after
      : (giveWay(state, session, after, data.give, now, worthAsking(rules)) ?? after);
  return [...given.values()].flatMap((row) => {
    const before = state.tables.sessions.get(row.id);
    const { shift, stretch, qaCut } = row;
    if (!before || (row.id !== session.id && same(adjusted(before), adjusted(row)))) return [];
    const told = (data.tell ?? true) ? { toldShift: shift, toldStretch: stretch, toldQaCut: qaCut } : {};
    return setFields('sessions', before, { shift, stretch, qaCut, ...told });
  });
}

function moved(state: State, session: SessionRow, minutes: number, now: number): Adjusted {
  const start = timeline(state.tables.sessions.values(), now, 'crew').get(session.id)?.start ?? session.start;
  return { ...adjusted(session), shift: start + minutes * minute - session.start };
}

/** A break that was shrunk is stretched from where it stands, else it would only shrink again. */
function extended(state: State, session: SessionRow, minutes: number, now: number): Adjusted {
  const times = timeline(state.tables.sessions.values(), now, 'crew').get(session.id);
  const start = times?.start ?? session.start;
  const end = Math.max(start, (times?.end ?? session.end) + minutes * minute);
  const shift = lastsToItsEnd(session) ? start - session.start : session.shift;
  return { ...adjusted(session), shift, stretch: end - start - (session.end - session.start) };
}

function adjusted({ shift, stretch, qaCut }: Adjusted): Adjusted {
  return { shift, stretch, qaCut };
}

interface Collision {
  anchor: string;
  by: number;
}

/**
 * From how much on a run into a fixed session is asked about, in milliseconds: sessions start at any second, and
 * nobody decides about seconds. The first rules asked about every one.
 */
function worthAsking(rules: number): number {
  return rules === 1 ? 1 : minute;
}

/** The first fixed session that is run into by `least` and by more than before the change; null where there is none. */
function newOverrun(
  state: State,
  after: Map<string, SessionRow>,
  now: number,
  least: number,
): Collision | null {
  const before = overruns(state.tables.sessions.values(), now);
  for (const [anchor, by] of overruns(after.values(), now)) {
    if (by >= least && by > (before.get(anchor) ?? 0)) return { anchor, by };
  }
  return null;
}

const ways: readonly Give[] = ['break', 'qa', 'anchor'];

function possible(
  state: State,
  session: SessionRow,
  after: Map<string, SessionRow>,
  now: number,
  least: number,
): Choice[] {
  const before = timeline(state.tables.sessions.values(), now, 'crew');
  return ways.flatMap((give) => {
    const given = giveWay(state, session, after, give, now, least);
    if (given === null) return [];
    const then = timeline(given.values(), now, 'crew');
    const what = [...then].flatMap(([id, times]) => {
      const from = before.get(id);
      const changed =
        from &&
        (from.start !== times.start || from.end !== times.end) &&
        times.start !== null &&
        from.start !== null;
      return changed ? [{ session: id, from: iso(from.start ?? 0), to: iso(times.start ?? 0) }] : [];
    });
    return [{ give, what }];
  });
}

/** The sessions after something has given way until nothing is run into any more; null where that is not enough. */
function giveWay(
  state: State,
  session: SessionRow,
  after: Map<string, SessionRow>,
  give: Give,
  now: number,
  least: number,
): Map<string, SessionRow> | null {
  let given = after;
  const tries = after.size * 2;
  for (let tried = 0; tried < tries; tried += 1) {
    const collision = newOverrun(state, given, now, least);
    if (collision === null) return given;
    const row = giver(session, given, collision, give);
    if (row === null) return null;
    given = new Map(given).set(row.id, row);
  }
  return null;
}

/** Who gives way, and how it is afterwards; null where nobody has as much to give. */
function giver(
  session: SessionRow,
  after: Map<string, SessionRow>,
  { anchor, by }: Collision,
  give: Give,
): SessionRow | null {
  const fixed = after.get(anchor);
  if (give === 'anchor')
    return fixed && fixed.id !== session.id && fixed.startedAt === null
      ? { ...fixed, shift: fixed.shift + by }
      : null;
  const room =
    byRoom(after.values()).find(
      (items) => items.some(({ id }) => id === session.id) && items.some(({ id }) => id === anchor),
    ) ?? [];
  const upTo = room.slice(
    0,
    room.findIndex(({ id }) => id === anchor),
  );
  const from = Math.max(
    0,
    upTo.findIndex(({ id }) => id === session.id),
  );
  const open = upTo.slice(from).filter((row) => row.endedAt === null && !row.cancelled);
  const length = (row: SessionRow) => row.end - row.start + row.stretch;
  if (give === 'break') {
    const rest = open.find(
      (row) =>
        row.kind === 'break' && row.id !== session.id && length(row) - (row.shrinkTo ?? 0) * minute >= by,
    );
    return rest ? { ...rest, stretch: rest.stretch - by } : null;
  }
  const talk = open.findLast((row) => row.qa * minute - row.qaCut >= by && length(row) >= by);
  return talk ? { ...talk, stretch: talk.stretch - by, qaCut: talk.qaCut + by } : null;
}

function withSession(
  state: State,
  session: SessionRow,
  fields: Partial<SessionRow>,
): Map<string, SessionRow> {
  return new Map(state.tables.sessions).set(session.id, { ...session, ...fields });
}

function reordered(
  state: State,
  session: SessionRow,
  after: string | null,
): { session: SessionRow; to: number }[] | null {
  const room = [...state.tables.sessions.values()]
    .filter((row) => row.room === session.room && !row.removed)
    .toSorted((a, b) => a.order - b.order);
  const places = room.map(({ order }) => order);
  const rest = room.filter(({ id }) => id !== session.id);
  const index = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
  if (after !== null && index === 0) return null;
  rest.splice(index, 0, session);
  return rest.map((row, at) => ({ session: row, to: places[at] ?? row.order }));
}
