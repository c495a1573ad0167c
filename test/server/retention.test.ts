import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { RunningEvent } from '../../server/live/running-event.ts';
import { MemoryLogStore } from '../../server/log/memory.ts';
import { seal } from '../../server/log/personal.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { workshop } from '../world/workshop.ts';

const silent = { broadcast: async () => undefined, tell: () => undefined };
const day = 24 * 60 * 60_000;

test('[P10] names and texts are erased keepDays after the event’s end, and not before', async () => {
  const store = new MemoryLogStore();
  let now = workshop.startsAt - 60_000;
  const options = { clock: () => now, alarm: (message: string) => expect.fail(message), joinUrl: () => null };
  const open = () => RunningEvent.open('workshop', store, silent, options);
  let running = await open();
  const organizer = { participant: randomUUID(), role: 'organizer' as const };
  const asker = randomUUID();
  const [name, text] = [seal('Ada Nightingale'), seal('A nightingale question')];
  const submit = running.live.submit.bind(running.live);
  await submit({
    type: 'programme.apply',
    id: randomUUID(),
    at: now,
    by: organizer,
    rules: rulesVersion,
    data: { programme: { ...workshop, policy: { keepDays: 30 } } },
  });
  const asked = await submit({
    type: 'question.ask',
    id: randomUUID(),
    at: now,
    by: { participant: asker, role: 'attendee', person: { name: name.digest, attendance: 'remote' } },
    rules: rulesVersion,
    data: {
      session: 'talk-1',
      text: text.digest,
      anonymous: false,
      measured: { units: 17 },
      marks: { anonymous: 'a', named: 'b' },
    },
    personal: { owner: asker, bodies: [name, text] },
  });
  expect(asked).toMatchObject({ ok: true });
  const isKept = async () => /nightingale/i.test(JSON.stringify(await running.live.log.read({ after: 0 })));
  await running.close();

  now = workshop.endsAt + 29 * day;
  running = await open();
  expect(await isKept()).toBe(true);
  await running.close();

  now = workshop.endsAt + 31 * day;
  running = await open();
  await expect.poll(isKept).toBe(false);
  expect([...running.live.state.bodies.values()]).toEqual([]);
  await running.close();
});
