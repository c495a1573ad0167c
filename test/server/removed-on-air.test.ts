import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openWorld, type World } from '../world/world.ts';

/** Sends a body of JSON as somebody. */
async function post(world: World, path: string, body: object, token: string) {
  const response = await fetch(`${world.origin}/api/events/${world.slug}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  const answer: Record<string, unknown> = await response.json();
  return { status: response.status, answer };
}

/** A talk on air with a question, a wall in its room and a speaker who opened their link. */
async function runningTalk() {
  const world = await openWorld();
  const [organizer, ada] = [await world.joinAs('organizer'), await world.joinAs('attendee', { name: 'Ada' })];
  await ada.ask('Will this survive?', { session: 'talk-1' });
  const invite = await world.invite({ role: 'speaker', id: 'of-talk-1', scope: { session: 'talk-1' } });
  const redeemed = await post(world, '/redeem', { invite }, '');
  expect(redeemed.status).toBe(201);
  const wall = await world.joinAs('projector', { scope: { room: 'main' }, auth: { display: 'wall' } });
  await wall.say('drawn', { display: 'wall', seq: wall.seq, kind: 'join', fits: true, width: 1, height: 1 });
  await organizer.until(() => organizer.view.displays?.['main/wall']);
  await organizer.must({ type: 'session.start', session: 'talk-1' });
  const answer = await fetch(`${world.origin}/api/events/${world.slug}/programme`, {
    headers: { authorization: `Bearer ${organizer.seat.token}` },
  });
  const { file }: { file: { sessions: { id: string }[] } } = await answer.json();
  const without = { ...file, sessions: file.sessions.filter(({ id }) => id !== 'talk-1') };
  const row = () => world.running().live.state.tables.sessions.get('talk-1');
  return { world, token: organizer.seat.token, without, row };
}

const left = { id: 'talk-1', title: 'The first talk', questions: 1, displays: 1, links: 1 };

test('[W48] what is on air goes by an import only with its id in removeOnAir; the list says what it leaves behind', async () => {
  const { world, token, without, row } = await runningTalk();
  expect(await post(world, '/import?dry=1', without, token)).toMatchObject({
    status: 200,
    answer: { difference: { offAir: [left], removed: [{ ...left, start: expect.any(String) }] } },
  });
  const refused = { status: 409, answer: { ok: false, reason: 'conflict', of: 'onAir', onAir: [left] } };
  expect(await post(world, '/import', without, token)).toMatchObject(refused);
  expect(await post(world, '/import?removeOnAir=talk-2', without, token)).toMatchObject(refused);
  expect(row()).toMatchObject({ removed: false, endedAt: null });
  const agreed = await post(world, '/import?removeOnAir=talk-2,talk-1', without, token);
  expect(agreed).toMatchObject({ status: 200, answer: { applied: true } });
  expect(row()).toMatchObject({ removed: true, endedAt: expect.any(Number) });
});

test('[W48] … and by the command programme.apply only with the same field', async () => {
  const { world, token, without, row } = await runningTalk();
  const apply = (more: object) =>
    post(
      world,
      '/commands',
      { id: randomUUID(), type: 'programme.apply', programme: without, ...more },
      token,
    );
  expect(await apply({})).toMatchObject({
    status: 409,
    answer: { reason: 'conflict', onAir: [{ id: 'talk-1', title: 'The first talk' }] },
  });
  expect(row()).toMatchObject({ removed: false });
  expect(await apply({ removeOnAir: ['talk-1'] })).toMatchObject({ status: 200, answer: { ok: true } });
  expect(row()).toMatchObject({ removed: true });
});
