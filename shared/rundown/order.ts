import type { SessionRow } from './session.ts';

/** Stands for the newest rules, where a day is looked at and no entry says under which rules it was made. */
export const newest = Number.POSITIVE_INFINITY;

/** Whose knowledge a timeline is: the crew's, or what everybody was told. */
export type Knowledge = 'crew' | 'told';

/**
 * Where a session would begin with nothing before it, epoch milliseconds: by its plan and its shift, and where it does
 * not stay whatever happens, no earlier than it was asked about anew.
 */
export function ownStart(session: SessionRow, knowledge: Knowledge = 'crew'): number {
  const own = session.start + (knowledge === 'crew' ? session.shift : session.toldShift);
  return session.notBefore === undefined || isAnchor(session) ? own : Math.max(own, session.notBefore);
}

/** Whether a session stays where it is whatever happens before it. */
export function isAnchor(session: SessionRow): boolean {
  return (session.fixed || session.room === null) && !session.cancelled;
}

/**
 * Whether two sessions were planned beside each other: one is everybody's (an open registration) and covers the other.
 * Neither pushes the other or cuts it off.
 */
export function areBeside(one: SessionRow, other: SessionRow): boolean {
  const shared = one.room === null || other.room === null;
  return shared && one.start < other.end && other.start < one.end;
}

/**
 * The sessions of each room in the order in which they come, with those that are everybody's among them. One that was
 * left out, but is to begin later than what began instead, comes after that (since rules 2).
 */
export function byRoom(sessions: Iterable<SessionRow>, rules = newest): SessionRow[][] {
  const rooms = new Map<string, SessionRow[]>();
  const everybodys: SessionRow[] = [];
  for (const session of sessions) {
    if (session.removed) continue;
    if (session.room === null) {
      everybodys.push(session);
      continue;
    }
    const room = rooms.get(session.room);
    if (room) room.push(session);
    else rooms.set(session.room, [session]);
  }
  const woven = rules === 1 ? weaveByPlan : weave;
  if (rooms.size === 0) return [woven([], everybodys)];
  return [...rooms.values()].map((items) => woven(items, everybodys));
}

/** The sessions that were passed over: one that comes later in their room has begun. */
export function passedOver(sessions: Iterable<SessionRow>, rules = newest): ReadonlySet<string> {
  const passed = new Set<string>();
  for (const items of byRoom(sessions, rules)) for (const id of passedIn(items, rules)) passed.add(id);
  return passed;
}

/** Those of one room in its order. Under rules 1 fixed ones kept their time also where something began in their place. */
export function passedIn(items: readonly SessionRow[], rules = newest): string[] {
  const last = items.findLastIndex(({ startedAt }) => startedAt !== null);
  return items
    .slice(0, Math.max(0, last))
    .filter((item) => item.startedAt === null && !(rules === 1 && isAnchor(item)))
    .map(({ id }) => id);
}

function weave(items: readonly SessionRow[], everybodys: readonly SessionRow[]): SessionRow[] {
  const woven = items.toSorted((a, b) => a.order - b.order);
  for (const shared of everybodys.toSorted((a, b) => a.start - b.start || a.order - b.order)) {
    const before = woven.findLastIndex((item) => ownStart(item) < ownStart(shared));
    woven.splice(before + 1, 0, shared);
  }
  const late = leftForLater(woven);
  const ordered = woven.filter((item) => !late.has(item));
  for (const item of [...late].sort((a, b) => ownStart(a) - ownStart(b))) {
    const before = ordered.findLastIndex(
      (other) => other.startedAt !== null || ownStart(other) <= ownStart(item),
    );
    ordered.splice(before + 1, 0, item);
  }
  return ordered;
}

/** Those that something later began before, although their own time had not come. */
function leftForLater(items: readonly SessionRow[]): Set<SessionRow> {
  const late = new Set<SessionRow>();
  let begunAt = Number.POSITIVE_INFINITY;
  for (const item of items.toReversed()) {
    if (item.startedAt !== null)
      begunAt = begunAt === Number.POSITIVE_INFINITY ? item.startedAt : Math.max(begunAt, item.startedAt);
    else if (!item.cancelled && ownStart(item) > begunAt) late.add(item);
  }
  return late;
}

/** The order under rules 1: as planned, whatever was moved. */
function weaveByPlan(items: readonly SessionRow[], everybodys: readonly SessionRow[]): SessionRow[] {
  const woven = items.toSorted((a, b) => a.order - b.order);
  for (const shared of everybodys.toSorted((a, b) => a.start - b.start)) {
    const before = woven.findIndex((item) => item.start >= shared.start);
    woven.splice(before === -1 ? woven.length : before, 0, shared);
  }
  return woven;
}
