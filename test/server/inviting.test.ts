import { expect, test } from 'vitest';
import { invitedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import { openWorld } from '../world/world.ts';

test('[W3] a moderator invites a screen and no organizer; the link it gets redeems to that room’s badge', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const ask = (token: string, body: object) =>
    fetch(`${world.origin}/api/events/${world.slug}/invites`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const made = await ask(moderator.seat.token, { role: 'projector', room: 'main' });
  expect(made.status).toBe(201);
  const { path, invite } = invitedSchema.parse(await made.json());
  expect(path).toBe(`/e/${world.slug}/stage/main#invite=${invite}`);
  const redeemed = await fetch(`${world.origin}/api/events/${world.slug}/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ invite }),
  });
  expect(redeemedSchema.parse(await redeemed.json())).toMatchObject({
    role: 'projector',
    scope: { room: 'main' },
  });
  expect((await ask(moderator.seat.token, { role: 'organizer' })).status).toBe(403);
  expect((await ask(moderator.seat.token, { role: 'projector', room: 'nowhere' })).status).toBe(404);
  const attendee = await world.joinAs('attendee');
  expect((await ask(attendee.seat.token, { role: 'projector', room: 'main' })).status).toBe(403);
});

test('[W3] a moderator invites a speaker to a session, or a lectern to its room, and a speaker’s link names one of them', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const ask = (body: object) => world.at('/invites', { token: moderator.seat.token, body });
  const cases = [
    { asked: { session: 'talk-1', name: 'Ada' }, page: 'speaker/talk-1', scope: { session: 'talk-1' } },
    { asked: { room: 'main' }, page: 'monitor/main', scope: { room: 'main' } },
  ];
  for (const { asked, page, scope } of cases) {
    const made = await ask({ role: 'speaker', ...asked });
    expect(made.status).toBe(201);
    const { path, invite } = invitedSchema.parse(made.body);
    expect(path).toBe(`/e/${world.slug}/${page}#invite=${invite}`);
    const redeemed = await world.at('/redeem', { body: { invite } });
    expect(redeemedSchema.parse(redeemed.body)).toMatchObject({ role: 'speaker', scope });
  }
  expect((await ask({ role: 'speaker', session: 'nothing' })).status).toBe(404);
  for (const body of [
    { role: 'speaker' },
    { role: 'speaker', session: 'talk-1', room: 'main' },
    { role: 'projector', room: 'main', session: 'talk-1' },
  ])
    expect((await ask(body)).status).toBe(400);
});
