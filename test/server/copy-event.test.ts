import { expect, test } from 'vitest';
import { openWorld, type World } from '../world/world.ts';

async function post(world: World, path: string, token: string, body?: object) {
  const response = await fetch(`${world.origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

/** A world with an event in which somebody asked, and the badge of whoever makes events. */
async function withEvent() {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const ann = await world.joinAs('attendee', { name: 'Ann' });
  await moderator.must({ type: 'question.approve', question: await ann.ask('Canary?') });
  await moderator.must({ type: 'policy.set', ranking: 'popular', names: false });
  const token = await world.sign({ role: 'organizer', name: 'Olga', installation: true });
  return { world, moderator, token };
}

test('[W91] an event is made again under another slug, and nothing of its people comes along', async () => {
  const { world, token } = await withEvent();
  expect(
    await post(world, `/api/events?copyOf=${world.slug}&slug=next-year&date=2031-05-11`, token),
  ).toMatchObject({ status: 201, answer: { slug: 'next-year' } });
  const [old, made] = [world.running(), world.running('next-year')].map(({ live }) => live.state);
  const titles = (state = old) => [...(state?.tables.sessions.values() ?? [])].map(({ title }) => title);
  expect(titles(made)).toEqual(titles());
  expect(made?.tables.questions.size).toBe(0);
  const [before, after] = [old, made].map((state) => state?.tables.event.get('event'));
  expect(after?.days[0]).toBe('2031-05-11');
  expect(after?.policy).toMatchObject({ ranking: 'popular', names: false });
  expect(after?.timezone).toBe(before?.timezone);
  expect(after?.code).not.toBe(before?.code);
});

test('[W91] a body of JSON says the same, with a title and a zone', async () => {
  const { world, token } = await withEvent();
  const said = { copyOf: world.slug, slug: 'far-away', title: 'Far away', timezone: 'Asia/Tokyo' };
  expect(await post(world, '/api/events', token, said)).toMatchObject({ status: 201 });
  expect(world.running('far-away').live.state.tables.event.get('event')).toMatchObject({
    title: 'Far away',
    timezone: 'Asia/Tokyo',
  });
});

test('[W91] what cannot be is refused by its name, and nothing is made', async () => {
  const { world, moderator, token } = await withEvent();
  const own = await world.joinAs('organizer');
  const path = (query: string) => `/api/events?${query}`;
  for (const [query, status, who] of [
    ['copyOf=nothing&slug=new', 404, token],
    [`copyOf=${world.slug}`, 400, token],
    [`copyOf=${world.slug}&slug=${world.slug}`, 409, token],
    [`copyOf=${world.slug}&slug=new`, 403, own.seat.token],
    [`copyOf=${world.slug}&slug=new`, 403, moderator.seat.token],
  ] as const)
    expect(await post(world, path(query), who), query).toMatchObject({ status });
  expect(await post(world, '/api/events', token, { copyOf: world.slug, slug: 'new', more: 1 })).toMatchObject(
    {
      status: 400,
    },
  );
  expect(world.app.events.get('new')).toBeUndefined();
});

test('[W92] whoever asks is told whether they may make events, and is refused nothing', async () => {
  const { world, token } = await withEvent();
  const asked = async (badge?: string) => {
    const response = await fetch(`${world.origin}/api/installation`, {
      ...(badge !== undefined && { headers: { authorization: `Bearer ${badge}` } }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  };
  expect(await asked(token)).toEqual({ status: 200, answer: { makesEvents: true } });
  for (const other of [undefined, 'no badge', await world.sign({ role: 'organizer' })])
    expect(await asked(other)).toEqual({ status: 200, answer: { makesEvents: false } });
});
