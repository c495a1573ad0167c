// A server below a path of somebody else's host: `PUBLIC_URL=https://uni.example/backrow`.
import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it, test } from 'vitest';
import { baseOf, pageBelow, withoutBase } from '../../server/access/base-path.ts';
import { readConfig } from '../../server/config.ts';
import { invitedSchema } from '../../shared/wire/http.ts';
import { inviteBodySchema } from '../../shared/wire/requests.ts';
import { openWorld } from '../world/world.ts';

const PUBLIC_URL = 'https://uni.example/backrow/';
const env = { PUBLIC_URL, TRUST_PROXY: '1' };
const https = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'uni.example' };

describe('[W47] PUBLIC_URL', () => {
  test.each([
    ['https://uni.example', ''],
    ['https://uni.example/', ''],
    ['https://uni.example/backrow', '/backrow'],
    ['https://uni.example/backrow/', '/backrow'],
    ['https://uni.example//a///b/', '/a/b'],
    ['https://uni.example/Fragen%20Tag https://other.example/Fragen%20Tag/', '/Fragen%20Tag'],
    ['HTTPS://UNI.Example/Backrow', '/Backrow'],
    ['https://uni.example/b%61ckrow https://other.example/backrow', '/backrow'],
    ['https://uni.example/b%c3%bchne https://other.example/bühne', '/b%C3%BChne'],
    ['https://uni.example/ask/api', '/ask/api'],
    ['https://[::1]:3000/~me', '/~me'],
  ])('%s stands below %j', (PUBLIC_URL, base) => {
    const read = readConfig({ PUBLIC_URL });
    expect(read.ok ? baseOf(read.config.PUBLIC_URL ?? []) : read.errors).toBe(base);
  });

  test.each([
    ['https://uni.example/a https://other.example', 'the same path for every address'],
    ['https://uni.example/a https://uni.example/b', 'the same path for every address'],
    ['https://uni.example/a?b=c', 'without @, ? and #'],
    ['https://uni.example/a#b', 'without @, ? and #'],
    ['https://uni.example/a;b', 'a path of letters'],
    ["https://uni.example/a'b", 'a path of letters'],
    ['https://uni.example/api', 'none of the server’s own'],
    ['https://uni.example/e/x', 'none of the server’s own'],
    ['https://uni.example/%61pi', 'none of the server’s own'],
    ['https://uni.example/%65/x', 'none of the server’s own'],
    ['https://uni.example/boot.js', 'none of the server’s own'],
    ['https://uni.example/a%2Fb', 'a path of letters'],
    ['https://uni.example/a%3Fb', 'a path of letters'],
    ['https://uni.example/a%00', 'a path of letters'],
    ['https://uni.example/a%22', 'a path of letters'],
    ['https://uni.example/a%3Bb', 'a path of letters'],
    ['https://uni.example/a%zz', 'a path of letters'],
    ['https://me:secret@uni.example/a', 'without @, ? and #'],
    ['https://:secret@uni.example/a', 'without @, ? and #'],
    ['https://uni.example?', 'without @, ? and #'],
    ['uni.example/backrow', 'a whole address'],
    ['https:uni.example', 'a whole address'],
    ['https:///backrow', 'a whole address'],
    ['https://uni.example:99999/a', 'a whole address'],
    ['ftp://uni.example/a', 'a whole address'],
    ['http://0.0.0.0:3000', 'that people can open'],
    ['http://[::]:3000/a', 'that people can open'],
    [',', 'at least one address'],
  ])('%s is named among all that is wrong', (PUBLIC_URL, why) => {
    const read = readConfig({ PUBLIC_URL, LOG_LEVEL: 'loud' });
    expect(read.ok ? [] : read.errors).toEqual([
      expect.stringMatching(/^PUBLIC_URL/),
      expect.stringMatching(/^LOG_LEVEL/),
    ]);
    expect(read.ok ? '' : read.errors[0]).toContain(why);
  });
});

test.each([
  ['/backrow', '/'],
  ['/backrow?a=/backrow', '/?a=/backrow'],
  ['/backrow/', '/'],
  ['/backrow/e/demo?room=1', '/e/demo?room=1'],
  ['/backrow//e', '//e'],
  ['/%62ack%72ow/j/KLM4', '/j/KLM4'],
  ['/backrowing/e', '/backrowing/e'],
  ['/e/backrow', '/e/backrow'],
  ['/j/%E0%A4', '/j/%E0%A4'],
  ['http://uni.example/backrow/e/demo?a=b', '/e/demo?a=b'],
  ['HTTPS://uni.example:8443/backrow', '/'],
  ['http://uni.example/e/demo', 'http://uni.example/e/demo'],
  ['/backrow/http://x/', '/http://x/'],
  ['/', '/'],
])('[W47] %s is %s', (asked, found) => {
  expect(withoutBase(asked, '/backrow')).toBe(found);
});

test('[W47] a page leads to where the server stands, and to others as before', () => {
  const page =
    '<html data-base=""><a href="/help">x</a><img src="./a.svg" srcset="/b.svg"><a href="//x/y"><a href="https://x/">';
  expect(pageBelow(page, '/ask')).toBe(
    '<html data-base="/ask"><a href="/ask/help">x</a><img src="/ask/a.svg" srcset="/ask/b.svg"><a href="//x/y"><a href="https://x/">',
  );
});

it('[W47] answers with and without its path, and nothing else below it', async () => {
  const world = await openWorld({ env });
  for (const path of [
    '/healthz',
    '/readyz',
    '/',
    '/e/small',
    '/api/events',
    `/api/events/${world.slug}/calendar.ics`,
  ]) {
    const plain = await world.call(path);
    expect([path, plain.status]).toEqual([path, 200]);
    expect(await world.call(`/backrow${path}`)).toMatchObject({ status: 200, text: plain.text });
  }
  expect((await world.call('/other/api/events')).status).toBe(404);
  expect((await world.call('/backrow')).status).toBe(200);
});

it('[W47] answers a proxy that names the host in its request line', async () => {
  const world = await openWorld({ env });
  const { hostname, port } = new URL(world.origin);
  const asked = request({ hostname, port, path: 'http://uni.example/backrow/e/small' });
  asked.end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  expect(answer.statusCode).toBe(200);
});

it('[W47] keeps badges to its path, and leaves the host’s https to the host', async () => {
  const world = await openWorld({ env });
  const joined = await world.call(`/backrow/api/events/${world.slug}/join`, {
    body: { attendance: 'inRoom' },
    headers: { ...https, origin: 'https://uni.example' },
  });
  expect(joined.status).toBe(201);
  expect(joined.headers['set-cookie']?.[0]).toMatch(/; Path=\/backrow; .*HttpOnly; Secure; SameSite=Lax$/);
  expect(joined.headers['strict-transport-security']).toBeUndefined();
  const own = await openWorld({ env: { ...env, PUBLIC_URL: 'https://uni.example' } });
  expect((await own.call('/', { headers: https })).headers['strict-transport-security']).toMatch(/^max-age=/);
});

it('[W47] links, codes and calendars carry the path, the origin is checked without it', async () => {
  const world = await openWorld({ env });
  const moderator = await world.joinAs('moderator');
  const { code, joinUrl } = moderator.view.event ?? {};
  expect(joinUrl).toBe(`https://uni.example/backrow/j/${code}`);
  for (const path of [`/j/${code}?room=1`, `/backrow/j/${code}?room=1`]) {
    const { status, headers } = await world.call(path);
    expect([status, headers.location]).toEqual([302, '/backrow/e/small?room=1']);
  }
  const body = inviteBodySchema.parse({ role: 'moderator' });
  const made = await world.at('/invites', { token: moderator.seat.token, body });
  const { path, code: short } = invitedSchema.parse(made.body);
  expect(path).toMatch(/^\/backrow\/e\/small\/desk#invite=/);
  expect((await world.call(`/j/${short}`)).headers.location).toBe(path);
  expect((await world.at('/calendar.ics')).text).toContain(`https://uni.example/backrow/j/${code}`);
  const links = await world.app.links();
  for (const link of [links?.first, links?.phone, links?.moderator, links?.screen, links?.organizer])
    expect(link).toMatch(/^https:\/\/uni\.example\/backrow\//);
  const post = (origin: string) => world.at('/join', { body: { attendance: 'remote' }, headers: { origin } });
  expect([(await post('https://uni.example')).status, (await post('https://other.example')).status]).toEqual([
    201, 403,
  ]);
});

it('[W47] sockets connect with and without the path', async () => {
  const world = await openWorld({ env });
  for (const path of ['/socket.io', '/backrow/socket.io'])
    for (const transports of [['websocket'], ['polling']]) {
      const member = await world.joinAs('attendee', { options: { path, transports } });
      expect(member.view.event?.slug, `${path} ${transports}`).toBe('small');
    }
});
