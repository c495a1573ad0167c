import { describe, expect, test } from 'vitest';
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

describe('[W36] a code of eight characters', () => {
  async function invited() {
    let now = Date.parse('2026-04-26T08:00:00.000Z');
    const world = await openWorld({ clock: () => now, env: { TRUST_PROXY: '1' } });
    const moderator = await world.joinAs('moderator');
    const made = await world.at('/invites', { token: moderator.seat.token, body: { role: 'moderator' } });
    expect(made.status).toBe(201);
    const pass = (ms: number) => {
      now += ms;
    };
    return { world, pass, ...invitedSchema.parse(made.body) };
  }

  test('opens another desk that a moderator asked for, in ten minutes, as often as it is typed', async () => {
    const { world, pass, path, code, codeExpiresAt } = await invited();
    expect(path.split('#')[0]).toBe(`/e/${world.slug}/desk`);
    expect(code).toMatch(/^[ABCDEFGHJKLMNPQRTUVWXY34679]{8}$/);
    expect(codeExpiresAt).toBe('2026-04-26T08:10:00.000Z');
    pass(10 * 60_000 - 1);
    const typed = [code, code.toLowerCase(), `${code.slice(0, 4)}%20${code.slice(4)}`];
    for (const each of typed) {
      const { status, headers } = await world.call(`/j/${each}`);
      expect([status, headers.location, headers['cache-control']]).toEqual([302, path, 'no-store']);
    }
    const invite = path.split('#invite=')[1];
    expect((await world.at('/redeem', { body: { invite } })).body).toMatchObject({ role: 'moderator' });
    pass(1);
    expect((await world.call(`/j/${code}`)).status).toBe(404);
  });

  test('[W45] that is only written differently opens the same and is no wrong guess', async () => {
    const { world, path, code } = await invited();
    const wide = [...code].map((letter) => String.fromCodePoint(0xfee0 + (letter.codePointAt(0) ?? 0)));
    const ways = [
      `"${code}"`,
      `${code}.`,
      `“${code}”`,
      wide.join(''),
      [...code].join('\u200B'),
      ` ${code}\n`,
    ];
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    for (const typed of [...ways, ...ways, ...ways, ...ways]) {
      const answer = await world.call(`/j/${encodeURIComponent(typed)}`, { headers });
      expect([answer.status, answer.headers.location]).toEqual([302, path]);
    }
  });

  test('[W45] that could be none is a slip and no wrong guess', async () => {
    const { world, path, code } = await invited();
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const slips = ['AAA', 'AAAAAAAAA', 'ННТ7', 'HNTO', 'HNT0', 'HNT1', ' ', '?', '🎉', '50%', 'hello there'];
    for (const typed of [...slips, ...slips, ...slips])
      expect((await world.call(`/j/${encodeURIComponent(typed)}`, { headers })).status).toBe(404);
    const answer = await world.call(`/j/${code}`, { headers });
    expect([answer.status, answer.headers.location]).toEqual([302, path]);
  });

  test('that is wrong counts as a wrong code, and then the right one opens nothing either [W26]', async () => {
    const { world, code } = await invited();
    const type = (text: string, address: string) =>
      world.call(`/j/${text}`, { headers: { 'x-forwarded-for': address } });
    for (let count = 0; count < 20; count += 1)
      expect((await type('AAAAAAAA', '203.0.113.9')).status).toBe(404);
    expect((await type('AAAAAAAA', '203.0.113.9')).status).toBe(429);
    expect((await type(code, '203.0.113.9')).status).toBe(429);
    expect((await type(code, '203.0.113.10')).status).toBe(302);
  });
});
