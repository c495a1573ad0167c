import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configHelp, readConfig } from '../../server/config.ts';
import { answerWhileStarting } from '../../server/http/startup-answers.ts';
import { refuse } from '../../server/refusals/refuse.ts';
import { Unusable } from '../../server/unusable.ts';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import { until } from '../world/waiting.ts';
import { openWorld, testSecret } from '../world/world.ts';

it('[W28] names every setting that is wrong at once', () => {
  const read = readConfig({
    PORT: 'abc',
    PUBLIC_URL: 'ftp://x.example',
    TRUSTED_NETWORKS: 'nowhere',
    TRUST_PROXY: 'true',
    SECRET: 'short',
    LOG_LEVEL: 'loud',
    TLS_CERT: 'cert.pem',
  });
  expect(read.ok).toBe(false);
  const names = read.ok ? [] : read.errors.map((error) => error.split(/[:.]/)[0]);
  expect(names.sort()).toEqual([
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'SECRET',
    'TLS_CERT, TLS_KEY',
    'TRUSTED_NETWORKS',
    'TRUST_PROXY',
  ]);
});

it.each([
  ['PORT', '0x50'],
  ['PORT', '1e3'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['TRUST_PROXY', 'yes'],
  ['TRUSTED_NETWORKS', 'eduroam'],
])('[W28] says of %s=%s what to write instead', (name, value) => {
  const read = readConfig({ [name]: value });
  expect(read.ok ? [] : read.errors).toEqual([expect.stringMatching(new RegExp(`^${name}(\\.0)?: write `))]);
});

it('[W28] takes a setting of nothing but spaces as none', () => {
  const names = ['PORT', 'HOST', 'DATA_DIR', 'PUBLIC_URL', 'SECRET', 'TLS_CERT'];
  const read = readConfig(Object.fromEntries(names.map((name) => [name, ' '])));
  expect(read).toEqual(readConfig({}));
});

it('[W28] takes what the contract names, and an empty value as none', () => {
  const env = {
    PORT: '0',
    HOST: '::1',
    DATA_DIR: '/data',
    SECRET: 'a secret of sixteen',
    PUBLIC_URL: 'https://a.example/ask/ https://b.example//ask',
    TRUST_PROXY: '10.0.0.0/8,loopback',
    TRUSTED_NETWORKS: '10.1.0.0/16 2001:db8::/32',
    METRICS_TOKEN: '',
    LOG_LEVEL: 'warn',
    UNKNOWN: 'ignored',
  };
  expect(readConfig(env)).toEqual({
    ok: true,
    config: {
      PORT: 0,
      HOST: '::1',
      DATA_DIR: '/data',
      SECRET: 'a secret of sixteen',
      PUBLIC_URL: ['https://a.example/ask', 'https://b.example/ask'],
      TRUST_PROXY: ['10.0.0.0/8', 'loopback'],
      TRUSTED_NETWORKS: ['10.1.0.0/16', '2001:db8::/32'],
      LOG_LEVEL: 'warn',
      MAX_EVENT_BYTES: 2_000_000_000,
    },
  });
  expect(readConfig({})).toMatchObject({
    ok: true,
    config: { HOST: '0.0.0.0', DATA_DIR: './data', LOG_LEVEL: 'info' },
  });
});

it('[C15] the help names what this version reads, and no setting that nobody reads', () => {
  const names = [...configHelp().matchAll(/^ {2}([A-Z][A-Z_]+) /gm)].map(([, name]) => name);
  expect(names).toContain('PUBLIC_URL');
  for (const later of ['REDIS_URL', 'BACKUP_TO', 'SMTP_URL']) expect(names).not.toContain(later);
  expect(configHelp()).not.toContain('not in this version');
});

it('[W28] exits with 1 and every wrong setting', async () => {
  const server = new Built({ PORT: '70000', LOG_LEVEL: 'loud', DATA_DIR: '' });
  expect(await server.exit()).toBe(1);
  expect(server.errors).toMatch(/^PORT: .*\nLOG_LEVEL: .*\n$/);
  expect(server.output).toBe('');
});

it('[W12] serves health while the log is read, and says of everything else that it is not ready', async () => {
  const http = createServer(answerWhileStarting(() => refuse('unavailable', 'starting'))).listen(
    0,
    '127.0.0.1',
  );
  await once(http, 'listening');
  const address = http.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const health = await call(origin, '/healthz?from=balancer');
  const ready = await call(origin, '/readyz?');
  const join = await call(origin, '/api/events/demo/join', { body: {} });
  http.close();
  expect([health.status, health.body]).toEqual([200, { ok: true }]);
  expect([ready.status, ready.body]).toEqual([
    503,
    { ready: false, reason: 'Starting: the log is being read.' },
  ]);
  expect([join.status, join.body]).toEqual([
    503,
    expect.objectContaining({ ok: false, reason: 'unavailable' }),
  ]);
});

it('[W28] says in a sentence that the port is taken', async () => {
  const world = await openWorld();
  const { port } = new URL(world.origin);
  const second = new Built({ DATA_DIR: join(world.folder, 'other'), PORT: port, SECRET: testSecret });
  expect(await second.exit()).toBe(1);
  expect(second.errors).toBe(
    `PORT ${port} is in use by another program. Set another one, or leave it out.\n`,
  );
});

it.each([
  [{ TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' }, 'TLS_CERT /nowhere/cert.pem with TLS_KEY'],
  [{ TLS_CERT: 'package.json', TLS_KEY: 'package.json' }, 'TLS_CERT package.json with TLS_KEY'],
  [{ DATA_DIR: 'package.json' }, 'DATA_DIR package.json'],
])('[W28] says in a sentence that it cannot use %j', async (env, named) => {
  const opening = openWorld({ log: 'file', env });
  await expect(opening).rejects.toThrow(Unusable);
  await expect(opening).rejects.toThrow(
    new RegExp(`^${named}[^\n]* cannot be used \\(\\w+\\)\\. Set another one, or leave it out\\.$`),
  );
});

it('[W29] lets no second server at the same folder, and names the one that has it', async () => {
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const env = { DATA_DIR: world.dataDir, SECRET: testSecret };
  const first = new Built(env);
  const origin = await first.origin();
  const second = new Built(env);
  expect(await second.exit()).toBe(1);
  expect(second.errors).toContain(`process ${first.child.pid} at ${origin}`);
  expect((await call(origin, '/readyz')).body).toEqual({ ready: true });
});

it('[W20] ends in good order on SIGTERM, also while phones are gone without a word', {
  timeout: 20_000,
}, async () => {
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
  const origin = await server.origin();
  const token = await world.sign({ role: 'attendee' });
  const member = await world.connect({ origin, role: 'attendee', token });
  const id = await member.ask('Is this kept?');
  const { port } = new URL(origin);
  const silent = connect(Number(port), '127.0.0.1');
  const gone = connect(Number(port), '127.0.0.1');
  const key = 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13';
  gone.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n\r\n`,
  );
  let answered = '';
  gone.on('data', (data) => {
    answered += data.toString();
  });
  for (const socket of [silent, gone]) socket.on('error', () => undefined);
  await until(() => answered.includes('101 Switching'));
  const began = performance.now();
  server.child.kill('SIGTERM');
  expect(await server.exit()).toBe(0);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(member.messages('bye')).toEqual([{ retryAfterMs: expect.any(Number) }]);
  await world.open();
  expect(world.running().live.state.tables.questions.has(id)).toBe(true);
});

it('[W31] serves https with a certificate of its own, and marks cookies', async () => {
  const file = (name: string) => new URL(`../fixtures/tls/${name}.pem`, import.meta.url).pathname;
  const world = await openWorld({ env: { TLS_CERT: file('cert'), TLS_KEY: file('key') } });
  expect(world.origin).toMatch(/^https:/);
  const join = await world.at('/join', { body: { attendance: 'remote' }, headers: { origin: world.origin } });
  expect(join.headers['set-cookie']?.[0]).toContain('; Secure');
  expect(join.headers['strict-transport-security']).toBe('max-age=31536000');
  const attendee = await world.joinAs('attendee', { options: { extraHeaders: { origin: world.origin } } });
  expect(attendee.refusal).toBeNull();
  await attendee.ask('Is this encrypted?');
});
