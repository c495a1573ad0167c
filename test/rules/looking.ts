import { expect } from 'vitest';
import { type Knowledge, passedOver } from '../../shared/rundown/order.ts';
import { timeline } from '../../shared/rundown/timing.ts';
import { phaseOf, statusOf, windowOf } from '../../shared/rundown/windows.ts';
import type { State } from '../../shared/state/state.ts';
import { eventOf } from '../../shared/state/state.ts';
import type { Day } from '../world/given.ts';

/** An instant as `HH:MM` in UTC, or `HH:MM:SS` where it is not on a full minute; null stays. */
export function clock(instant: number | null | undefined): string | null {
  if (instant == null) return null;
  const text = new Date(instant).toISOString().slice(11, 19);
  return text.endsWith(':00') ? text.slice(0, 5) : text;
}

/** How a session stands now: its row, its expected times as `HH:MM`, and what the clock says of it. */
export function session({ state }: Day, id: string, knowledge: Knowledge = 'internal') {
  const row = state.tables.sessions.get(id);
  const event = eventOf(state);
  if (!row || !event) throw new Error(`No session ${id}`);
  const times = timeline(state.tables.sessions.values(), state.at, knowledge).get(id);
  return {
    start: clock(times?.start),
    end: clock(times?.end),
    qaStart: clock(times?.qaStart),
    startedAt: clock(row.startedAt),
    endedAt: clock(row.endedAt),
    assumed: row.assumed,
    status: statusOf(row, times, state.at),
    phase: phaseOf(row, times, event.policy, state.at),
    questions: windowOf(row, event.policy, state.at).questions,
    parts: row.parts.map((part) => [
      clock(times?.parts.get(part.id)?.start),
      clock(part.startedAt),
      clock(part.endedAt),
    ]),
  };
}

/** From when to when all sessions of a room are expected, in order. */
export function expected({ state }: Day, knowledge: Knowledge = 'internal'): Record<string, string> {
  const times = timeline(state.tables.sessions.values(), state.at, knowledge);
  return Object.fromEntries(
    [...times].map(([id, { start, end }]) => [id, start === null ? 'none' : `${clock(start)}–${clock(end)}`]),
  );
}

const minute = 60_000;
const twelveHours = 12 * 60 * minute;

/**
 * Expects of each room that nothing which is to follow what is on air there is expected before the present minute. What
 * is fixed or everybody's is late instead, what was passed over is waited for by nobody, and after twelve hours nothing
 * is waited for.
 */
export function expectNothingPast({ tables, at }: State, knowledge: Knowledge): void {
  const rows = [...tables.sessions.values()].filter(({ removed }) => !removed);
  const times = timeline(rows, at, knowledge);
  const passed = passedOver(rows);
  for (const running of rows) {
    const end = times.get(running.id)?.end ?? 0;
    if (running.startedAt === null || running.endedAt !== null || at >= end + twelveHours) continue;
    for (const row of rows) {
      const start = times.get(row.id)?.start;
      const beside = running.room === null && running.start < row.end && row.start < running.end;
      const follows = row.startedAt === null && !row.fixed && row.room !== null && !passed.has(row.id);
      if (start == null || beside || !follows || (running.room !== null && running.room !== row.room))
        continue;
      expect(start, `${row.id} after ${running.id}`).toBeGreaterThanOrEqual(Math.floor(at / minute) * minute);
    }
  }
}
