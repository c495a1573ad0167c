import type { Programme, SessionPlan } from '../../../../shared/rundown/programme.ts';
import type { Clash } from '../../../../shared/wire/import.ts';

/** Most clashes that are named: more of them nobody reads. */
const most = 100;

/**
 * The sessions that a programme puts at the same time although they were not, or not for so long: a room's with what is
 * everybody's first, then those of different rooms. Two of one room are no programme at all: that is refused.
 */
export function clashesOf(before: Programme | null, after: Programme): Clash[] {
  if (before === null) return [];
  const known = new Map(before.sessions.map((session) => [session.id, session]));
  const sessions = after.sessions.filter(({ cancelled }) => cancelled !== true);
  const found: Clash[] = [];
  const inOrder = sessions.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, one] of inOrder.entries()) {
    for (const other of inOrder.slice(index + 1)) {
      if (other.start >= one.end) break;
      const [was, otherWas] = [known.get(one.id), known.get(other.id)];
      const of = relation(one, other);
      const together = was && otherWas && relation(was, otherWas) === of ? overlap(was, otherWas) : 0;
      const isNews = overlap(one, other) > together && (of !== 'elsewhere' || (was && otherWas));
      if (isNews) found.push(clash(of, one, other));
    }
  }
  const [everybody, elsewhere] = [found.filter(({ of }) => of === 'everybody'), found];
  return [...new Set([...everybody, ...elsewhere])].slice(0, most);
}

function relation(one: SessionPlan, other: SessionPlan): Clash['of'] {
  return one.room === null || other.room === null ? 'everybody' : 'elsewhere';
}

/** For how long two sessions are at the same time, in milliseconds; below nothing they are not. */
function overlap(one: SessionPlan, other: SessionPlan): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}

function clash(of: Clash['of'], one: SessionPlan, other: SessionPlan): Clash {
  const named = ({ id, title }: SessionPlan) => ({ id, title });
  return {
    of,
    one: named(one),
    other: named(other),
    from: new Date(Math.max(one.start, other.start)).toISOString(),
    to: new Date(Math.min(one.end, other.end)).toISOString(),
  };
}
