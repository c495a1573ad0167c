import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { RunningEvent } from '../../server/live/running-event.ts';
import { MemoryLogStore } from '../../server/log/memory.ts';
import { seal } from '../../server/log/personal.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { workshop } from '../world/workshop.ts';

const silent = { broadcast: async () => undefined, tell: () => undefined };
const day = 24 * 60 * 60_000;

afterEach(() => vi.useRealTimers());

/** An event that keeps names and texts for 30 days, with somebody's question in it; `at` opens it anew at a time. */
async function heldEvent() {
  const store = new MemoryLogStore();
  let now = workshop.startsAt - 60_000;
  const options = { clock: () => now, alarm: (message: string) => expect.fail(message), joinUrl: () => null };
  const open = () => RunningEvent.open('workshop', store, silent, options);
  let running = await open();
  const organizer = { participant: randomUUID(), role: 'organizer' as const };
  const asker = randomUUID();
  const [name, text] = [seal('Ada Nightingale'), seal('A nightingale question')];
  const base = () => ({ id: randomUUID(), at: now, rules: rulesVersion });
  await running.live.submit({
    ...base(),
    type: 'programme.apply',
    by: organizer,
    data: { programme: { ...workshop, policy: { keepDays: 30 } } },
  });
  const ask = async () => {
    const asked = await running.live.submit({
      ...base(),
      type: 'question.ask',
      by: { participant: asker, role: 'attendee', person: { name: name.digest, attendance: 'remote' } },
      data: {
        session: 'talk-1',
        text: text.digest,
        anonymous: false,
        ifClosed: 'keep',
        measured: { units: 17 },
        marks: { anonymous: 'a', named: 'b' },
      },
      personal: { owner: asker, bodies: [name, text] },
    });
    expect(asked).toMatchObject({ ok: true });
  };
  await ask();
  return {
    at: async (time: number) => {
      await running.close();
      now = time;
      running = await open();
    },
    isKept: async () => /nightingale/i.test(JSON.stringify(await running.live.log.read({ after: 0 }))),
    ask,
    erase: () =>
      running.live.submit({
        ...base(),
        type: 'participant.erase',
        by: organizer,
        data: { participant: asker },
      }),
    bodies: () => [...running.live.state.bodies.values()],
    /** Writes an entry that changes nothing, at this time. */
    touch: () => running.live.submit({ ...base(), type: 'clock.trust', by: organizer, data: {} }),
    close: () => running.close(),
  };
}

test('[P10] names and texts are erased keepDays after the event’s end, and not before', async () => {
  const event = await heldEvent();
  await event.at(workshop.endsAt + 29 * day + day / 2);
  expect(await event.isKept()).toBe(true);
  expect(await event.touch()).toMatchObject({ ok: true });
  await event.at(workshop.endsAt + 30 * day);
  await expect.poll(event.isKept).toBe(false);
  expect(event.bodies()).toEqual([]);
  await event.close();
});

test.each([
  ['before the time has come', workshop.startsAt],
  ['after everything was erased', workshop.endsAt + 31 * day],
])('[P10] what somebody writes anew %s, once they were erased, is erased too', async (_when, at) => {
  const event = await heldEvent();
  await event.touch();
  await event.at(at);
  await event.erase();
  await expect.poll(event.isKept).toBe(false);
  await event.ask();
  expect(await event.isKept()).toBe(true);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await event.at(workshop.endsAt + 31 * day + 1);
  vi.advanceTimersByTime(60 * 60_000);
  vi.useRealTimers();
  await expect.poll(event.isKept).toBe(false);
  await event.close();
});

test('[P10] a start whose clock is far past the last entry erases nothing for an hour', async () => {
  const event = await heldEvent();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await event.at(workshop.endsAt + 31 * day);
  vi.advanceTimersByTime(59 * 60_000);
  expect(await event.isKept()).toBe(true);
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  await expect.poll(event.isKept).toBe(false);
  await event.close();
});
