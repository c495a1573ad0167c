import { takenFrom } from '../event/taken-from.ts';
import { type Change, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import { eventOf, type State } from '../state/state.ts';
import type { passData } from './commands.ts';
import { drift, nextWaited } from './drift.ts';
import { areBeside, byRoom, passedIn, passedOver } from './order.ts';
import { awaitedEnd } from './part-times.ts';
import { autorunAfter, lastCallInRoom, type PartRow, pastAfter, type SessionRow } from './session.ts';
import { begun } from './start.ts';
import { roomInTime, type Times, timeline } from './timing.ts';
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
  const inTime = event.policy.autorun ? inTimeOf(state, times) : times;
  let next = Number.POSITIVE_INFINITY;
  const consider = (instant: number | null | undefined) => {
    if (instant != null && instant > state.passedTo) next = Math.min(next, instant);
  };
  for (const session of state.tables.sessions.values()) {
    if (session.removed) continue;
    const window = windowOf(session, event.policy, state.passedTo);
    if (window.closesAt !== null) {
      consider(window.closesAt - remoteCall(event.policy) + lastCallInRoom);
      consider(window.closesAt);
    }
    if (session.cancelled) continue;
    const mayHappen = event.policy.autorun && !passed.has(session.id);
    const fact = mayHappen ? nextFact(session, inTime.get(session.id)) : null;
    if (fact !== null) next = Math.min(next, Math.max(fact.due, state.passedTo + 1));
    for (const known of [times.get(session.id), told.get(session.id)]) {
      if (session.startedAt === null) consider(known?.due);
      else if (session.endedAt === null) consider(awaitedEnd(session, known?.parts));
      if (known?.waits && session.endedAt === null && !passed.has(session.id)) consider(nextWaited(state));
      if (session.endedAt === null) consider(known?.qaStart);
      if (session.endedAt === null && known?.end != null) consider(known.end + pastAfter);
    }
    if (session.notYet && session.startedAt === null && !passed.has(session.id))
      consider(drift(session, state));
  }
  // [V25] What stands on a screen counts as taken from then on.
  for (const stage of state.tables.stages.values()) consider(takenFrom(stage));
  for (const message of state.tables.messages.values()) if (!message.ended) consider(message.until);
  return Number.isFinite(next) ? next : null;
}

/** The times that autorun goes by: those that are known, unless something waits for what runs over. */
function inTimeOf(state: State, known: ReadonlyMap<string, Times>): ReadonlyMap<string, Times> {
  if (![...known.values()].some(({ waits }) => waits)) return known;
  const times = new Map<string, Times>();
  for (const items of byRoom(state.tables.sessions.values()))
    for (const [id, its] of roomInTime(items, state.at)) {
      const other = times.get(id);
      if (!other || (its.start ?? 0) < (other.start ?? 0)) times.set(id, its);
    }
  return times;
}

/** [T15–T18] Time has come: what happens by itself happens, once, at the instant at which it was due. */
export const passClock: Rule<typeof passData> = {
  decide: () => null,
  evolve(state, _data, { now }) {
    const autorun = eventOf(state)?.policy.autorun ?? false;
    if (!autorun) return [];
    const day = new Unattended(state.tables.sessions, now);
    for (let fact = day.next(); fact !== null; fact = day.next()) day.happen(fact);
    return [...day.rows.values()].flatMap((row): Change[] => {
      const before = state.tables.sessions.get(row.id);
      return before && before !== row
        ? setFields('sessions', before, {
            startedAt: row.startedAt,
            endedAt: row.endedAt,
            assumed: row.assumed,
            parts: row.parts,
            ...(row.endAssumed && { endAssumed: row.endAssumed }),
            ...(row.keepsEnd && { keepsEnd: row.keepsEnd }),
            ...(row.endSaidAt !== undefined && { endSaidAt: row.endSaidAt }),
          })
        : [];
    });
  },
};

/** Something that happens to a session by itself, at an instant, with the fields it sets. */
export interface Fact {
  due: number;
  fields(rows: ReadonlyMap<string, SessionRow>): [string, Partial<SessionRow>][];
}

/** A day up to an instant, as it goes on without anybody. Each room is looked at again only where something happened. */
class Unattended {
  readonly rows: Map<string, SessionRow>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #now: number;
  #rooms: { ids: ReadonlySet<string>; passed: readonly string[]; facts: ReadonlyMap<string, Fact> }[];

  constructor(sessions: ReadonlyMap<string, SessionRow>, now: number) {
    this.rows = new Map(sessions);
    this.#places = new Map([...sessions.keys()].map((id, place) => [id, place]));
    this.#now = now;
    this.#rooms = byRoom(sessions.values()).map((items) => this.#look(items));
  }

  /** What happens next; of several at once that of the session which comes first in the programme. */
  next(): Fact | null {
    const passed = new Set(this.#rooms.flatMap((room) => room.passed));
    let first: { fact: Fact; place: number } | null = null;
    for (const { facts } of this.#rooms) {
      for (const [id, fact] of facts) {
        const place = this.#places.get(id) ?? 0;
        if (passed.has(id) || fact.due > this.#now) continue;
        const sooner =
          first === null || fact.due < first.fact.due || (fact.due === first.fact.due && place < first.place);
        if (sooner) first = { fact, place };
      }
    }
    return first?.fact ?? null;
  }

  /** Lets it happen, and looks again at the rooms that it concerns. */
  happen(fact: Fact): void {
    const changed = new Set<string>();
    for (const [id, fields] of fact.fields(this.rows)) {
      const row = this.rows.get(id);
      if (!row) continue;
      const begins = row.startedAt === null && fields.startedAt != null;
      this.rows.set(id, { ...row, ...fields, ...(begins && begun(row)) });
      changed.add(id);
    }
    const concerned = this.#rooms.map(({ ids }) => [...changed].some((id) => ids.has(id)));
    const rooms = byRoom(this.rows.values());
    this.#rooms = this.#rooms.map((room, index) => {
      const items = rooms[index];
      return concerned[index] && items ? this.#look(items) : room;
    });
  }

  #look(items: readonly SessionRow[]) {
    const times = roomInTime(items, this.#now);
    const facts = new Map<string, Fact>();
    for (const item of items) {
      const fact = item.cancelled ? null : nextFact(item, times.get(item.id));
      if (fact) facts.set(item.id, fact);
    }
    return { ids: new Set(items.map(({ id }) => id)), passed: passedIn(items), facts };
  }
}

/** What autorun does next to a session, null where nothing: counts it as started, starts its parts, or ends what was never started by hand. */
export function nextFact(session: SessionRow, times: Times | undefined): Fact | null {
  if (!times || times.start === null || times.end === null || session.endedAt !== null) return null;
  const { start, end } = times;
  if (session.startedAt === null) {
    // What something fixed left no time for did not take place.
    const squeezedOut = end <= start && session.end > session.start;
    if (session.notYet || squeezedOut) return null;
    const from = Math.max(start, session.notBefore ?? start);
    const due = from + autorunAfter;
    return { due, fields: (rows) => assumedStart(rows, session, from, due) };
  }
  if (!session.assumed) return null;
  const part = partAtHand(session.parts);
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

/** The part that runs, else the one after the last that began; those passed over are not gone back to. */
function partAtHand(parts: readonly PartRow[]): PartRow | undefined {
  const last = parts.findLastIndex(({ startedAt }) => startedAt !== null);
  return parts[last]?.endedAt === null ? parts[last] : parts[last + 1];
}

/** A session counts as started at an instant, which `said` made known: what ran there has its last call from then on. */
function assumedStart(
  rows: ReadonlyMap<string, SessionRow>,
  session: SessionRow,
  at: number,
  said: number,
): [string, Partial<SessionRow>][] {
  const running = [...rows.values()].filter(
    (other) =>
      other.id !== session.id &&
      !other.removed &&
      other.startedAt !== null &&
      other.endedAt === null &&
      (other.room === session.room || other.room === null || session.room === null) &&
      !areBeside(other, session),
  );
  return [
    ...running.map((other): [string, Partial<SessionRow>] => [
      other.id,
      { ...ended(other, Math.max(at, other.startedAt ?? at)), ...(said > at && { endSaidAt: said }) },
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
  return { endedAt: at, endAssumed: true, parts };
}

function setPart(
  session: SessionRow,
  id: string,
  fields: Partial<SessionRow['parts'][number]>,
): SessionRow['parts'] {
  return session.parts.map((part) => (part.id === id ? { ...part, ...fields } : part));
}
