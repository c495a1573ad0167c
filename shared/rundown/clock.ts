import { type Change, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import { eventOf, type State } from '../state/state.ts';
import { begun } from './running.ts';
import { autorunAfter, driftLimit, lastCallInRoom, minute, pastAfter, type SessionRow } from './session.ts';
import { passedOver, type Times, timeline } from './timing.ts';
import { remoteCall, windowOf } from './windows.ts';

/**
 * The next moment at which something changes by itself, in epoch milliseconds: a session falls due, counts as
 * started or over, drifts, a window closes, a phase turns, an announcement runs out. Null where nothing will.
 */
export function nextDue(state: State): number | null {
  const event = eventOf(state);
  if (!event) return null;
  const times = timeline(state.tables.sessions.values(), state.at, 'crew');
  const told = timeline(state.tables.sessions.values(), state.at, 'told');
  const passed = passedOver(state.tables.sessions.values());
  let next = Number.POSITIVE_INFINITY;
  const consider = (instant: number | null | undefined) => {
    if (instant != null && instant > state.passedTo) next = Math.min(next, instant);
  };
  for (const session of state.tables.sessions.values()) {
    if (session.removed || session.cancelled) continue;
    const fact = passed.has(session.id)
      ? null
      : nextFact(session, times.get(session.id), event.policy.autorun);
    if (fact !== null) next = Math.min(next, Math.max(fact.due, state.passedTo + 1));
    for (const known of [times.get(session.id), told.get(session.id)]) {
      if (session.startedAt === null) consider(known?.start);
      if (session.endedAt === null) consider(known?.qaStart);
      if (session.startedAt === null && known?.end != null) consider(known.end + pastAfter);
    }
    if (session.notYet && session.startedAt === null) consider(drift(session, state));
    const window = windowOf(session, event.policy, state.passedTo);
    if (window.closesAt !== null) {
      consider(window.closesAt - remoteCall(event.policy) + lastCallInRoom);
      consider(window.closesAt);
    }
  }
  for (const message of state.tables.messages.values()) if (!message.ended) consider(message.until);
  return Number.isFinite(next) ? next : null;
}

/** [T15–T18] Time has come: what happens by itself happens, once, at the instant at which it was due. */
export const passClock: Rule<'clock.pass'> = {
  decide: () => null,
  evolve(state, { rules }, now) {
    const autorun = eventOf(state)?.policy.autorun ?? false;
    const rows = new Map(state.tables.sessions);
    for (
      let fact = earliestFact(rows, now, autorun);
      fact !== null;
      fact = earliestFact(rows, now, autorun)
    ) {
      for (const [id, fields] of fact.fields(rows)) {
        const row = rows.get(id);
        const begins = row?.startedAt === null && fields.startedAt != null;
        if (row) rows.set(id, { ...row, ...fields, ...(begins && begun(row, rules)) });
      }
    }
    return [...rows.values()].flatMap((row): Change[] => {
      const before = state.tables.sessions.get(row.id);
      return before && before !== row
        ? setFields('sessions', before, {
            startedAt: row.startedAt,
            endedAt: row.endedAt,
            assumed: row.assumed,
            parts: row.parts,
            ...(row.keepsEnd && { keepsEnd: row.keepsEnd }),
          })
        : [];
    });
  },
};

/** Something that happens to a session by itself, at an instant, with the fields it sets. */
interface Fact {
  due: number;
  fields(rows: ReadonlyMap<string, SessionRow>): [string, Partial<SessionRow>][];
}

function earliestFact(rows: ReadonlyMap<string, SessionRow>, now: number, autorun: boolean): Fact | null {
  const times = timeline(rows.values(), now, 'crew');
  const passed = passedOver(rows.values());
  let earliest: Fact | null = null;
  for (const session of rows.values()) {
    const fact =
      session.removed || session.cancelled || passed.has(session.id)
        ? null
        : nextFact(session, times.get(session.id), autorun);
    if (fact && fact.due <= now && fact.due < (earliest?.due ?? Number.POSITIVE_INFINITY)) earliest = fact;
  }
  return earliest;
}

/** What autorun does next to a session: counts it as started, starts its parts, or ends what was never started by hand. */
function nextFact(session: SessionRow, times: Times | undefined, autorun: boolean): Fact | null {
  if (!autorun || !times || times.start === null || times.end === null || session.endedAt !== null)
    return null;
  const { start, end } = times;
  if (session.startedAt === null)
    return session.notYet
      ? null
      : { due: start + autorunAfter, fields: (rows) => assumedStart(rows, session, start) };
  if (!session.assumed) return null;
  const part = session.parts.find((each) => each.endedAt === null);
  const span = part ? times.parts.get(part.id) : undefined;
  if (part?.startedAt === null && span?.start != null && span.start < end) {
    return {
      due: span.start,
      fields: () => [[session.id, { parts: setPart(session, part.id, { startedAt: span.start }) }]],
    };
  }
  if (part && part.startedAt !== null && span?.end != null && span.end <= end) {
    return {
      due: span.end,
      fields: () => [[session.id, { parts: setPart(session, part.id, { endedAt: span.end }) }]],
    };
  }
  return { due: end, fields: () => [[session.id, ended(session, end)]] };
}

function assumedStart(
  rows: ReadonlyMap<string, SessionRow>,
  session: SessionRow,
  at: number,
): [string, Partial<SessionRow>][] {
  const running = [...rows.values()].filter(
    (other) =>
      other.id !== session.id &&
      !other.removed &&
      other.startedAt !== null &&
      other.endedAt === null &&
      (other.room === session.room || other.room === null || session.room === null),
  );
  return [
    ...running.map((other): [string, Partial<SessionRow>] => [
      other.id,
      ended(other, Math.max(at, other.startedAt ?? at)),
    ]),
    [session.id, { startedAt: at, assumed: true }],
  ];
}

function ended(session: SessionRow, at: number): Partial<SessionRow> {
  const parts = session.parts.map((part) =>
    part.startedAt !== null && part.endedAt === null
      ? { ...part, endedAt: Math.max(at, part.startedAt) }
      : part,
  );
  return { endedAt: at, parts };
}

function setPart(
  session: SessionRow,
  id: string,
  fields: Partial<SessionRow['parts'][number]>,
): SessionRow['parts'] {
  return session.parts.map((part) => (part.id === id ? { ...part, ...fields } : part));
}

/** The next full minute at which a session that is put off moves on; null once it has drifted as far as it may. */
function drift(session: SessionRow, state: State): number | null {
  const limit = session.start + session.shift + driftLimit;
  const next = (Math.floor(state.passedTo / minute) + 1) * minute;
  return next <= limit ? next : null;
}
