import { expect, it } from 'vitest';
import { openWorld, pageText } from '../world/world.ts';

it('[W11] serves the page at every address of the contract, and an honest 404 elsewhere', async () => {
  const world = await openWorld();
  const paths = [
    '/',
    '/e/small',
    '/e/small/desk',
    '/e/small/stage',
    '/e/small/stage/main',
    '/e/small/monitor/main',
    '/e/small/speaker/talk-1',
    '/e/small/admin',
  ];
  for (const path of paths) {
    const { status, headers, text } = await world.call(path);
    expect([path, status, text]).toEqual([path, 200, pageText]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
  }
  for (const path of [
    '/j/NOPE',
    '/nope',
    '/e',
    '/assets/nope.js',
    '/../package.json',
    '/.env',
    '/%2e%2e/%2e%2e/etc/passwd',
  ]) {
    expect([path, (await world.call(path)).status]).toEqual([path, 404]);
  }
});

it('[W11] takes an address with broken escapes for one that leads nowhere', async () => {
  const world = await openWorld();
  for (const path of ['/j/50%', '/e/%zz', '/e/small/stage/%E0%A4', '/%', '/help/%C3']) {
    const { status, text } = await world.call(path, { headers: { accept: 'text/html' } });
    expect([path, status]).toEqual([path, 404]);
    if (!path.startsWith('/help')) expect(text).toBe(pageText);
  }
});

it('[W11] leads from a code to its event, whatever its case and spaces', async () => {
  const world = await openWorld({ others: [{ slug: 'secret', code: 'XYQ3', listed: false }] });
  const codes = { KLM4: 'small', 'klm%204': 'small', '%20kLm4': 'small', xyq3: 'secret' };
  for (const [code, slug] of Object.entries(codes)) {
    const { status, headers } = await world.call(`/j/${code}`);
    expect([code, status, headers.location]).toEqual([code, 302, `/e/${slug}`]);
  }
});

it('[W11] sends headers that let nothing run and nothing be fetched but its own', async () => {
  const world = await openWorld();
  for (const path of ['/', '/e/small/desk', '/api/events', '/nope']) {
    const { headers } = await world.call(path);
    const csp = String(headers['content-security-policy']).split(/;\s*/);
    expect(csp).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        `connect-src 'self' ws://127.0.0.1:${world.app.port} wss://127.0.0.1:${world.app.port}`,
        "frame-ancestors 'self'",
      ]),
    );
    expect(csp).not.toContain('upgrade-insecure-requests');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    for (const name of ['strict-transport-security', 'x-powered-by', 'access-control-allow-origin'])
      expect(headers).not.toHaveProperty(name);
  }
  expect((await world.call('/api/events')).headers['cache-control']).toBe('no-store');
});

it('[W11] lets no Host header write into the policy', async () => {
  const world = await openWorld();
  const { headers } = await world.call('/', { headers: { host: "x.example; script-src 'unsafe-inline'" } });
  expect(headers['content-security-policy'] ?? '').not.toContain('unsafe-inline');
});

it('[W11] asks for https for a year where the request came by https', async () => {
  const world = await openWorld({ env: { TRUST_PROXY: '1' } });
  const { headers } = await world.call('/', {
    headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'backrow.example' },
  });
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});

it('[W12] says that it serves, and whether it is ready', async () => {
  const world = await openWorld();
  const alive = await world.call('/healthz');
  expect([alive.status, alive.body]).toEqual([200, { ok: true }]);
  const ready = await world.call('/readyz');
  expect([ready.status, ready.body]).toEqual([200, { ready: true }]);
});

it('[W12] gives metrics on this computer, to others only for the token', async () => {
  const token = 'a-long-metrics-token';
  const world = await openWorld({ env: { METRICS_TOKEN: token } });
  await (await world.joinAs('attendee')).ask('Is this counted?');
  const { status, text } = await world.call('/metrics');
  expect(status).toBe(200);
  expect(text).toContain(`backrow_seq{event="small"} ${world.seq}`);
  expect(text).toContain('backrow_entries_total{event="small",type="question.ask"} 1');
  expect(text).toContain('backrow_connections 1');
  const headers = { 'x-forwarded-for': '203.0.113.7' };
  const outside = await world.call('/metrics', { headers });
  expect([outside.status, outside.body]).toEqual([
    404,
    { ok: false, reason: 'unknown', code: 'nothing-here', message: expect.any(String) },
  ]);
  expect((await world.call('/metrics', { headers, token: 'a-wrong-metrics-token' })).status).toBe(404);
  expect((await world.call('/metrics', { headers, token })).status).toBe(200);
});
