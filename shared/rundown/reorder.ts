import { afterwards } from '../state/afterwards.ts';
import { type Change, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import type { placeSchema } from './commands.ts';
import { findSession, unknownSession } from './find.ts';
import { isAnchor } from './order.ts';
import { refuse } from './refusals.ts';
import { minute, type SessionRow } from './session.ts';
import { answered, isOnlyAssumed } from './start.ts';
import { lastsToItsEnd, overruns, timeline } from './timing.ts';

/**
 * [T11] Place: reorders sessions of a room that have not begun, as far as anybody said; they share the times they had.
 * What is fixed, cancelled or has begun keeps its place among them.
 * Refuses: `place-other-room`, `place-kept`, `place-other-day`, `place-into-fixed`, `session-unknown`.
 */
export const place: Rule<typeof placeSchema> = {
  decide(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session || (data.after !== null && !findSession(state, data.after))) return unknownSession;
    const order = reordered(state, session, data.after);
    if (order === null) return refuse('not-now', 'place-other-room', { now: {} });
    const moving = order.filter(({ session: each, to }) => to !== each.order);
    if (!isMovable(session)) return refuse('not-now', 'place-kept', { now: {} });
    if (moving.some(({ session: each }) => each.day !== session.day))
      return refuse('not-now', 'place-other-day', { now: {} });
    return fits(state, moving, now) ? null : refuse('not-now', 'place-into-fixed', { now: {} });
  },
  evolve(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return [];
    const order = reordered(state, session, data.after);
    const moving = order?.filter(({ session: each, to }) => to !== each.order) ?? [];
    return dealt(state, moving, now);
  },
};

/** A session and the place it gets in its room's order. */
interface Place {
  session: SessionRow;
  to: number;
}

function keepsPlace(session: SessionRow): boolean {
  const counts = isOnlyAssumed(session) && session.endedAt === null;
  return (session.startedAt !== null && !counts) || isAnchor(session);
}

function isMovable(session: SessionRow): boolean {
  return !keepsPlace(session) && !session.cancelled;
}

/** The new places of a room's movable sessions; null where the other session is of another room. */
function reordered(state: State, session: SessionRow, after: string | null): Place[] | null {
  const room = roomOf(state, session);
  const rest = room.filter(({ id }) => id !== session.id);
  const index = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
  if (after !== null && after !== session.id && index === 0) return null;
  const wanted = after === session.id ? room : rest.toSpliced(index, 0, session);
  const places = room.filter(isMovable).map(({ order }) => order);
  return wanted.filter(isMovable).map((row, at) => ({ session: row, to: places[at] ?? row.order }));
}

/**
 * The starts that moving sessions get: one after the other, with the pauses that were between their places; after
 * something fixed no earlier than the session whose place it is was expected. A break that had shrunk stays so short.
 */
function dealt(state: State, moving: readonly Place[], now: number): Change[] {
  const times = timeline(state.tables.sessions.values(), now, 'internal');
  const expected = ({ id, start, end }: SessionRow) => ({
    start: times.get(id)?.start ?? start,
    end: times.get(id)?.end ?? end,
  });
  const slots = moving
    .map(({ session }) => session)
    .toSorted((a, b) => a.order - b.order)
    .map(expected);
  const fixed = [...state.tables.sessions.values()]
    .filter((row) => isAnchor(row) && !row.removed)
    .map((row) => expected(row).start);
  let cursor = slots[0]?.start ?? 0;
  return moving.flatMap(({ session, to }, at) => {
    const [before, slot] = [slots[at - 1], slots[at]];
    if (!slot) return [];
    const pause = before ? slot.start - before.end : 0;
    const isApart = before && fixed.some((start) => start >= before.end && start < slot.start);
    const start = isApart ? Math.max(cursor, slot.start) : cursor + Math.max(0, pause);
    const span = expected(session);
    const planned = session.end - session.start;
    const stretch = lastsToItsEnd(session) ? span.end - span.start - planned : session.stretch;
    cursor = start + Math.max(0, planned + stretch);
    const shift = start - session.start;
    return setFields('sessions', session, {
      order: to,
      shift,
      toldShift: shift,
      stretch,
      ...(stretch !== session.stretch && { toldStretch: stretch }),
      ...answered(session),
    });
  });
}

/** Whether a new order runs into nothing fixed that the old one did not run into. */
function fits(state: State, moving: readonly Place[], now: number): boolean {
  const before = overruns(state.tables.sessions.values(), now);
  const after = afterwards(state, dealt(state, moving, now)).rows('sessions');
  return [...overruns(after.values(), now)].every(([id, by]) => by < minute || by <= (before.get(id) ?? 0));
}

function roomOf(state: State, session: SessionRow): SessionRow[] {
  return [...state.tables.sessions.values()]
    .filter((row) => row.room === session.room && !row.removed)
    .toSorted((a, b) => a.order - b.order);
}
