import fc from 'fast-check';
import type { Programme, SessionPlan } from '../../shared/rundown/programme.ts';
import type { SessionKind } from '../../shared/rundown/session-kind.ts';
import { inTwoRooms, session } from '../world/workshop.ts';

/** One session of a day to come: how long after the one before it begins, how long it lasts, what it is. */
const slot = fc.record({
  gap: fc.constantFrom(0, 0, 0, 5, 10),
  minutes: fc.constantFrom(5, 10, 20, 30, 40),
  kind: fc.constantFrom<SessionKind[]>('talk', 'talk', 'break', 'panel', 'spotlights'),
  fixed: fc.constantFrom(false, false, false, true),
  qa: fc.constantFrom(0, 5, 10),
  shrinkTo: fc.constantFrom(null, 0, 5, 10),
});

/** One thing an operator does, with numbers that are read as far as it needs them. */
const deed = fc.record({
  type: fc.constantFrom(
    'start',
    'start',
    'startAt',
    'end',
    'end',
    'notYet',
    'move',
    'extend',
    'extend',
    'cancel',
    'reset',
    'wait',
    'wait',
    'wait',
  ),
  which: fc.nat({ max: 15 }),
  minutes: fc.integer({ min: -25, max: 25 }),
  give: fc.constantFrom('break', 'qa', 'anchor', null, null),
  tell: fc.boolean(),
});
export type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** A day of two rooms that nobody has seen before, and what its operators do. Nothing in it is everybody's. */
export const anyDays = fc.record({
  autorun: fc.boolean(),
  rooms: fc.tuple(
    fc.array(slot, { minLength: 2, maxLength: 7 }),
    fc.array(slot, { minLength: 1, maxLength: 4 }),
  ),
  deeds: fc.array(deed, { minLength: 1, maxLength: 30, size: 'max' }),
});
export type AnyDay = typeof anyDays extends fc.Arbitrary<infer D> ? D : never;

/** The programme of such a day, from 08:00 on: sessions `main-0`, `main-1` …, `annex-0` … */
export function programmeOf({ rooms }: AnyDay): Programme {
  const sessions = rooms.flatMap((slots, index) => {
    const room = inTwoRooms.rooms[index]?.id ?? 'main';
    let from = 8 * 60;
    return slots.map(({ gap, minutes, kind, fixed, qa, shrinkTo }, at): SessionPlan => {
      from += gap;
      const start = `${String(Math.floor(from / 60)).padStart(2, '0')}:${String(from % 60).padStart(2, '0')}`;
      from += minutes;
      return session(`${room}-${at}`, kind, start, minutes, {
        room,
        fixed,
        qa: kind === 'break' ? 0 : Math.min(qa, minutes),
        shrinkTo: kind === 'break' && shrinkTo !== null ? Math.min(shrinkTo, minutes) : null,
      });
    });
  });
  const byStart = sessions.toSorted((a, b) => a.start - b.start);
  const endsAt = Math.max(...sessions.map(({ end }) => end));
  return { ...inTwoRooms, sessions: byStart, posters: [], startsAt: byStart[0]?.start ?? 0, endsAt };
}
