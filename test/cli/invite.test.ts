import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { dayFile, post, Site } from './site.ts';

let site: Site;
let address: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  site = new Site();
  address = await site.serve();
  await site.json('import', site.file('day.yaml', dayFile()));
  env = { ...site.env };
});

afterEach(() => {
  for (const name of ['SECRET', 'PUBLIC_URL']) Reflect.deleteProperty(site.env, name);
  Object.assign(site.env, env);
});

afterAll(() => site.remove());

it('[C6] signs invites that a running server redeems, and writes nothing', async () => {
  const before = (await site.json('verify')).events[0].seq;
  const roles = [
    { role: 'moderator', page: '/e/day/desk', scope: {} },
    { role: 'organizer', page: '/e/day/admin', scope: {} },
    { role: 'attendee', page: '/e/day', scope: {} },
    { role: 'projector', page: '/e/day/stage/lab', scope: { room: 'lab' }, options: ['--room', 'lab'] },
    { role: 'projector', page: '/e/day/stage', scope: {} },
    {
      role: 'speaker',
      page: '/e/day/speaker/one',
      scope: { session: 'one' },
      options: ['--session', 'one', '--name', ' Ada '],
    },
    { role: 'speaker', page: '/e/day/monitor/lab', scope: { room: 'lab' }, options: ['--room', 'lab'] },
  ];
  const invites: string[] = [];
  for (const { role, page, options = [] } of roles) {
    const signed = await site.json('invite', 'day', '--role', role, ...options);
    expect(Object.keys(signed)).toEqual(['event', 'role', 'link', 'invite', 'expiresAt']);
    expect(signed).toMatchObject({ event: 'day', role, link: `${address}${page}#invite=${signed.invite}` });
    invites.push(signed.invite);
  }
  expect((await site.json('verify')).events[0].seq).toBe(before);
  for (const [index, { role, scope }] of roles.entries()) {
    const { status, body } = await post(`${address}/api/events/day/redeem`, { invite: invites[index] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ role, scope, participant: { name: 'session' in scope ? 'Ada' : null } });
  }
  expect((await site.json('verify')).events[0].seq).toBe(before + roles.length);
});

it('[C6] lets an invite be used as often as it says', async () => {
  const { invite } = await site.json('invite', 'day', '--role', 'moderator', '--uses', '1');
  const statuses = [];
  for (let use = 0; use < 2; use += 1)
    statuses.push((await post(`${address}/api/events/day/redeem`, { invite })).status);
  expect(statuses).toEqual([201, 403]);
  expect(await site.run('invite', 'day', '--role', 'moderator', '--uses', '0')).toMatchObject({ code: 1 });
});

it('[C6] holds until 7 days after the event, or as long as it is told', async () => {
  const until = async (...options: string[]) => (await site.json('invite', ...options)).expiresAt;
  expect(await until('day', '--role', 'moderator')).toBe('2031-05-18T08:40:00.000Z');
  expect(await until('day', '--role', 'moderator', '--expires', '2030-01-01T00:00:00+01:00')).toBe(
    '2029-12-31T23:00:00.000Z',
  );
  const hours = async (...options: string[]) =>
    (Date.parse(await until(...options)) - Date.now()) / 3_600_000;
  expect(await hours('day', '--role', 'moderator', '--expires', '48h')).toBeCloseTo(48, 1);
  expect(await hours('*', '--role', 'organizer')).toBeCloseTo(30 * 24, 1);
  for (const expires of ['soon', '0h', '2020-01-01T00:00:00Z']) {
    expect(await site.run('invite', 'day', '--role', 'moderator', '--expires', expires)).toMatchObject({
      code: 1,
      out: '',
    });
  }
});

it('[C6] opens every event to the organizer of all', async () => {
  const { invite, link } = await site.json('invite', '*', '--role', 'organizer');
  expect(link).toBe(`${address}/e/day/admin#invite=${invite}`);
  expect((await post(`${address}/api/events/day/redeem`, { invite })).body).toMatchObject({
    role: 'organizer',
  });
  expect((await site.run('invite', '*', '--role', 'moderator')).code).toBe(1);
});

it('[C7] refuses events, rooms and sessions that do not exist, and names those that do', async () => {
  const refused: [string[], string][] = [
    [['dya', '--role', 'moderator'], 'There is no event "dya". There are: day.'],
    [['day', '--role', 'projector', '--room', 'attic'], 'There is no room "attic". There are: hall, lab.'],
    [['day', '--role', 'speaker', '--session', 'six'], 'There is no session "six". There are: one, two.'],
    [
      ['day', '--role', 'speaker'],
      "A speaker's link needs --session ID or --poster ID; a lectern's, --room ID. Sessions: one, two.",
    ],
    [['day', '--role', 'moderator', '--room', 'hall'], '--room goes with --role projector or speaker.'],
  ];
  for (const [args, sentence] of refused) {
    expect(await site.run('invite', ...args)).toMatchObject({ code: 1, out: '', err: sentence });
  }
});

it('[C7] leads to PUBLIC_URL, and says where a link leads nowhere else than here', async () => {
  expect((await site.run('invite', 'day', '--role', 'moderator')).err).toContain(
    'Only this computer can open this link',
  );
  site.env.PUBLIC_URL = 'https://questions.example.org';
  const { out, err } = await site.run('invite', 'day', '--role', 'moderator');
  expect(out).toMatch(/^https:\/\/questions\.example\.org\/e\/day\/desk#invite=/);
  expect(err).toBe('');
});

it('[C7] signs nothing with a secret that no server has', async () => {
  site.env.DATA_DIR = join(site.folder, 'elsewhere');
  const { code, err } = await site.run('invite', 'day', '--role', 'moderator');
  expect(code).toBe(1);
  expect(err).toContain('There is no secret to sign with');
});

it('[C7] asks the server at PUBLIC_URL where there is no log', async () => {
  const secret = readFileSync(join(site.dataDir, 'secret'), 'utf8').trim();
  Object.assign(site.env, { DATA_DIR: join(site.folder, 'elsewhere'), SECRET: secret, PUBLIC_URL: address });
  const { expiresAt, link } = await site.json('invite', 'day', '--role', 'moderator');
  expect(expiresAt).toBe('2031-05-18T08:40:00.000Z');
  expect(link.startsWith(address)).toBe(true);
});
