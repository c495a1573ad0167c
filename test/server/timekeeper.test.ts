import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LiveEvent } from '../../server/live/live-event.ts';
import { Timekeeper } from '../../server/live/timekeeper.ts';
import { MemoryLogStore } from '../../server/log/memory.ts';
import { refuse } from '../../server/refusals/refuse.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { serverActor } from '../../shared/state/actor.ts';
import { at, workshop } from '../world/workshop.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('[T15] a log that takes nothing is asked again, but not all the time, and time goes on as soon as it does', async () => {
  let now = at('07:00');
  const live = await LiveEvent.open('workshop', new MemoryLogStore(), {
    clock: () => now,
    alarm: () => undefined,
  });
  const draft = { type: 'programme.apply', id: randomUUID(), by: serverActor, rules: rulesVersion } as const;
  await live.submit({ ...draft, at: now, data: { programme: workshop } });
  now = at('08:05');
  live.readOnly = refuse('unavailable', 'log-damaged');
  const submit = vi.spyOn(live, 'submit');
  const timekeeper = new Timekeeper(live);
  await timekeeper.catchUp();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(submit.mock.calls.length).toBeGreaterThan(2);
  expect(submit.mock.calls.length).toBeLessThan(10);
  live.readOnly = null;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(live.state.tables.sessions.get('opening')).toMatchObject({ startedAt: at('08:00'), assumed: true });
  timekeeper.close();
  await live.close();
});
