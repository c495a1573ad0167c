import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Outcome } from '../../shared/log/apply.ts';
import { byRoom, isAnchor, passedOver } from '../../shared/rundown/order.ts';
import { minute, type SessionRow } from '../../shared/rundown/session.ts';
import { type Times, timeline } from '../../shared/rundown/timing.ts';
import { type Day, given } from '../world/given.ts';
import { type AnyDay, anyDays, type Deed, programmeOf } from './any-day.ts';
import { expectNothingPast } from './looking.ts';

const many = { numRuns: 150, interruptAfterTimeLimit: 10_000 };

/** A moment of a day: all rows, and when everything is expected as the crew knows it. */
interface Moment {
  rows: ReadonlyMap<string, SessionRow>;
  times: ReadonlyMap<string, Times>;
  at: number;
}

function momentOf({ state }: Day): Moment {
  return {
    rows: new Map(state.tables.sessions),
    times: timeline(state.tables.sessions.values(), state.at, 'internal'),
    at: state.at,
  };
}

/** Plays a day, and looks at it before and after each thing that is done. */
function play(
  any: AnyDay,
  look: (
    after: Moment,
    before: Moment,
    deed: Deed,
    target: SessionRow,
    outcome: Outcome | null,
    day: Day,
  ) => void,
): void {
  const day = given({ autorun: any.autorun }, programmeOf(any));
  for (const deed of any.deeds) {
    const before = momentOf(day);
    const rows = [...before.rows.values()];
    const target = rows[deed.which % rows.length];
    if (!target) return;
    const outcome = act(day, deed, target);
    look(momentOf(day), before, deed, target, outcome, day);
  }
}

function act(day: Day, { type, minutes, give, tell }: Deed, { id }: SessionRow): Outcome | null {
  const data = { session: id };
  switch (type) {
    case 'wait':
      day.until(Math.max(day.state.at, Date.UTC(2026, 3, 26, 7, 55)) + Math.abs(minutes) * minute);
      return null;
    case 'start':
      return day.when('mod', 'session.start', data);
    case 'startAt':
      return day.when('mod', 'session.start', { ...data, at: day.state.at - Math.abs(minutes) * minute });
    case 'end':
      return day.when('mod', 'session.end', data);
    case 'notYet':
      return day.when('mod', 'session.notYet', data);
    case 'cancel':
      return day.when('mod', 'session.cancel', data);
    case 'reset':
      return day.when('mod', 'session.reset', data);
    case 'move':
    case 'extend':
      return day.when('mod', `session.${type}`, { ...data, minutes, tell, ...(give !== null && { give }) });
  }
}

/** The sessions of a room that take place, in the order in which they come. */
const inRoom = ({ rows }: Moment, room: string | null) =>
  byRoom(rows.values())
    .flat()
    .filter((row) => row.room === room && !row.cancelled);

test.prop([anyDays], many)(
  '[T10] anchors never move without a command that says so, and then only by one that moves them',
  (any) => {
    play(any, (after, before, deed, target) => {
      for (const row of before.rows.values()) {
        const now = after.rows.get(row.id);
        if (!now || !isAnchor(row) || row.startedAt !== null || now.startedAt !== null) continue;
        const told =
          row.id === target.id &&
          ['move', 'extend', 'notYet', 'reset', 'startAt', 'start', 'cancel'].includes(deed.type);
        const given = deed.give === 'anchor' && (deed.type === 'move' || deed.type === 'extend');
        if (!told && !given) expect(now.shift, row.id).toBe(row.shift);
        if (!told && !given && !row.notYet)
          expect(after.times.get(row.id)?.start, row.id).toBe(before.times.get(row.id)?.start);
      }
    });
  },
);

test.prop([anyDays], many)(
  '[T8] rooms are independent: what is done in one moves nothing in the other',
  (any) => {
    play(any, (after, before, deed, target) => {
      if (deed.type === 'wait') return;
      for (const row of before.rows.values())
        if (row.room !== target.room && !row.notYet)
          expect(after.times.get(row.id), row.id).toEqual(before.times.get(row.id));
    });
  },
);

test.prop([anyDays], many)(
  '[T22] in a room order is kept, nothing overlaps, and no length is below nothing',
  (any) => {
    play(any, (after) => {
      for (const room of ['main', 'annex']) {
        const spans = inRoom(after, room).flatMap((row) => {
          const { start, end } = after.times.get(row.id) ?? {};
          const late = isAnchor(row) && row.startedAt === null && (row.notYet || (start ?? 0) <= after.at);
          return start == null || end == null || late ? [] : [{ id: row.id, start, end, row }];
        });
        for (const { id, start, end } of spans) expect(end, id).toBeGreaterThanOrEqual(start);
        const ahead = spans.filter(({ row }) => row.startedAt === null);
        for (const [index, span] of ahead.entries()) {
          const next = ahead[index + 1];
          if (next && span.end > span.start && next.end > next.start)
            expect(next.start, `${span.id} before ${next.id}`).toBeGreaterThanOrEqual(span.end);
        }
      }
    });
  },
);

test.prop([anyDays], many)(
  '[T35] nothing that follows what is on air in its room is expected before the present minute, save what is fixed',
  (any) => {
    play(any, (_after, _before, _deed, _target, _outcome, { state }) => {
      for (const knowledge of ['internal', 'announced'] as const) expectNothingPast(state, knowledge);
    });
  },
);

test.prop([anyDays], many)(
  '[T36] in any hour that nobody touches time makes at most an entry a minute and one for each moment of a session',
  (any) => {
    play(any, (after, _before, deed, _target, _outcome, day) => {
      if (deed.type !== 'wait') return;
      const from = after.at;
      const moments = [...after.rows.values()].reduce((sum, { parts }) => sum + 8 + 2 * parts.length, 0);
      expect(day.until(from + 60 * minute).length).toBeLessThanOrEqual(60 + moments);
    });
  },
);

test.prop([anyDays], many)(
  '[T26] nothing starts early by itself: an early end makes the pause after it longer',
  (any) => {
    play(any, (after, before, deed, target, outcome) => {
      if (deed.type !== 'end' || outcome?.ok !== true) return;
      if ((before.times.get(target.id)?.end ?? 0) < after.at) return;
      const passed = passedOver(after.rows.values());
      for (const row of inRoom(after, target.room)) {
        const was = before.times.get(row.id)?.start;
        const is = after.times.get(row.id)?.start;
        if (
          row.startedAt !== null ||
          passed.has(row.id) ||
          row.order <= target.order ||
          was == null ||
          is == null
        )
          continue;
        expect(is, row.id).toBeGreaterThanOrEqual(row.start + row.shift);
        expect(is, row.id).toBeLessThanOrEqual(Math.max(was, row.start + row.shift, after.at + minute));
      }
    });
  },
);

test.prop([anyDays], many)(
  '[T27] a break gives way down to `shrinkTo` and no further, unless a fixed session cuts it off',
  (any) => {
    play(any, (after) => {
      for (const room of ['main', 'annex']) {
        const items = inRoom(after, room);
        for (const [index, row] of items.entries()) {
          const { start, end } = after.times.get(row.id) ?? {};
          if (row.kind !== 'break' || row.startedAt !== null || start == null || end == null) continue;
          const length = Math.max(0, row.end - row.start + row.stretch);
          const least = row.shrinkTo === null ? length : Math.min(length, row.shrinkTo * minute);
          const cut = items.slice(index + 1).some((next) => isAnchor(next) || next.startedAt !== null);
          if (!cut) expect(end - start, row.id).toBeGreaterThanOrEqual(least);
        }
      }
    });
  },
);

test.prop([anyDays], many)('[T25] whatever happens, the plan stays what was announced', (any) => {
  const planned = new Map(programmeOf(any).sessions.map((plan) => [plan.id, plan]));
  play(any, (after) => {
    for (const { id, start, end, day } of after.rows.values())
      expect({ start, end, day }).toEqual({
        start: planned.get(id)?.start,
        end: planned.get(id)?.end,
        day: planned.get(id)?.day,
      });
  });
});
