import { expect, it } from 'vitest';
import * as z from 'zod';
import { openWorld } from '../world/world.ts';

const messageSchema = z.object({
  epoch: z.string(),
  seq: z.number(),
  mark: z.string(),
  view: z.record(z.string(), z.unknown()),
});

it('[W5] gives the whole view of a role, own part included, as the socket does', async () => {
  const world = await openWorld();
  for (const role of ['attendee', 'speaker', 'moderator', 'organizer', 'projector'] as const) {
    const member = await world.joinAs(role);
    const { status, headers, body } = await world.at('/view', { token: member.seat.token });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-cache');
    const { view, ...rest } = messageSchema.strict().parse(body);
    expect(rest).toEqual({ epoch: member.epoch, seq: world.seq, mark: member.mark });
    expect(Object.keys(view).sort()).toEqual(Object.keys(member.view).sort());
  }
});

it('[W5] holds in each view what the contract names', async () => {
  const world = await openWorld();
  const attendee = ['event', 'sessions', 'questions', 'stages', 'posters', 'polls', 'messages', 'me'];
  const moderator = [...attendee, 'displays', 'reports', 'balance', 'staff'];
  const named = {
    attendee,
    moderator,
    organizer: [...moderator, 'invites'],
    speaker: ['event', 'session', 'sessions', 'stage', 'questions', 'upNext', 'note', 'me'],
    projector: ['event', 'room', 'stage', 'question', 'sessions'],
  };
  for (const role of ['attendee', 'speaker', 'moderator', 'organizer', 'projector'] as const) {
    const member = await world.joinAs(role);
    expect(Object.keys(member.view), role).toEqual(expect.arrayContaining(named[role]));
  }
});

it.each(['part=%00', 'part=', 'part=Common', 'part=own&part=common'])(
  '[W5] refuses a part that there is none of: %s',
  async (query) => {
    const world = await openWorld();
    const { token } = (await world.joinAs('moderator')).seat;
    expect(await world.at(`/view?${query}`, { token })).toMatchObject({
      status: 400,
      body: { reason: 'malformed', issues: [{ path: 'part' }] },
    });
  },
);

it('[W5] answers 304 while nothing changed, to the one person the view is for', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const { token } = attendee.seat;
  const first = await world.at('/view', { token });
  const etag = String(first.headers.etag);
  const again = await world.at('/view', { token, headers: { 'if-none-match': etag } });
  expect([again.status, again.text]).toEqual([304, '']);
  await attendee.ask('Is this new?');
  expect((await world.at('/view', { token, headers: { 'if-none-match': etag } })).status).toBe(200);
});

it('[W5] gives everybody of a role the same common bytes, at most a second old', async () => {
  let now = 0;
  const world = await openWorld({ monotonic: () => now });
  const moderator = await world.joinAs('moderator');
  const [one, two] = [await world.joinAs('attendee'), await world.joinAs('attendee')];
  const common = (token: string, headers = {}) => world.at('/view?part=common', { token, headers });
  const id = await one.ask('Is this common?');
  const first = await common(one.seat.token);
  const second = await common(two.seat.token);
  expect(second.text).toBe(first.text);
  expect(first.text).not.toContain(id);
  expect(messageSchema.strict().parse(first.body).view).not.toHaveProperty('me');
  expect(first.headers['cache-control']).toBe('private, no-cache');
  const { etag } = first.headers;
  expect(etag).toMatch(new RegExp(`^"${one.epoch}\\.attendee\\.${world.seq}\\.\\d+"$`));
  expect((await common(two.seat.token, { 'if-none-match': String(etag) })).status).toBe(304);
  await moderator.must({ type: 'question.approve', question: id });
  expect((await common(two.seat.token)).text).toBe(first.text);
  now += 1_000;
  const later = await common(two.seat.token, { 'if-none-match': String(etag) });
  expect(later.status).toBe(200);
  expect(later.body).toMatchObject({ seq: world.seq, view: { questions: { [id]: { status: 'live' } } } });
  const forStaff = await common(moderator.seat.token);
  expect(forStaff.headers.etag).toMatch(new RegExp(`^"${one.epoch}\\.moderator\\.${world.seq}\\.\\d+"$`));
});

it('[W5] sends common bytes packed to whoever unpacks them', async () => {
  const world = await openWorld();
  const { token } = (await world.joinAs('attendee')).seat;
  const plain = await world.at('/view?part=common', { token });
  for (const encoding of ['br', 'gzip']) {
    const response = await fetch(`${world.origin}/api/events/small/view?part=common`, {
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': encoding },
    });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toBe(plain.text);
  }
});

it('[W5] gives the own part alone', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee', { name: 'Ann' });
  const other = await (await world.joinAs('attendee')).ask('Is this mine?');
  const id = await attendee.ask('And this?');
  const { body, text } = await world.at('/view?part=own', { token: attendee.seat.token });
  expect(body).toEqual({
    epoch: attendee.epoch,
    seq: world.seq,
    mark: world.running().live.marks.of(world.seq),
    me: expect.objectContaining({
      participant: attendee.seat.participant,
      name: 'Ann',
      mine: [id],
      upvoted: [],
    }),
    questions: { [id]: expect.objectContaining({ text: 'And this?', status: 'inReview' }) },
  });
  expect(text).not.toContain(other);
});

it('[W6] gives the full session and poster, and the list fields in views only', async () => {
  const world = await openWorld();
  const { token } = (await world.joinAs('attendee')).seat;
  const session = await world.at('/sessions/talk-1', { token });
  expect(session.body).toMatchObject({
    id: 'talk-1',
    title: 'The first talk',
    abstract: 'What the first talk is about.',
    status: 'upcoming',
  });
  const poster = await world.at('/posters/p1', { token });
  expect(poster.body).toMatchObject({
    id: 'p1',
    title: 'A poster',
    abstract: 'On a wall.',
    facts: [],
    number: 1,
  });
  expect((await world.at('/view', { token })).text).not.toMatch(/abstract|On a wall/);
  for (const path of ['/sessions/nope', '/posters/nope', '/sessions/__proto__', '/sessions/p1']) {
    const { status, body } = await world.at(path, { token });
    expect([status, body]).toMatchObject([
      404,
      { ok: false, reason: 'unknown', message: expect.any(String) },
    ]);
  }
  expect((await world.at('/sessions/talk-1')).status).toBe(401);
});
