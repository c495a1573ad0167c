import type { SessionRow } from './session.ts';

/** Whose knowledge a timeline is: the staff's, or what everybody was told. */
export type Knowledge = 'internal' | 'announced';

/**
 * Where a session would begin with nothing before it, epoch milliseconds: by its plan and its shift, and where it does
 * not stay whatever happens, no earlier than it was asked about anew.
 */
export function ownStart(session: SessionRow, knowledge: Knowledge = 'internal'): number {
  const own = meantStart(session, knowledge);
  return session.notBefore == null || isAnchor(session) ? own : Math.max(own, session.notBefore);
}

/** When a session was to begin by its plan and what operators shifted it by, whatever it waited for. */
export function meantStart(
  { start, shift, toldShift }: SessionRow,
  knowledge: Knowledge = 'internal',
): number {
  return start + (knowledge === 'internal' ? shift : toldShift);
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
 * left out, but is to begin later than what began instead, comes after that.
 */
export function byRoom(sessions: Iterable<SessionRow>): SessionRow[][] {
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
  if (rooms.size === 0) return [weave([], everybodys)];
  return [...rooms.values()].map((items) => weave(items, everybodys));
}

/** The sessions that were passed over: one that comes later in their room has begun. */
export function passedOver(sessions: Iterable<SessionRow>): ReadonlySet<string> {
  const passed = new Set<string>();
  for (const items of byRoom(sessions)) for (const id of passedIn(items)) passed.add(id);
  return passed;
}

/** Those of one room, given in its order. */
export function passedIn(items: readonly SessionRow[]): string[] {
  const passed: string[] = [];
  if (items.every(({ startedAt }) => startedAt === null)) return passed;
  const begun: SessionRow[] = [];
  for (const item of items.toReversed()) {
    if (item.startedAt !== null) begun.push(item);
    else if (begun.some((other) => !areBeside(item, other))) passed.push(item.id);
  }
  return passed;
}

function weave(items: readonly SessionRow[], everybodys: readonly SessionRow[]): SessionRow[] {
  const woven = items.toSorted((a, b) => a.order - b.order);
  for (const shared of everybodys.toSorted((a, b) => a.start - b.start || a.order - b.order)) {
    const before = woven.findLastIndex((item) => meantStart(item) < meantStart(shared));
    woven.splice(before + 1, 0, shared);
  }
  const late = leftForLater(woven);
  if (late.length === 0) return woven;
  const ordered = woven.filter((item) => !late.includes(item));
  let least = 0;
  for (const item of late) {
    const before = ordered.findLastIndex(
      (other) => other.startedAt !== null || meantStart(other) <= meantStart(item),
    );
    const place = Math.max(before + 1, least);
    ordered.splice(place, 0, item);
    least = place + 1;
  }
  return ordered;
}

/** Those that something later began before, although their own time had not come; in the order in which they were to come. */
function leftForLater(items: readonly SessionRow[]): SessionRow[] {
  const late: SessionRow[] = [];
  if (items.every(({ startedAt }) => startedAt === null)) return late;
  const begun: SessionRow[] = [];
  for (const item of items.toReversed()) {
    if (item.startedAt !== null) begun.push(item);
    else if (!item.cancelled) {
      const instead = begun.filter((other) => !areBeside(item, other));
      const latest = Math.max(...instead.map(({ startedAt }) => startedAt ?? 0));
      if (instead.length > 0 && meantStart(item) > latest) late.push(item);
    }
  }
  return late.reverse();
}
