import type { EventRow } from '../event/event.ts';
import { type Change, setFields } from '../state/change.ts';
import { nextFact } from './autorun.ts';
import { isOnAir } from './off-air.ts';
import { areBeside, byRoom, ownStart, passedIn } from './order.ts';
import { autorunAfter, minute, type SessionRow } from './session.ts';
import { roomInTime } from './timing.ts';
import { isLongPast } from './windows.ts';

type Rows = ReadonlyMap<string, SessionRow>;

/** A day as far as it goes on by itself. */
interface Around {
  event: ReadonlyMap<string, EventRow>;
  sessions: Rows;
}

/**
 * [T16] What an entry made due in the past (by cancelling what came before, taking back a start, an earlier time, a new
 * session) is asked about from now on, and counts as started no earlier: autorun answers for silence, not for what
 * nobody was asked. What a plan puts so far back that it is over is answered for, as where a day is loaded late: else the
 * day would begin anew. So is what it gives another time that has come, and so autorun that is switched on answers for the
 * silence until then, both save where somebody runs the room by hand. `before` and `after` are the day around the entry,
 * `made` the sessions that it made.
 */
export function rearmAutorun(
  before: Around,
  after: Around,
  made: readonly SessionRow[],
  now: number,
): Change[] {
  if (before.event.size === 0) return [];
  const sessions = new Map([...after.sessions, ...made.map((row): [string, SessionRow] => [row.id, row])]);
  const overdue = overdueIn({ ...after, sessions }, now);
  if (overdue.size === 0) return [];
  const known = overdueIn({ ...before, event: after.event }, now);
  const switchedOn = !hasAutorun(before);
  return [...overdue].flatMap(([id, end]) => {
    const row = sessions.get(id);
    if (!row) return [];
    const was = before.sessions.get(id);
    const plannedAnew = isPlannedAnew(was, row);
    if (plannedAnew && end <= now) return [];
    const byHand = isRunByHand(row, before);
    const wasKnown = known.has(id) && !(switchedOn && byHand);
    return wasKnown || (plannedAnew && was && !byHand)
      ? []
      : setFields('sessions', row, { notBefore: Math.floor(now / minute) * minute });
  });
}

/** Whether the plan itself gave a session its time, not what operators did to it. */
function isPlannedAnew(was: SessionRow | undefined, row: SessionRow): boolean {
  return was === undefined || was.start !== row.start || was.end !== row.end || was.room !== row.room;
}

function hasAutorun({ event }: Around): boolean {
  return event.get('event')?.policy.autorun === true;
}

/** Whether somebody has something on air in the room of a session, or for everybody, that it does not run beside. */
function isRunByHand(row: SessionRow, { sessions }: Around): boolean {
  return [...sessions.values()].some(
    (other) =>
      isOnAir(other) &&
      !other.assumed &&
      (other.room === row.room || other.room === null || row.room === null) &&
      !areBeside(other, row),
  );
}

/** The sessions that autorun would count as started in the past, were time to pass now, with their expected ends. */
function overdueIn(day: Around, now: number): Map<string, number> {
  const overdue = new Map<string, number>();
  const mayBe = (row: SessionRow) => row.startedAt === null && ownStart(row) + autorunAfter <= now;
  if (!hasAutorun(day) || ![...day.sessions.values()].some(mayBe)) return overdue;
  const passed = new Set<string>();
  for (const items of byRoom(day.sessions.values())) {
    for (const id of passedIn(items)) passed.add(id);
    const times = roomInTime(items, now);
    for (const item of items) {
      if (item.cancelled || item.startedAt !== null) continue;
      const its = times.get(item.id);
      const fact = isLongPast(its, now) ? null : nextFact(item, its);
      if (fact && fact.due <= now && its?.end != null) overdue.set(item.id, its.end);
    }
  }
  for (const id of passed) overdue.delete(id);
  return overdue;
}
