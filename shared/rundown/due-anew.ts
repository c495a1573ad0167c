import type { EventRow } from '../event/event.ts';
import { type Change, setFields } from '../state/change.ts';
import { nextFact } from './clock.ts';
import { byRoom, passedIn } from './order.ts';
import { minute, type SessionRow } from './session.ts';
import { roomTimes } from './timing.ts';

type Rows = ReadonlyMap<string, SessionRow>;

/** A day as far as it goes on by itself. */
interface Around {
  event: ReadonlyMap<string, EventRow>;
  sessions: Rows;
}

/**
 * [T16] What a deed made due in the past (by cancelling what came before, taking back a start, an earlier time) is asked
 * about from now on, and counts as started no earlier: autorun answers for silence, not for what nobody was asked.
 * `before` and `after` are the day around the deed.
 */
export function dueAnew(before: Around, after: Around, now: number): Change[] {
  const overdue = overdueIn(after, now);
  if (overdue.size === 0) return [];
  const known = overdueIn(before, now);
  return [...overdue].flatMap((id) => {
    const row = known.has(id) ? undefined : before.sessions.get(id);
    return row ? setFields('sessions', row, { notBefore: Math.floor(now / minute) * minute }) : [];
  });
}

/** The sessions that autorun would count as started in the past, were time to pass now. */
function overdueIn({ event, sessions }: Around, now: number): Set<string> {
  const overdue = new Set<string>();
  if (event.get('event')?.policy.autorun !== true) return overdue;
  const passed = new Set<string>();
  for (const items of byRoom(sessions.values())) {
    for (const id of passedIn(items)) passed.add(id);
    const times = roomTimes(items, now);
    for (const item of items) {
      if (item.cancelled || item.startedAt !== null) continue;
      const fact = nextFact(item, times.get(item.id));
      if (fact && fact.due <= now) overdue.add(item.id);
    }
  }
  for (const id of passed) overdue.delete(id);
  return overdue;
}
