import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { viewSchema } from '../../shared/views/view.ts';
import { addressOf, drawing, pixel } from '../world/logos.ts';
import { openWorld, type World, type WorldWish } from '../world/world.ts';

/** A world whose organizer sends logos. */
async function withOrganizer(wish: WorldWish = {}) {
  const world = await openWorld(wish);
  const organizer = await world.joinAs('organizer');
  const { token } = organizer.seat;
  const put = async (bytes: Buffer, query = '', badge: string | null = token) => {
    const response = await fetch(`${logoOf(world)}${query}`, {
      method: 'PUT',
      headers: badge === null ? {} : { authorization: `Bearer ${badge}` },
      body: new Uint8Array(bytes),
    });
    const body: unknown = await response.json();
    return { status: response.status, body };
  };
  return { world, organizer, token, put };
}

function logoOf(world: World, slug = world.slug): string {
  return `${world.origin}/api/events/${slug}/logo`;
}

async function lookOf(world: World, token: string) {
  const { body } = await world.at('/view', { token });
  expect(JSON.stringify(body)).not.toContain('base64');
  return viewSchema.parse(JSON.parse(JSON.stringify(body)).view).event?.policy.look;
}

async function picture(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

test('[W93] [W94] a logo is sent as a file, and given to everybody as a picture that can do nothing', async () => {
  const { world, token, put } = await withOrganizer();
  expect((await picture(logoOf(world))).status).toBe(404);
  for (const [bytes, type] of [
    [pixel, 'image/png'],
    [drawing(), 'image/svg+xml'],
  ] as const) {
    expect(await put(bytes)).toMatchObject({ status: 200, body: { ok: true } });
    const digest = (await lookOf(world, token))?.logo;
    const given = await picture(logoOf(world));
    expect(given).toMatchObject({ status: 200, bytes });
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      etag: `"${digest}"`,
    });
    const kept = await picture(`${logoOf(world)}?v=${digest}`);
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await picture(`${logoOf(world)}?v=old`)).headers.get('cache-control')).toBe('no-cache');
    expect(
      (await picture(logoOf(world), { 'if-none-match': `"${digest}"`, 'cache-control': 'max-age=0' })).status,
    ).toBe(304);
  }
});

test('[W93] where an event has a passcode, whoever has neither it nor a badge sees no logo', async () => {
  const { world, token, put } = await withOrganizer({ passcode: 'open sesame' });
  await put(pixel);
  const statuses = [logoOf(world), `${logoOf(world)}?key=wrong`, `${logoOf(world)}?key=open%20sesame`];
  expect(await Promise.all(statuses.map(async (url) => (await picture(url)).status))).toEqual([
    403, 403, 200,
  ]);
  const kept = await picture(`${logoOf(world)}?v=${(await lookOf(world, token))?.logo}`, {
    authorization: `Bearer ${token}`,
  });
  expect(kept.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
});

test('[W94] what is no logo is refused by its name, and nothing is set', async () => {
  const { world, token, put } = await withOrganizer();
  const attendee = await world.joinAs('attendee');
  const large = Buffer.concat([pixel, Buffer.alloc(100_001 - pixel.length)]);
  for (const [bytes, status, code] of [
    [large, 413, 'logo-too-large'],
    [Buffer.alloc(6_000_000), 413, 'logo-too-large'],
    [Buffer.from('GIF89a'), 400, 'logo-unreadable'],
    [Buffer.from(''), 400, 'logo-unreadable'],
    [drawing('<script>alert(1)</script>'), 400, 'logo-unsafe'],
  ] as const)
    expect(await put(bytes)).toMatchObject({ status, body: { code } });
  expect(await put(pixel, '', attendee.seat.token)).toMatchObject({ status: 403 });
  expect(await put(pixel, '', null)).toMatchObject({ status: 401 });
  expect(await put(pixel, '?more=1')).toMatchObject({ status: 400 });
  expect(await lookOf(world, token)).toBeUndefined();
  expect(await put(large.subarray(0, 100_000))).toMatchObject({ status: 200 });
});

test('[W94] the same file under the same id is one entry', async () => {
  const { world, put } = await withOrganizer();
  const id = randomUUID();
  const { body } = await put(pixel, `?id=${id}`);
  expect((await put(pixel, `?id=${id}`)).body).toEqual(body);
  expect((await put(drawing(), `?id=${id}`)).body).toMatchObject({ reason: 'conflict', of: 'id' });
  expect(world.running().live.state.staff.size).toBe(2);
});

test('[E7] [E8] colour and small logos are set by the command, too; what is neither is malformed', async () => {
  const { world, organizer, token } = await withOrganizer();
  await organizer.must({ type: 'policy.set', look: { accent: '#7a1f5c', logo: addressOf(pixel) } });
  const { logo } = (await lookOf(world, token)) ?? {};
  await organizer.must({ type: 'policy.set', look: { logo: addressOf(pixel) } });
  expect(await lookOf(world, token)).toEqual({ accent: '#7a1f5c', logo });
  expect((await picture(logoOf(world))).bytes).toEqual(pixel);
  const list = await fetch(`${world.origin}/api/events`);
  expect(await list.json()).toMatchObject([{ slug: world.slug, look: { accent: '#7a1f5c', logo } }]);
  for (const [look, more] of [
    [{ accent: '#ffd54a' }, { code: 'accent-too-light', limit: 4.5 }],
    [{ accent: 'red' }, { issues: [{ path: 'look.accent' }] }],
    [{ logo: 'https://example.org/logo.png' }, { issues: [{ path: 'look.logo' }] }],
    [
      { logo: addressOf(drawing('<g onclick="a()"/>'), 'image/svg+xml') },
      { issues: [{ path: 'look.logo' }] },
    ],
  ] as const)
    expect(await organizer.send({ type: 'policy.set', look })).toMatchObject({
      reason: 'malformed',
      ...more,
    });
  await organizer.must({ type: 'policy.set', look: { accent: null, logo: null } });
  expect(await lookOf(world, token)).toEqual({ accent: null, logo: null });
});

test('[E8] the event file has the logo whole: read, applied again, copied, and set by it', async () => {
  const { world, organizer, token, put } = await withOrganizer();
  const post = async (path: string, body: object, badge = token) => {
    const response = await fetch(`${world.origin}/api/events${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${badge}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  };
  await put(drawing());
  await organizer.must({ type: 'policy.set', look: { accent: '#7a1f5c' } });
  const { body } = await world.at('/programme', { token });
  const { file }: { file: { policy: object } } = JSON.parse(JSON.stringify(body));
  expect(file.policy).toMatchObject({
    look: { accent: '#7a1f5c', logo: addressOf(drawing(), 'image/svg+xml') },
  });
  const before = await lookOf(world, token);
  const imported = (look: object, dry = '') =>
    post(`/${world.slug}/import${dry}`, { ...file, policy: { ...file.policy, look } });
  // What the file has already keeps its digest; what it does not say stays.
  expect(await post(`/${world.slug}/import`, file)).toMatchObject({
    status: 200,
    answer: { difference: { event: [] } },
  });
  await imported({ accent: '#0b57a4' });
  expect(await lookOf(world, token)).toEqual({ ...before, accent: '#0b57a4' });
  const looked = await imported({ logo: addressOf(pixel) }, '?dry=1');
  expect(looked).toMatchObject({ status: 200, answer: { difference: { event: [{ field: 'policy' }] } } });
  expect(JSON.stringify(looked)).not.toContain('base64');
  await imported({ logo: addressOf(pixel) });
  expect((await picture(logoOf(world))).bytes).toEqual(pixel);
  for (const look of [{ accent: '#ffd54a' }, { logo: 'data:image/png;base64,AAAA' }])
    expect(await imported(look)).toMatchObject({ status: 422 });
  const maker = await world.sign({ role: 'organizer', name: 'Olga', installation: true });
  expect(await post('', { copyOf: world.slug, slug: 'next-year' }, maker)).toMatchObject({ status: 201 });
  expect((await picture(logoOf(world, 'next-year'))).bytes).toEqual(pixel);
});

test('[E8] a logo stands in the log’s file as a text beside it: it is there after a restart, and goes with its sender', async () => {
  const { world, organizer, token, put } = await withOrganizer({ log: 'file' });
  const big = Buffer.concat([pixel, Buffer.alloc(99_000, 7)]);
  await put(big);
  await world.restart();
  expect((await picture(logoOf(world))).bytes).toEqual(big);
  await world.at('/commands', {
    token,
    body: { id: randomUUID(), type: 'participant.erase', participant: organizer.seat.participant },
  });
  expect((await picture(logoOf(world))).status).toBe(404);
});
