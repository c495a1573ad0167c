import { expect, it } from 'vitest';
import { cookiesOf } from '../world/calling.ts';
import { openWorld, type World } from '../world/world.ts';

/** How a page of an origin fares: over a socket that starts either way, and with a POST. */
async function tried(world: World, origin: string, more: Record<string, string> = {}) {
  const { token } = (await world.joinAs('attendee')).seat;
  const headers = { origin, ...more };
  const statuses: (string | number)[] = [];
  for (const transport of ['websocket', 'polling'] as const) {
    const member = await world.connect(
      { role: 'attendee', token },
      {},
      { transports: [transport], extraHeaders: headers },
    );
    statuses.push(member.refusal === null ? 'in' : 'out');
    member.drop();
  }
  const polling = await world.call('/socket.io/?EIO=4&transport=polling', { headers });
  const join = await world.at('/join', { body: { attendance: 'remote' }, headers });
  return [...statuses, polling.status, join.status];
}

const inside = ['in', 'in', 200, 201];
const outside = ['out', 'out', 403, 403];

it('[W22] lets pages of its own origin in, and no other, over both transports and POST', async () => {
  const world = await openWorld();
  const { port } = world.app;
  expect(await tried(world, world.origin)).toEqual(inside);
  const foreign = [
    'https://evil.example',
    'null',
    '',
    `http://127.0.0.1.evil.example:${port}`,
    `http://127.0.0.1:${port}.evil.example`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}/`,
  ];
  for (const origin of foreign) expect([origin, await tried(world, origin)]).toEqual([origin, outside]);
});

it('[W22] compares hosts as browsers send them: in small letters', async () => {
  const world = await openWorld();
  const { port } = world.app;
  const headers = { host: `BACKROW.example:${port}` };
  const statuses = async (origin: string) => [
    (await world.call('/socket.io/?EIO=4&transport=polling', { headers: { ...headers, origin } })).status,
    (await world.at('/join', { body: { attendance: 'remote' }, headers: { ...headers, origin } })).status,
  ];
  expect(await statuses(`http://backrow.example:${port}`)).toEqual([200, 201]);
  expect(await statuses(`http://BACKROW.example:${port}`)).toEqual([403, 403]);
});

it('[W22] lets the origins of PUBLIC_URL in, and says which it expects', async () => {
  const world = await openWorld({
    env: { PUBLIC_URL: 'https://backrow.example/path, https://backrow.test:8443/path' },
  });
  for (const origin of ['https://backrow.example', 'https://backrow.test:8443', world.origin]) {
    expect([origin, await tried(world, origin)]).toEqual([origin, inside]);
  }
  const headers = { origin: 'https://evil.example' };
  const join = await world.at('/join', { body: { attendance: 'remote' }, headers });
  expect(join.body).toMatchObject({
    ok: false,
    reason: 'not-allowed',
    of: 'origin',
    expected: [world.origin, 'https://backrow.example', 'https://backrow.test:8443'],
  });
  const polling = await world.call('/socket.io/?EIO=4&transport=polling', { headers });
  expect(polling.text).toContain('https://backrow.example');
  const upgrade = {
    ...headers,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  };
  const refused = await world.call('/socket.io/?EIO=4&transport=websocket', { headers: upgrade });
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('https://backrow.example')]);
});

it('[W22] hears what proxies forward only from those it trusts', async () => {
  const forwarded = { 'x-forwarded-host': 'backrow.example', 'x-forwarded-proto': 'https' };
  const trusting = await openWorld({ env: { TRUST_PROXY: 'loopback' } });
  expect(await tried(trusting, 'https://backrow.example', forwarded)).toEqual(inside);
  expect(await tried(trusting, trusting.origin, forwarded)).toEqual(outside);
  for (const env of [{}, { TRUST_PROXY: '10.0.0.0/8' }]) {
    const wary = await openWorld({ env });
    expect(await tried(wary, 'https://backrow.example', forwarded)).toEqual(outside);
  }
});

it('[W22] reads no cookie on an upgrade without an origin; a token counts', async () => {
  const world = await openWorld();
  const answer = await world.at('/join', { body: { attendance: 'remote' } });
  const cookie = cookiesOf(answer);
  const arrive = async (
    transport: 'websocket' | 'polling',
    headers: Record<string, string>,
    token?: string,
  ) =>
    (
      await world.connect(
        { role: 'attendee', token: '' },
        { token },
        { transports: [transport], extraHeaders: { cookie, ...headers } },
      )
    ).refusal;
  const { origin } = world;
  expect(await arrive('websocket', {})).toMatchObject({ reason: 'no-badge' });
  expect(await arrive('websocket', { origin })).toBeNull();
  expect(await arrive('polling', {})).toBeNull();
  expect(await arrive('polling', { origin })).toBeNull();
  expect(await arrive('websocket', {}, await world.sign({ role: 'attendee' }))).toBeNull();
});
