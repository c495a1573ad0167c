import type { State } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { Choice } from '../wire/refusals.ts';
import type { Give } from './commands.ts';
import { byRoom, ownStart } from './order.ts';
import { minute, type SessionRow } from './session.ts';
import { overruns, type Times, timeline } from './timing.ts';

/** A fixed session that is run into, and by how much; milliseconds. */
interface Collision {
  anchor: string;
  by: number;
}

/**
 * From how much on a run into a fixed session is asked about, in milliseconds: sessions start at any second, and
 * nobody decides about seconds.
 */
const worthAsking = minute;

/**
 * By how much the fixed sessions are run into before a change. What is cut off by one already stands, for a change of
 * it, where it is cut off: else more minutes for it would be taken without a word and come to nothing.
 */
export function overrunsBefore(
  rows: ReadonlyMap<string, SessionRow>,
  session: SessionRow,
  unchanged: Partial<SessionRow>,
  now: number,
): ReadonlyMap<string, number> {
  return overruns(withSession(rows, session, unchanged).values(), now);
}

/** The first fixed session that is run into by more than before the change, and so much that it is asked about; else null. */
export function newOverrun(
  known: ReadonlyMap<string, number>,
  after: Map<string, SessionRow>,
  now: number,
): Collision | null {
  for (const [anchor, by] of overruns(after.values(), now)) {
    if (by >= worthAsking && by > (known.get(anchor) ?? 0)) return { anchor, by };
  }
  return null;
}

const ways: readonly Give[] = ['break', 'qa', 'anchor'];

/** What may give way for a session after a change (`after`), each way with whom it would move and what would get shorter. */
export function possible(
  state: State,
  session: SessionRow,
  after: Map<string, SessionRow>,
  known: ReadonlyMap<string, number>,
  now: number,
): Choice[] {
  const before = timeline(state.tables.sessions.values(), now, 'internal');
  return ways.flatMap((give) => {
    const given = giveWay(session, after, give, known, now);
    if (given === null) return [];
    const then = timeline(given.values(), now, 'internal');
    const what = [...then].flatMap(([id, times]) => {
      const from = before.get(id);
      const changed =
        from &&
        (from.start !== times.start || from.end !== times.end) &&
        times.start !== null &&
        from.start !== null;
      return changed ? [{ session: id, from: iso(from.start ?? 0), to: iso(times.start ?? 0) }] : [];
    });
    return [{ give, what, shorter: shorterOf(before, then) }];
  });
}

/** What gets shorter between two timelines, in minutes: sessions, and their Q&A. */
function shorterOf(
  before: ReadonlyMap<string, Times>,
  then: ReadonlyMap<string, Times>,
): NonNullable<Choice['shorter']> {
  return [...then].flatMap(([session, times]) => {
    const was = before.get(session);
    if (!was) return [];
    return (['length', 'qa'] as const)
      .map((of) => ({ session, of, from: minutesOf(was, of), to: minutesOf(times, of) }))
      .filter(({ from, to }) => to < from);
  });
}

function minutesOf({ start, qaStart, end }: Times, of: 'length' | 'qa'): number {
  const from = of === 'length' ? start : qaStart;
  return from === null || end === null ? 0 : Math.round((end - from) / minute);
}

/** How many sessions may give way one after the other before a way is no longer offered: a change is decided at once. */
const mostTries = 100;

/** The sessions after something has given way until nothing is run into any more; null where that is not enough. */
export function giveWay(
  session: SessionRow,
  after: Map<string, SessionRow>,
  give: Give,
  known: ReadonlyMap<string, number>,
  now: number,
): Map<string, SessionRow> | null {
  let given = after;
  const tries = Math.min(after.size * 2, mostTries);
  for (let tried = 0; tried < tries; tried += 1) {
    const collision = newOverrun(known, given, now);
    if (collision === null) return given;
    const row = giver(session, given, collision, give);
    if (row === null) return null;
    given = new Map(given).set(row.id, row);
  }
  return null;
}

/** Who gives way, and how it is afterwards; null where nobody has as much to give. */
function giver(
  session: SessionRow,
  after: Map<string, SessionRow>,
  { anchor, by }: Collision,
  give: Give,
): SessionRow | null {
  const fixed = after.get(anchor);
  if (give === 'anchor')
    return fixed && fixed.id !== session.id && fixed.startedAt === null
      ? { ...fixed, shift: ownStart(fixed) + by - fixed.start }
      : null;
  const room =
    byRoom(after.values()).find(
      (items) => items.some(({ id }) => id === session.id) && items.some(({ id }) => id === anchor),
    ) ?? [];
  const upTo = room.slice(
    0,
    room.findIndex(({ id }) => id === anchor),
  );
  const from = Math.max(
    0,
    upTo.findIndex(({ id }) => id === session.id),
  );
  const open = upTo.slice(from).filter((row) => row.endedAt === null && !row.cancelled);
  const length = (row: SessionRow) => row.end - row.start + row.stretch;
  if (give === 'break') {
    const rest = open.find(
      (row) =>
        row.kind === 'break' && row.id !== session.id && length(row) - (row.shrinkTo ?? 0) * minute >= by,
    );
    return rest ? { ...rest, stretch: rest.stretch - by } : null;
  }
  const talk = open.findLast((row) => row.qa * minute - row.qaCut >= by && length(row) >= by);
  return talk ? { ...talk, stretch: talk.stretch - by, qaCut: talk.qaCut + by } : null;
}

/** Rows with other fields for one session. */
export function withSession(
  rows: ReadonlyMap<string, SessionRow>,
  session: SessionRow,
  fields: Partial<SessionRow>,
): Map<string, SessionRow> {
  return new Map(rows).set(session.id, { ...session, ...fields });
}
