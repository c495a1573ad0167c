import { type Change, setFields } from '../state/change.ts';
import type { Fields, Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { endData, startData } from './commands.ts';
import { findSession, unknownSession } from './find.ts';
import { areBeside } from './order.ts';
import { refuse } from './refusals.ts';
import { minute, type SessionRow } from './session.ts';
import { answered, begun, unbegun } from './start.ts';

/** How far back a correction of a start or an end may reach, in hours and in milliseconds. */
const correctionHours = 12;
const correctionLimit = correctionHours * 60 * minute;

/**
 * [T1–T3] Start: ends what is on air in that room, in the same entry; `at` corrects a start that happened. What only
 * counted as started there has not begun then.
 * Refuses: `start-cancelled`, `part-ended`, `start-ended`, `session-unknown`, `part-unknown`, `ends-before-start`,
 * `room-was-taken`, `correction-too-far`.
 */
export const start: Rule<typeof startData> = {
  decide(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return unknownSession;
    if (session.cancelled)
      return refuse('not-now', 'start-cancelled', {
        now: { status: 'cancelled' },
      });
    if (session.endedAt !== null && data.at === undefined) {
      return refuse('not-now', 'start-ended', { now: { status: 'ended' } });
    }
    const part = session.parts.find(({ id }) => id === data.part);
    if (data.part !== undefined && !part) return unknownPart;
    if (part?.endedAt != null && data.at === undefined)
      return refuse('not-now', 'part-ended', {
        now: { status: 'ended' },
      });
    const far = withinReach(data.at, now);
    if (far || data.at === undefined) return far;
    const latest = part?.endedAt ?? session.endedAt;
    if (latest !== null && data.at > latest) return backwards;
    if (part && session.startedAt !== null) return data.at < session.startedAt ? backwards : null;
    const { at } = data;
    const within = othersOf(state, session).some(
      (other) => standsFirm(other) && meet(other, { startedAt: at, endedAt: session.endedAt }, at),
    );
    return within ? otherwiseTaken : null;
  },
  evolve(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return [];
    const at = data.at ?? now;
    const moves = session.startedAt === null || (data.part === undefined && data.at !== undefined);
    const ended = moves
      ? onAirAt(state, session, at).flatMap((other) => giveUp(other, at, other.endedAt === null ? now : at))
      : [];
    const fields = {
      ...startFields(session, data, at),
      ...(session.startedAt === null && begun(session)),
    };
    return [...ended, ...setFields('sessions', session, withParts(fields, session))];
  },
};

/** What gives its room up to a session that began at an instant, said at another: it ended then, or has not begun. */
function giveUp(other: SessionRow, at: number, said: number): Change[] {
  if (other.assumed && (other.startedAt ?? at) >= at) return setFields('sessions', other, unbegun(other));
  // Of what only counts as started nobody spoke: its end follows from this start.
  const follows = other.assumed && (other.endedAt === null || other.endAssumed === true);
  return endOf(other, Math.max(at, other.startedAt ?? at), said, follows);
}

/** Parts that began before their session are as late as it is. */
function withParts(fields: Partial<SessionRow>, session: SessionRow): Partial<SessionRow> {
  const { startedAt } = fields;
  if (startedAt == null) return fields;
  const parts = (fields.parts ?? session.parts).map((part) => ({
    ...part,
    startedAt: part.startedAt === null ? null : Math.max(part.startedAt, startedAt),
    endedAt: part.endedAt === null ? null : Math.max(part.endedAt, startedAt),
  }));
  return { ...fields, parts };
}

/**
 * [T4] End: of a session with its parts, or of one part; `at` corrects an end that happened.
 * Refuses: `not-begun`, `session-unknown`, `part-unknown`, `ends-before-start`, `room-was-taken`, `correction-too-far`.
 */
export const end: Rule<typeof endData> = {
  decide(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return unknownSession;
    const part = session.parts.find(({ id }) => id === data.part);
    if (data.part !== undefined && !part) return unknownPart;
    const startedAt = part ? part.startedAt : session.startedAt;
    if (startedAt === null)
      return refuse('not-now', 'not-begun', {
        now: { status: session.cancelled ? 'cancelled' : 'upcoming' },
      });
    const far = withinReach(data.at, now);
    if (far || data.at === undefined) return far;
    if (data.at < startedAt) return backwards;
    const { at } = data;
    const next = othersOf(state, session).some(
      (other) => part === undefined && meet(other, { startedAt, endedAt: at }, startedAt),
    );
    return next ? otherwiseTaken : null;
  },
  evolve(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return [];
    if (data.part === undefined) {
      if (session.endedAt !== null && data.at === undefined) return [];
      const at = data.at ?? now;
      return endOf(session, at, session.endedAt === null ? now : at, false);
    }
    const parts = session.parts.map((part) =>
      part.id === data.part && (part.endedAt === null || data.at !== undefined)
        ? { ...part, endedAt: data.at ?? now }
        : part,
    );
    return setFields('sessions', session, { parts, ...partsSaid(session) });
  },
};

/** That somebody spoke of the parts of a session which only counts as started. */
function partsSaid({ assumed }: SessionRow): Partial<SessionRow> {
  return assumed ? { partsSaid: true } : {};
}

/** The changes that end a session and its running parts at an instant, said at that or a later one, or only assumed. */
function endOf(session: SessionRow, at: number, said: number, endAssumed: boolean): Change[] {
  const parts = session.parts.map((part) =>
    part.startedAt !== null && part.endedAt === null
      ? { ...part, endedAt: Math.max(at, part.startedAt) }
      : part,
  );
  const later = said > at ? { endSaidAt: said } : session.endSaidAt != null ? { endSaidAt: null } : {};
  const how = endAssumed === (session.endAssumed === true) ? {} : { endAssumed };
  return setFields('sessions', session, { endedAt: at, parts, ...later, ...how });
}

/** Whether a session stays on air where another is said to have begun before it: not what only counts as started. */
function standsFirm({ assumed, endedAt }: SessionRow): boolean {
  return !assumed || endedAt !== null;
}

type Held = Pick<SessionRow, 'startedAt' | 'endedAt'>;

/** Whether what ran, beginning at `from` or later, and a time that is claimed have anything in common; no end is an open one. */
function meet(other: Held, claimed: Held, from: number): boolean {
  if (other.startedAt === null || claimed.startedAt === null || other.startedAt < from) return false;
  const until = ({ endedAt }: Held) => endedAt ?? Number.POSITIVE_INFINITY;
  return Math.max(other.startedAt, claimed.startedAt) < Math.min(until(other), until(claimed));
}

/**
 * The sessions that a start of this one at an instant ends: what was on air then in its room or for everybody. Where it
 * has ended already, what came after it has nothing to do with that.
 */
function onAirAt(state: State, session: SessionRow, at: number): SessionRow[] {
  return othersOf(state, session).filter(({ startedAt, endedAt }) => {
    if (startedAt === null) return false;
    if (endedAt !== null) return startedAt < at && endedAt > at;
    return session.endedAt === null || startedAt < session.endedAt;
  });
}

/** The other sessions of its room, with those that are everybody's, as far as they have begun and were not planned beside it. */
function othersOf(state: State, session: SessionRow): SessionRow[] {
  return [...state.tables.sessions.values()].filter(
    (other) =>
      other.id !== session.id &&
      !other.removed &&
      other.startedAt !== null &&
      (other.room === session.room || other.room === null || session.room === null) &&
      !areBeside(other, session),
  );
}

const unknownPart = refuse('unknown', 'part-unknown');
const backwards = refuse('not-now', 'ends-before-start', { now: {} });
const otherwiseTaken = refuse('not-now', 'room-was-taken', { now: {} });

function withinReach(at: number | undefined, now: number): Refusal | null {
  if (at === undefined || (at <= now && at >= now - correctionLimit)) return null;
  return refuse('not-now', 'correction-too-far', { now: {}, limit: correctionHours });
}

function startFields(session: SessionRow, data: Fields<typeof startData>, at: number): Partial<SessionRow> {
  if (data.part === undefined) {
    if (session.startedAt !== null && data.at === undefined) return { assumed: false };
    return { startedAt: at, assumed: false, notYet: false, ...answered(session) };
  }
  const parts = session.parts.map((part) => {
    if (part.id === data.part) {
      return part.startedAt !== null && data.at === undefined
        ? part
        : { ...part, startedAt: at, endedAt: data.at === undefined ? null : part.endedAt };
    }
    return part.startedAt !== null && part.endedAt === null
      ? { ...part, endedAt: Math.max(at, part.startedAt) }
      : part;
  });
  return session.startedAt === null
    ? { startedAt: at, assumed: false, notYet: false, parts, ...answered(session) }
    : { parts, ...partsSaid(session) };
}
