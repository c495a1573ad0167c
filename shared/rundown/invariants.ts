import type { Afterwards } from '../state/afterwards.ts';
import type { State } from '../state/state.ts';
import { isOnAir } from './off-air.ts';
import { areBeside } from './order.ts';
import type { SessionRow } from './session.ts';

/**
 * [U6] Whether sessions could not be so: one ends without having begun, two are on air in a room, one is gone though it is on
 * air. Two that were on air at once before are nobody's new fault.
 */
export function isImpossible(after: Afterwards, { tables: { sessions: before } }: State): boolean {
  const all = [...after.rows('sessions').values()];
  const isLost = (row: SessionRow) =>
    row.removed && isOnAir({ ...row, removed: before.get(row.id)?.removed ?? true });
  if (all.some(isLost)) return true;
  const sessions = all.filter(({ removed }) => !removed);
  const isNewCollision = (one: SessionRow, other: SessionRow) => {
    if (!collide(one, other)) return false;
    const [was, otherWas] = [before.get(one.id), before.get(other.id)];
    return !areBeside(one, other) && !(was && otherWas && collide(was, otherWas));
  };
  const changed = after.changed('sessions');
  return sessions.some(
    (session) =>
      changed.has(session.id) &&
      (!couldBe(session) || sessions.some((other) => isNewCollision(session, other))),
  );
}

function couldBe({ startedAt, endedAt, cancelled }: SessionRow): boolean {
  if (startedAt === null) return endedAt === null;
  return !cancelled && (endedAt === null || endedAt >= startedAt);
}

function collide(a: SessionRow, b: SessionRow): boolean {
  if (a.id === b.id || a.startedAt === null || b.startedAt === null) return false;
  if (a.room !== b.room && a.room !== null && b.room !== null) return false;
  const until = ({ endedAt }: SessionRow) => endedAt ?? Number.POSITIVE_INFINITY;
  return Math.max(a.startedAt, b.startedAt) < Math.min(until(a), until(b));
}
