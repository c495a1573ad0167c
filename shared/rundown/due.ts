import type { Policy } from '../event/policy.ts';
import { eventOf, type State } from '../state/state.ts';
import { nextFact } from './autorun.ts';
import { drift, nextWaited } from './drift.ts';
import { byRoom, passedOver } from './order.ts';
import { awaitedEnd } from './part-times.ts';
import { lastCallInRoom, pastAfter, type SessionRow } from './session.ts';
import { roomInTime, type Times, timeline } from './timing.ts';
import { remoteCall, windowOf } from './windows.ts';

/**
 * The moments at which something of the sessions changes by itself, in epoch milliseconds: one falls due, counts as started or
 * over, drifts, its window closes, its phase turns.
 */
export function* sessionsDue(state: State): Iterable<number | null | undefined> {
  const policy = eventOf(state)?.policy;
  if (!policy) return;
  const { passedTo } = state;
  const sessions = [...state.tables.sessions.values()];
  const internal = timeline(sessions, state.at, 'internal');
  const announced = timeline(sessions, state.at, 'announced');
  const passed = passedOver(sessions);
  const inTime = policy.autorun ? inTimeOf(state, internal) : internal;
  for (const session of sessions) {
    if (session.removed) continue;
    yield* windowDue(session, policy, passedTo);
    if (session.cancelled) continue;
    const isPassed = passed.has(session.id);
    const fact = policy.autorun && !isPassed ? nextFact(session, inTime.get(session.id)) : null;
    // What should have happened before happens next.
    if (fact) yield Math.max(fact.due, passedTo + 1);
    for (const times of [internal.get(session.id), announced.get(session.id)])
      if (times) yield* timesDue(state, session, times, isPassed);
    if (session.notYet && session.startedAt === null && !isPassed) yield drift(session, state);
  }
}

function* windowDue(session: SessionRow, policy: Policy, passedTo: number): Iterable<number> {
  const { closesAt } = windowOf(session, policy, passedTo);
  if (closesAt === null) return;
  yield closesAt - remoteCall(policy) + lastCallInRoom;
  yield closesAt;
}

/** The moments at which one of its times comes. `isPassed`: a later session of its room has begun. */
function* timesDue(
  state: State,
  session: SessionRow,
  { due, parts, waits, qaStart, end }: Times,
  isPassed: boolean,
): Iterable<number | null | undefined> {
  if (session.startedAt === null) yield due;
  if (session.endedAt !== null) return;
  if (session.startedAt !== null) yield awaitedEnd(session, parts);
  if (waits && !isPassed) yield nextWaited(state);
  yield qaStart;
  if (end !== null) yield end + pastAfter;
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
