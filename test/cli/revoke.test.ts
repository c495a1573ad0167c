import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { signControl } from '../../server/access/control-permission.ts';
import { secretOf } from '../../server/access/secret.ts';
import { dayFile, post, Site } from './site.ts';

let made: Site;
let site: Site;

beforeAll(async () => {
  made = new Site();
  await made.json('import', made.file('day.yaml', dayFile()));
});

beforeEach(() => {
  site = made.copy();
});

afterEach(() => site.remove());
afterAll(() => made.remove());

/** Lets a moderator in and gives their badge. */
async function moderator(address: string): Promise<{ token: string; id: string; link: string }> {
  const { link, invite } = await site.json('invite', 'day', '--role', 'moderator');
  const { token, participant } = (await post(`${address}/api/events/day/redeem`, { invite })).body;
  return { token, id: participant.id, link };
}

async function statusOf(address: string, token: string): Promise<number> {
  return (await fetch(`${address}/api/events/day/view`, { headers: { authorization: `Bearer ${token}` } }))
    .status;
}

it('[C10] takes back an invite with its badges, and one participant, with and without a running server', async () => {
  const address = await site.serve();
  const first = await moderator(address);
  expect(await statusOf(address, first.token)).toBe(200);
  expect(await site.run('revoke', 'day', '--invite', first.link)).toMatchObject({
    code: 0,
    out: expect.stringContaining('no access any more: day'),
  });
  expect(await statusOf(address, first.token)).toBe(401);
  const second = await moderator(address);
  expect((await site.run('revoke', '*', '--invite', second.link.split('#invite=')[1] ?? '')).code).toBe(0);
  expect(await statusOf(address, second.token)).toBe(401);
  const third = await moderator(address);
  expect((await site.run('revoke', 'day', '--participant', third.id)).code).toBe(0);
  expect(await statusOf(address, third.token)).toBe(401);
  const { invite } = await site.json('invite', 'day', '--role', 'moderator');
  await site.stop();
  expect((await site.run('revoke', 'day', '--invite', invite)).code).toBe(0);
  const later = await site.serve();
  expect((await post(`${later}/api/events/day/redeem`, { invite })).status).toBe(403);
  expect(await site.run('revoke', 'day')).toMatchObject({
    code: 1,
    err: 'Say whom: --invite ID or --participant ID.',
  });
  expect(await site.run('revoke', 'dya', '--invite', 'abcdefgh')).toMatchObject({
    code: 1,
    err: 'There is no event "dya". There are: day.',
  });
});

it('[C11] deletes only when told twice, with and without a server', async () => {
  expect(await site.run('delete', 'day')).toMatchObject({
    code: 1,
    err: expect.stringContaining('npx backrow delete day --yes'),
  });
  const address = await site.serve();
  expect(await site.run('delete', 'day', '--yes')).toMatchObject({ code: 0, out: 'day is deleted.' });
  expect(await (await fetch(`${address}/api/events`)).json()).toEqual([]);
  expect((await post(`${address}/api/events/day/join`, { attendance: 'remote' })).status).toBe(404);
  expect((await site.run('import', join(made.folder, 'day.yaml'))).out).toContain('day: made');
  await site.stop();
  expect((await site.run('delete', 'day', '--yes')).code).toBe(0);
  expect(readFileSync(join(site.dataDir, 'backrow.db')).includes('A day')).toBe(false);
  expect(await site.run('delete', 'day', '--yes')).toMatchObject({
    code: 1,
    err: 'There is no event "day". There is none at all yet.',
  });
});

it('[C12] takes orders only from this computer, with a permission of its secret that is in time', async () => {
  const address = await site.serve();
  const secret = secretOf(undefined, site.dataDir);
  const order = { order: 'delete', event: 'day' };
  const give = async (token: string | null, headers: Record<string, string> = {}) =>
    post(`${address}/control`, order, {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    });
  const { invite } = await site.json('invite', '*', '--role', 'organizer');
  const organizer = (await post(`${address}/api/events/day/redeem`, { invite })).body.token;
  for (const token of [
    null,
    'nonsense',
    invite,
    organizer,
    await signControl('quite another secret', Date.now()),
    await signControl(secret, Date.now() - 61_000),
  ]) {
    expect((await give(token)).status).toBe(401);
  }
  const token = await signControl(secret, Date.now());
  expect((await give(token, { 'x-forwarded-for': '10.0.0.7' })).status).toBe(404);
  expect((await give(token, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(
    (await post(`${address}/control`, { order: 'shutdown' }, { authorization: `Bearer ${token}` })).status,
  ).toBe(400);
  expect((await site.json('verify')).events).toHaveLength(1);
  expect((await give(token)).body).toEqual({ ok: true, did: 'deleted', events: ['day'], warnings: [] });
});

it('[C13] exports beside a running server, whole or not at all', async () => {
  await site.serve();
  const path = join(site.folder, 'day.ics');
  expect((await site.run('export', 'day', '--format', 'ics', '--out', path)).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR/);
  expect(existsSync(`${path}.unfinished`)).toBe(false);
  for (const format of ['csv', 'json', 'md']) {
    expect((await site.run('export', 'day', '--format', format, '--out', '-')).code).toBe(0);
  }
  expect(await site.run('export', 'day', '--format', 'pdf', '--out', path)).toMatchObject({
    code: 1,
    err: expect.stringContaining('csv, xlsx, json, md, ics'),
  });
  expect(await site.run('export', 'dya', '--format', 'csv', '--out', '-')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There are: day.'),
  });
  expect(
    (await site.run('export', 'day', '--format', 'csv', '--out', join(site.folder, 'no', 'where.csv'))).code,
  ).toBe(1);
});
