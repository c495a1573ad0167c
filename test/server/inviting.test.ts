import { expect, test } from 'vitest';
import { invitedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import { openWorld } from '../world/world.ts';

test('[W3] a moderator invites a screen and nobody else; the link it gets redeems to that room’s badge', async () => {
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
