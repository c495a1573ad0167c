import type { State } from '../state/state.ts';
import { areBeside } from './order.ts';
import type { Programme, SessionPlan } from './programme.ts';
import type { SessionRow } from './session.ts';

/** Whether a session has begun and not ended, and was not removed. */
export function isOnAir({ startedAt, endedAt, removed }: SessionRow): boolean {
  return startedAt !== null && endedAt === null && !removed;
}

/**
 * The sessions on air that a programme would take off the air: those that it leaves out, those whose running part it
 * leaves out, and those that it puts into a room where something else is on air since later.
 */
export function takenOffAir(state: State, { sessions }: Pick<Programme, 'sessions'>): SessionRow[] {
  const plans = new Map(sessions.map((plan) => [plan.id, plan]));
  const crowdedOut = crowdedOutBy(state, sessions);
  return [...state.tables.sessions.values()].filter((session) => {
    if (!isOnAir(session)) return false;
    const plan = plans.get(session.id);
    return plan === undefined || crowdedOut.has(session.id) || losesPart(session, plan);
  });
}

/** Those on air that a programme puts into a room where something else is on air since later: they end. */
export function crowdedOutBy(state: State, plans: readonly SessionPlan[]): Set<string> {
  const onAir = plans.flatMap((plan) => {
    const session = state.tables.sessions.get(plan.id);
    const { room, start, end } = plan;
    return session && isOnAir({ ...session, removed: false }) ? [{ ...session, room, start, end }] : [];
  });
  const later = (one: SessionRow, other: SessionRow) =>
    (one.startedAt ?? 0) > (other.startedAt ?? 0) || (one.startedAt === other.startedAt && one.id > other.id);
  const crowded = onAir.filter((session) =>
    onAir.some(
      (other) =>
        later(other, session) &&
        (other.room === session.room || other.room === null || session.room === null) &&
        !areBeside(other, session),
    ),
  );
  return new Set(crowded.map(({ id }) => id));
}

function losesPart({ parts }: SessionRow, plan: SessionPlan): boolean {
  const kept = new Set(plan.parts.map(({ id }) => id));
  return parts.some(({ id, startedAt, endedAt }) => startedAt !== null && endedAt === null && !kept.has(id));
}
