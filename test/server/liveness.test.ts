import { expect, it } from 'vitest';
import { joinedSchema } from '../../shared/wire/http.ts';
import type { Member } from '../world/member.ts';
import { openWorld } from '../world/world.ts';

it('[W18] sends a beat to staff, speakers and screens within 2.5 s of silence, and none to attendees', async () => {
  const world = await openWorld();
  const watchful = [
    await world.joinAs('moderator'),
    await world.joinAs('organizer'),
    await world.joinAs('speaker'),
    await world.joinAs('speaker', { scope: { poster: 'p1' } }),
    await world.joinAs('projector'),
  ];
  const attendee = await world.joinAs('attendee');
  const began = performance.now();
  await attendee.until(() => watchful.every((member) => member.messages('beat').length > 0));
  expect(performance.now() - began).toBeLessThan(2_750);
  for (const member of watchful) {
    const beat = member.messages('beat').at(-1);
    expect(beat).toEqual({
      seq: world.seq,
      serverTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  }
  expect(attendee.messages('beat')).toEqual([]);
});

it('[W18] says what time it is, with what was asked', async () => {
  let now = Date.UTC(2026, 3, 26, 8);
  const world = await openWorld({ clock: () => now });
  const attendee = await world.joinAs('attendee');
  now += 1_234;
  const serverTime = '2026-04-26T08:00:01.234Z';
  expect(await attendee.say('clock', { clientTime: 17.5 })).toEqual({ clientTime: 17.5, serverTime });
  expect(await attendee.say('clock', { clientTime: '2026-04-26' })).toEqual({
    clientTime: '2026-04-26',
    serverTime,
  });
  expect(await attendee.say('clock', {})).toMatchObject({ ok: false, reason: 'malformed' });
});

it('[W18] [W52] tells staff and screens how many people are here, each once, without the staff', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const projector = await world.joinAs('projector');
  const speaker = await world.joinAs('speaker');
  const remote = await world.joinAs('attendee', { attendance: 'remote' });
  const twice = await world.joinAs('attendee');
  const again = await world.connect(twice.seat);
  for (const member of [moderator, projector]) {
    await member.until(
      () => JSON.stringify(member.messages('presence').at(-1)) === '{"inRoom":2,"remote":1}',
    );
  }
  remote.drop();
  again.drop();
  for (const member of [moderator, projector]) {
    await member.until(
      () => JSON.stringify(member.messages('presence').at(-1)) === '{"inRoom":2,"remote":0}',
    );
  }
  await moderator.back();
  await moderator.until(
    () => JSON.stringify(moderator.messages('presence').at(-1)) === '{"inRoom":2,"remote":0}',
  );
  expect([...speaker.messages('presence'), ...twice.messages('presence')]).toEqual([]);
});

it('[W52] counts no screen at a lectern, and nobody of the crew who has only a phone open', async () => {
  const world = await openWorld();
  const lectern = await world.joinAs('speaker', { scope: { room: 'main' } });
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const said = (here: { inRoom: number; remote: number }) =>
    moderator.until(() => JSON.stringify(moderator.messages('presence').at(-1)) === JSON.stringify(here));
  await said({ inRoom: 1, remote: 0 });
  const chair = await world.joinAs('moderator');
  const phone = await world.at('/join', { body: { attendance: 'remote' }, token: chair.seat.token });
  const { token } = joinedSchema.parse(phone.body);
  await world.connect({ ...chair.seat, role: 'attendee', attendance: 'remote', token });
  chair.drop();
  attendee.drop();
  await said({ inRoom: 0, remote: 0 });
  lectern.drop();
});

it('[W19] shows staff what a display drew, and that it is missed once it is gone', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const organizer = await world.joinAs('organizer');
  const attendee = await world.joinAs('attendee');
  const projector = await world.joinAs('projector');
  const drawn = {
    display: 'left',
    seq: world.seq,
    kind: 'question',
    question: crypto.randomUUID(),
    fits: false,
    width: 1280,
    height: 720,
  };
  expect(await projector.say('drawn', drawn)).toMatchObject({ ok: true });
  for (const member of [moderator, organizer]) {
    await member.until(() => member.view.displays?.['main/left']);
    expect(member.view.displays?.['main/left']).toMatchObject({ ...drawn, room: 'main', connected: true });
  }
  const seen = world.seq;
  projector.drop();
  await moderator.until(() => moderator.view.displays?.['main/left']?.connected === false);
  await projector.back();
  await projector.say('drawn', drawn);
  await moderator.until(() => moderator.view.displays?.['main/left']?.connected === true);
  expect(world.seq).toBe(seen);
  expect(attendee.bytes).not.toContain('main/left');
  expect(await attendee.say('drawn', drawn)).toMatchObject({ ok: false, reason: 'not-allowed' });
  expect(await moderator.say('drawn', drawn)).toMatchObject({ ok: false, reason: 'not-allowed' });
  expect(await projector.say('drawn', { ...drawn, more: 1 })).toMatchObject({
    ok: false,
    reason: 'malformed',
  });
});

it('[W19] keeps room for displays that come late in the day', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const projector = await world.joinAs('projector');
  const drawn = { seq: 1, kind: 'auto', fits: true, width: 1280, height: 720 };
  for (let visit = 0; visit < 5; visit += 1) {
    const visitor = await world.joinAs('projector');
    const answers = Array.from({ length: 50 }, (_, count) =>
      visitor.say('drawn', { ...drawn, display: `visit-${visit}-${count}` }),
    );
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: true });
    visitor.drop();
  }
  await projector.say('drawn', { ...drawn, display: 'late' });
  await moderator.until(() => moderator.view.displays?.['main/late']?.connected);
  const { presence } = world.running();
  expect(presence.displays.size).toBeLessThanOrEqual(200);
  await moderator.until(
    () => [...presence.displays.values()].filter(({ connected }) => connected).length === 1,
  );
});

it('[W20] says goodbye with a time to come back, then closes every connection', async () => {
  const world = await openWorld();
  const members: Member[] = [
    await world.joinAs('attendee'),
    await world.joinAs('moderator'),
    await world.joinAs('projector'),
  ];
  await world.shut();
  for (const member of members) {
    await member.until(() => !member.socket.connected);
    expect(member.messages('bye')).toEqual([{ retryAfterMs: expect.any(Number) }]);
  }
});
