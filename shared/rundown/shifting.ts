import { type Change, same, setFields } from '../state/change.ts';
import type { Recorded, Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { extendSchema, moveSchema, tellSchema } from './commands.ts';
import { findSession, unknownSession } from './finding.ts';
import { giveWay, newOverrun, overrunsBefore, possible, withSession } from './overrun-choices.ts';
import { refuse } from './refusals.ts';
import { minute, type SessionRow } from './session.ts';
import { answered, isOnlyAssumed, unbegun } from './start.ts';
import { lastsToItsEnd, type Times, timeline } from './timing.ts';

/** [T8, T10] Move: a session's start, from where it is expected now; what follows in its room shifts. */
export const move: Rule<typeof moveSchema> = {
  decide: (state, entry, now) =>
    decideShift(state, entry, now, (session, minutes) => moved(state, session, minutes, now)),
  evolve: (state, entry, now) =>
    evolveShift(state, entry, now, (session, minutes) => moved(state, session, minutes, now)),
};

/** [T9, T10] Extend or shorten a session, from where its end is expected now. */
export const extend: Rule<typeof extendSchema> = {
  decide: (state, entry, now) =>
    decideShift(state, entry, now, (session, minutes) => extended(state, session, minutes, now)),
  evolve: (state, entry, now) =>
    evolveShift(state, entry, now, (session, minutes) => extended(state, session, minutes, now)),
};

/** [T12] Tell everybody what only the crew knew. */
export const tell: Rule<typeof tellSchema> = {
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

type Shift = Recorded<typeof moveSchema> | Recorded<typeof extendSchema>;
type Adjusted = Pick<SessionRow, 'shift' | 'stretch' | 'qaCut' | 'notYet'>;
type Adjust = (session: SessionRow, minutes: number) => Adjusted;

function decideShift(state: State, { type, data }: Shift, now: number, adjust: Adjust): Refusal | null {
  const session = adjustable(state, type, data.session);
  if (!session) return unknownSession;
  if (session.cancelled || session.endedAt !== null) {
    return refuse('not-now', 'session-over', {
      now: { status: session.cancelled ? 'cancelled' : 'ended' },
    });
  }
  const wanted = adjust(session, data.minutes);
  if (type === 'session.move' && session.startedAt !== null && wanted.shift !== session.shift) {
    return refuse('not-now', 'move-begun', {
      now: { status: 'onAir' },
    });
  }
  const near = rowsAround(state, session);
  const nearAfter = withSession(near, session, wanted);
  const start = timeline(nearAfter.values(), now, 'crew').get(session.id)?.start;
  if (
    session.startedAt === null &&
    wanted.shift !== session.shift &&
    start !== session.start + wanted.shift &&
    data.minutes < 0
  ) {
    return refuse('not-now', 'move-before', {
      now: { expectedStart: iso(start ?? null) },
    });
  }
  if (newOverrun(overrunsBefore(near, session, adjust(session, 0), now), nearAfter, now) === null)
    return null;
  const after = withSession(state.tables.sessions, session, wanted);
  const known = overrunsBefore(state.tables.sessions, session, adjust(session, 0), now);
  const choices = possible(state, session, after, known, now);
  if (data.give !== undefined && choices.some(({ give }) => give === data.give)) return null;
  return refuse('conflict', 'fixed-in-the-way', {
    of: 'anchor',
    choices,
  });
}

function evolveShift(state: State, { type, data }: Shift, now: number, adjust: Adjust): Change[] {
  const session = adjustable(state, type, data.session);
  if (!session) return [];
  const { sessions } = state.tables;
  const wanted = adjust(session, data.minutes);
  const after = withSession(sessions, session, wanted);
  const known = data.give === undefined ? null : overrunsBefore(sessions, session, adjust(session, 0), now);
  const given =
    data.give === undefined || known === null
      ? after
      : (giveWay(session, after, data.give, known, now) ?? after);
  return [...given.values()].flatMap((row) => {
    const before = sessions.get(row.id);
    const { shift, stretch, qaCut, notYet } = row;
    if (!before || (row.id !== session.id && same(adjusted(before), adjusted(row)))) return [];
    const told = (data.tell ?? true) ? { toldShift: shift, toldStretch: stretch, toldQaCut: qaCut } : {};
    const waits = shift !== before.shift ? answered(before) : {};
    return setFields('sessions', before, { shift, stretch, qaCut, notYet, ...told, ...waits });
  });
}

/** A session as a change of its times finds it: one that only counts as started can still be moved. */
function adjustable(state: State, type: Shift['type'], id: string): SessionRow | undefined {
  const session = findSession(state, id);
  const waits = type === 'session.move' && session !== undefined && isOnlyAssumed(session);
  return waits ? { ...session, ...unbegun(session) } : session;
}

/** The rows on which the times of a session depend: those of its room, with those that are everybody's. */
function rowsAround(state: State, { room }: SessionRow): ReadonlyMap<string, SessionRow> {
  if (room === null) return state.tables.sessions;
  return new Map([...state.tables.sessions].filter(([, row]) => row.room === room || row.room === null));
}

/** A new time to come is an answer: whoever gives one has not only said *Not yet*. */
function moved(state: State, session: SessionRow, minutes: number, now: number): Adjusted {
  const times = timeline(rowsAround(state, session).values(), now, 'crew').get(session.id);
  const start = (times?.start ?? session.start) + minutes * minute;
  const notYet = session.notYet && (minutes === 0 || start <= now);
  return { ...adjusted(session), shift: start - session.start, notYet };
}

/**
 * A break that was shrunk is stretched from where it stands, else it would only shrink again. Minutes that are added or
 * taken during the Q&A are those of the Q&A, and none are taken that have gone by. What runs over gets its minutes from
 * now on: its end cannot be in the past.
 */
function extended(state: State, session: SessionRow, minutes: number, now: number): Adjusted {
  const times = timeline(rowsAround(state, session).values(), now, 'crew').get(session.id);
  const { start, end } = { start: times?.start ?? session.start, end: times?.end ?? session.end };
  const gone = session.startedAt !== null && minutes < 0 ? Math.min(end, now) : start;
  const from = session.startedAt !== null && minutes > 0 ? Math.max(end, now) : end;
  const until = Math.max(start, gone, from + minutes * minute);
  const all = session.end - session.start;
  if (lastsToItsEnd(session))
    return { ...adjusted(session), shift: start - session.start, stretch: until - start - all };
  const stretch = session.stretch + until - (times?.wantedEnd ?? end);
  return { ...adjusted(session), stretch, qaCut: session.qaCut - ofQuestions(session, times, until, now) };
}

/** How many of the milliseconds that move a session's end to an instant belong to its Q&A: all of them once that runs. */
function ofQuestions(session: SessionRow, times: Times | undefined, until: number, now: number): number {
  if (session.startedAt === null || times?.qaStart == null || times.end === null || now < times.qaStart)
    return 0;
  const qa = session.qa * minute - session.qaCut;
  return Math.max(until - (times.wantedEnd ?? times.end), -qa);
}

function adjusted({ shift, stretch, qaCut, notYet }: Adjusted): Adjusted {
  return { shift, stretch, qaCut, notYet };
}
