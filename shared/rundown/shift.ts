import { type Change, same, setFields } from '../state/change.ts';
import type { Fields, Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { extendSchema, moveSchema, tellSchema } from './commands.ts';
import { findSession, unknownSession } from './find.ts';
import { giveWay, newOverrun, overrunsBefore, possible, withSession } from './overrun-choices.ts';
import { refuse } from './refusals.ts';
import { minute, type SessionRow } from './session.ts';
import { answered, isOnlyAssumed, unbegun } from './start.ts';
import { lastsToItsEnd, type Times, timeline } from './timing.ts';

/**
 * [T8, T10] Move: a session's start, from where it is expected now; what follows in its room shifts.
 * Refuses: `session-unknown`, `fixed-in-the-way`, `session-over`, `move-begun`, `move-before`.
 */
export const move: Rule<typeof moveSchema> = {
  decide: (state, data, { now }) => decideShift(state, data, now, moving),
  evolve: (state, data, { now }) => evolveShift(state, data, now, moving),
};

/**
 * [T9, T10] Extend or shorten a session, from where its end is expected now.
 * Refuses: `session-unknown`, `fixed-in-the-way`, `session-over`, `move-begun`, `move-before`.
 */
export const extend: Rule<typeof extendSchema> = {
  decide: (state, data, { now }) => decideShift(state, data, now, extending),
  evolve: (state, data, { now }) => evolveShift(state, data, now, extending),
};

/** [T12] Tell everybody what only the staff knew. */
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

type Shift = Fields<typeof moveSchema> | Fields<typeof extendSchema>;
type Adjusted = Pick<SessionRow, 'shift' | 'stretch' | 'qaCut' | 'notYet'>;

/** A way to change the times of a session. */
interface Way {
  /** Whether it is about the start, which what has begun has behind it; what only counts as started can still be moved. */
  ofStart: boolean;
  adjust(state: State, session: SessionRow, minutes: number, now: number): Adjusted;
}
const moving: Way = { ofStart: true, adjust: moved };
const extending: Way = { ofStart: false, adjust: extended };

function decideShift(state: State, data: Shift, now: number, way: Way): Refusal | null {
  const session = adjustable(state, way, data.session);
  if (!session) return unknownSession;
  const wanted = way.adjust(state, session, data.minutes, now);
  const unmoved = way.adjust(state, session, 0, now);
  return (
    tooLate(session, way, wanted) ??
    tooEarly(state, session, wanted, data.minutes, now) ??
    inTheWay(state, session, { wanted, unmoved }, data, now)
  );
}

/** Why the times of a session are not changed any more. */
function tooLate(session: SessionRow, { ofStart }: Way, { shift }: Adjusted): Refusal | null {
  const { cancelled, endedAt, startedAt } = session;
  if (cancelled || endedAt !== null)
    return refuse('not-now', 'session-over', { now: { status: cancelled ? 'cancelled' : 'ended' } });
  return ofStart && startedAt !== null && shift !== session.shift
    ? refuse('not-now', 'move-begun', { now: { status: 'onAir' } })
    : null;
}

/** Why a session does not begin sooner: what comes before it is not over by then. */
function tooEarly(
  state: State,
  session: SessionRow,
  wanted: Adjusted,
  minutes: number,
  now: number,
): Refusal | null {
  if (session.startedAt !== null || wanted.shift === session.shift || minutes >= 0) return null;
  const after = withSession(rowsAround(state, session), session, wanted);
  const start = timeline(after.values(), now, 'internal').get(session.id)?.start;
  return start === session.start + wanted.shift
    ? null
    : refuse('not-now', 'move-before', { now: { expectedStart: iso(start ?? null) } });
}

/** Where a session would run into something fixed: what could give way, unless it was said what does. */
function inTheWay(
  state: State,
  session: SessionRow,
  { wanted, unmoved }: { wanted: Adjusted; unmoved: Adjusted },
  { give: said }: Shift,
  now: number,
): Refusal | null {
  const near = rowsAround(state, session);
  const nearAfter = withSession(near, session, wanted);
  if (newOverrun(overrunsBefore(near, session, unmoved, now), nearAfter, now) === null) return null;
  const { sessions } = state.tables;
  const after = withSession(sessions, session, wanted);
  const known = overrunsBefore(sessions, session, unmoved, now);
  const choices = possible(state, session, after, known, now);
  if (said !== undefined && choices.some(({ give }) => give === said)) return null;
  return refuse('conflict', 'fixed-in-the-way', { of: 'anchor', choices });
}

function evolveShift(state: State, data: Shift, now: number, way: Way): Change[] {
  const session = adjustable(state, way, data.session);
  if (!session) return [];
  const after = adjustedRows(state, session, data, now, way);
  return [...after.values()].flatMap((row) => {
    const before = state.tables.sessions.get(row.id);
    const { shift, stretch, qaCut, notYet } = row;
    if (!before || (row.id !== session.id && same(adjusted(before), adjusted(row)))) return [];
    const told = (data.tell ?? true) ? { toldShift: shift, toldStretch: stretch, toldQaCut: qaCut } : {};
    const waits = shift !== before.shift ? answered(before) : {};
    return setFields('sessions', before, { shift, stretch, qaCut, notYet, ...told, ...waits });
  });
}

/** The sessions once one has other times, and what was named has given way. */
function adjustedRows(
  state: State,
  session: SessionRow,
  { minutes, give }: Shift,
  now: number,
  { adjust }: Way,
): ReadonlyMap<string, SessionRow> {
  const { sessions } = state.tables;
  const after = withSession(sessions, session, adjust(state, session, minutes, now));
  if (give === undefined) return after;
  const known = overrunsBefore(sessions, session, adjust(state, session, 0, now), now);
  return giveWay(session, after, give, known, now) ?? after;
}

/** A session as a change of its times finds it. */
function adjustable(state: State, { ofStart }: Way, id: string): SessionRow | undefined {
  const session = findSession(state, id);
  return ofStart && session && isOnlyAssumed(session) ? { ...session, ...unbegun(session) } : session;
}

/** The rows on which the times of a session depend: those of its room, with those that are everybody's. */
function rowsAround(state: State, { room }: SessionRow): ReadonlyMap<string, SessionRow> {
  if (room === null) return state.tables.sessions;
  return new Map([...state.tables.sessions].filter(([, row]) => row.room === room || row.room === null));
}

/** A new time to come is an answer: whoever gives one has not only said *Not yet*. */
function moved(state: State, session: SessionRow, minutes: number, now: number): Adjusted {
  const times = timeline(rowsAround(state, session).values(), now, 'internal').get(session.id);
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
  const times = timeline(rowsAround(state, session).values(), now, 'internal').get(session.id);
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
