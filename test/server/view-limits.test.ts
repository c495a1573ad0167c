import { request } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ViewTurns } from '../../server/access/view-turns.ts';
import { KeptViews } from '../../server/http/kept-views.ts';
import { viewJson } from '../../server/http/view-json.ts';
import { until } from '../world/waiting.ts';
import { openWorld } from '../world/world.ts';

it('[W60] lets the thirteenth whole view of a minute wait, and a 304, other parts and other people not', async () => {
  const world = await openWorld({ monotonic: () => 0 });
  const { token } = (await world.joinAs('attendee')).seat;
  const other = (await world.joinAs('attendee')).seat.token;
  const first = await world.at('/view', { token });
  // The first of the twelve came over the socket: both count together.
  for (let count = 3; count <= 12; count += 1) expect((await world.at('/view', { token })).status).toBe(200);
  let waiting = true;
  // When its turn comes is shown by a hand clock; here it goes away with the server.
  const answered = () => {
    waiting = false;
  };
  world.at('/view', { token }).then(answered, () => undefined);
  const headers = { 'if-none-match': String(first.headers.etag) };
  for (let count = 0; count < 20; count += 1)
    expect((await world.at('/view', { token, headers })).status).toBe(304);
  expect((await world.at('/view?part=common', { token })).status).toBe(200);
  expect((await world.at('/view?part=own', { token })).status).toBe(200);
  expect((await world.at('/view', { token: other })).status).toBe(200);
  expect(waiting).toBe(true);
});

it('[W60] makes one view for all the requests of a person that have their turn together', async () => {
  const world = await openWorld();
  const { token } = (await world.joinAs('attendee')).seat;
  const encoded = vi.spyOn(world.running().ticker.views, 'own');
  let give: () => void = () => undefined;
  const turn = vi.spyOn(ViewTurns.prototype, 'turn').mockReturnValue(
    new Promise((resolve) => {
      give = resolve;
    }),
  );
  onTestFinished(() => void vi.restoreAllMocks());
  const hungUp = () => null;
  const answers = Promise.all(Array.from({ length: 50 }, () => world.at('/view', { token }).catch(hungUp)));
  await until(() => turn.mock.calls.length === 50, 'everybody to wait');
  give();
  const answered = (await answers).filter((answer) => answer !== null);
  // Eight wait at most: of the others each gave way to the next.
  expect(answered).toHaveLength(8);
  for (const { status, text } of answered) expect([status, text]).toEqual([200, answered[0]?.text]);
  expect(encoded).toHaveBeenCalledTimes(1);
});

it('[W60] gives a turn up whose request went away', async () => {
  const world = await openWorld({ monotonic: () => 0 });
  const { token } = (await world.joinAs('attendee')).seat;
  for (let count = 2; count <= 12; count += 1) await world.at('/view', { token });
  const turn = vi.spyOn(ViewTurns.prototype, 'turn');
  const leave = vi.spyOn(ViewTurns.prototype, 'leave');
  onTestFinished(() => void vi.restoreAllMocks());
  const headers = { authorization: `Bearer ${token}` };
  const sent = request(`${world.origin}/api/events/small/view`, { headers });
  sent.on('error', () => undefined);
  sent.end();
  await until(() => turn.mock.calls.length > 0, 'a turn');
  sent.destroy();
  await until(() => leave.mock.calls.length > 0, 'a turn given up');
  expect(leave.mock.calls).toEqual(turn.mock.calls);
});

it('[W65] makes a common view once for everybody while nothing changes, and packs it once', async () => {
  let now = 0;
  const world = await openWorld({ monotonic: () => now });
  const attendee = await world.joinAs('attendee');
  const { token } = attendee.seat;
  const common = vi.spyOn(world.running().ticker.views, 'common');
  const get = async (headers = {}) => (await world.at('/view?part=common', { token, headers })).headers.etag;
  const etag = await get();
  for (let count = 0; count < 5; count += 1) expect(await get()).toBe(etag);
  now += 10_000;
  expect(await get()).toBe(etag);
  expect(common).toHaveBeenCalledTimes(1);
  await attendee.ask('Is this new?');
  expect(await get()).toBe(etag);
  now += 2_000;
  expect(await get()).not.toBe(etag);
  expect(common).toHaveBeenCalledTimes(2);
  const views = new KeptViews(() => now);
  const [one, two] = [0, 1].map(() => views.common(world.running(), { role: 'attendee' }));
  expect(one?.br()).toBe(two?.br());
  expect(one?.gzip()).toBe(two?.gzip());
});

it('[W65] raises the ETag of a common view with who is here, who is at a desk and what a display drew', async () => {
  let now = 0;
  const world = await openWorld({ monotonic: () => now });
  const moderator = await world.joinAs('moderator');
  const { token } = moderator.seat;
  const etag = async () => {
    now += 1_000;
    return (await world.at('/view?part=common', { token })).headers.etag;
  };
  const seen = [await etag()];
  const another = async (act: () => Promise<unknown>) => {
    const { seq } = world;
    await act();
    const next = await until(async () => {
      const tag = await etag();
      return tag === seen.at(-1) ? undefined : tag;
    }, 'another ETag');
    expect(world.seq).toBe(seq);
    seen.push(next);
  };
  await another(() => moderator.say('at', { room: 'main' }));
  const screen = await world.connect({
    ...{ role: 'projector' as const, scope: { room: 'main' } },
    token: await world.sign({ role: 'projector', scope: { room: 'main' } }),
  });
  const drawn = { display: 'one', seq: world.seq, kind: 'auto', fits: true, width: 1920, height: 1080 };
  await another(() => screen.say('drawn', drawn));
  await another(async () => screen.drop());
  expect(new Set(seen).size).toBe(seen.length);
});

it('[W65] gives another person or another name another ETag for what is their own', async () => {
  const world = await openWorld();
  const [one, two] = [await world.joinAs('attendee'), await world.joinAs('attendee')];
  const { participant } = one.seat;
  const named = await world.sign({ role: 'attendee', participant, name: 'Ann', attendance: 'inRoom' });
  for (const part of ['', '?part=own']) {
    const tags: unknown[] = [];
    for (const token of [one.seat.token, two.seat.token, named])
      tags.push((await world.at(`/view${part}`, { token })).headers.etag);
    expect(new Set(tags).size).toBe(3);
    const headers = { 'if-none-match': String(tags[0]) };
    expect((await world.at(`/view${part}`, { token: two.seat.token, headers })).status).toBe(200);
  }
});

it('[W65] makes an own part once while nothing changes', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const { token } = attendee.seat;
  const own = vi.spyOn(world.running().ticker.views, 'own');
  for (let count = 0; count < 5; count += 1) await world.at('/view?part=own', { token });
  expect(own).toHaveBeenCalledTimes(1);
  await attendee.ask('Is this mine?');
  expect((await world.at('/view?part=own', { token })).text).toContain('Is this mine?');
});

it('[W65] limits everything that is read with a badge as messages are', async () => {
  const paths = {
    attendee: ['/view?part=common', '/view?part=own', '/sessions/talk-1', '/posters/p1', '/calendar.ics'],
    moderator: ['/audit', '/export/audit.csv', '/export/questions.csv', '/export/questions.md'],
    organizer: ['/programme'],
  } as const;
  const world = await openWorld({ monotonic: () => 0 });
  for (const role of ['attendee', 'moderator', 'organizer'] as const)
    for (const path of paths[role]) {
      const member = await world.connect({ role, token: await world.sign({ role }) });
      const { token } = member.seat;
      expect((await world.at(path, { token })).status, path).toBe(200);
      const most = role === 'attendee' ? 100 : 1_000;
      await Promise.all(Array.from({ length: most - 1 }, () => member.say('clock', { clientTime: 1 })));
      const { status, headers, body } = await world.at(path, { token });
      expect([status, body], path).toMatchObject([
        429,
        { reason: 'too-fast', retryAfterMs: expect.any(Number) },
      ]);
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
    }
});

it('[W65] limits what needs no badge by address, and never its 304', async () => {
  const world = await openWorld({ env: { TRUST_PROXY: '1' }, monotonic: () => 0 });
  const from = (address: string, more = {}) => ({ headers: { 'x-forwarded-for': address, ...more } });
  const { etag } = (await world.at('/calendar.ics', from('203.0.113.7'))).headers;
  for (let round = 0; round < 30; round += 1)
    await Promise.all(Array.from({ length: 100 }, () => world.call('/api/events', from('203.0.113.7'))));
  for (const path of [
    '/api/events',
    '/api/events/small/calendar.ics',
    '/api/events/small/sessions/talk-1/calendar.ics',
  ]) {
    expect((await world.call(path, from('203.0.113.7'))).status, path).toBe(429);
    expect((await world.call(path, from('203.0.113.8'))).status, path).toBe(200);
    expect((await world.call(path)).status, path).toBe(200);
  }
  const known = await world.at('/calendar.ics', from('203.0.113.7', { 'if-none-match': String(etag) }));
  expect(known.status).toBe(304);
});

it('[W65] writes a calendar once until something in it changes', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const tag = async (path = '/calendar.ics') => (await world.at(path)).headers.etag;
  const [all, one] = [await tag(), await tag('/sessions/talk-2/calendar.ics')];
  expect(one).not.toBe(all);
  await attendee.ask('Does this change it?');
  expect(await tag()).toBe(all);
  await moderator.must({ type: 'session.move', session: 'talk-2', minutes: 7 });
  expect(await tag()).not.toBe(all);
  expect(await tag('/sessions/talk-2/calendar.ics')).not.toBe(one);
});

it('[W65] writes the same JSON in slices as at once', async () => {
  const rows = Object.fromEntries(
    Array.from({ length: 1_201 }, (_, n) => [
      `id "${n}"`,
      { n, text: `\u2028 "${n}"`, none: undefined, list: [null, n] },
    ]),
  );
  const views: Record<string, object | null>[] = [
    {},
    { questions: {} },
    {
      event: { title: 'A "title"', none: undefined, nothing: null, people: { inRoom: 1 } },
      session: null,
      questions: rows,
    },
    { questions: rows, ['__proto__x']: { a: 1 } },
  ];
  for (const view of views)
    for (let again = 0; again < 2; again += 1)
      expect((await viewJson('[', view, ']')).toString()).toBe(`[${JSON.stringify(view)}]`);
});
