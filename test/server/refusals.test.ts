import { expect, it } from 'vitest';
import { refuse } from '../../server/refusals/refuse.ts';
import type { Asked } from '../world/calling.ts';
import { openWorld } from '../world/world.ts';

const message = expect.any(String);

it('[W9] refuses in the contract’s order: the first thing that is wrong decides', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const known = crypto.randomUUID();
  await attendee.must({ type: 'question.ask', id: known, session: 'talk-1', text: 'Which comes first?' });
  const approve = { id: crypto.randomUUID(), type: 'question.approve', question: crypto.randomUUID() };
  const rows: [Asked, number, string][] = [
    [{ body: { ...approve, filler: 'x'.repeat(20_000) } }, 413, 'too-large'],
    [{ body: { ...approve, filler: 'x' } }, 400, 'malformed'],
    [
      { body: { id: known, type: 'question.ask', session: 'talk-1', text: 'é'.repeat(301) } },
      400,
      'malformed',
    ],
    [{ body: approve }, 401, 'no-badge'],
    [{ body: approve, token: 'nonsense' }, 401, 'no-badge'],
    [{ body: { ...approve, id: known }, token: attendee.seat.token }, 409, 'conflict'],
    [{ body: approve, token: attendee.seat.token }, 403, 'not-allowed'],
    [{ body: approve, token: moderator.seat.token }, 404, 'unknown'],
    [
      { body: { ...approve, type: 'question.restore', question: known }, token: moderator.seat.token },
      409,
      'not-now',
    ],
  ];
  for (const [asked, status, reason] of rows) {
    const answer = await world.at('/commands', asked);
    expect([answer.status, answer.body]).toEqual([
      status,
      expect.objectContaining({ ok: false, reason, message }),
    ]);
  }
  const nowhere = await world.call('/api/events/nope/commands', { body: { ...approve, filler: 'x' } });
  expect(nowhere.body).toMatchObject({ reason: 'malformed' });
});

it('[W9] says what is wrong with each refusal that has more to say', async () => {
  const world = await openWorld();
  const { token } = (await world.joinAs('moderator')).seat;
  const send = async (body: object) =>
    (await world.at('/commands', { token, body: { id: crypto.randomUUID(), ...body } })).body;
  expect(await send({ type: 'stage.black', room: 'main' })).toEqual({
    ok: false,
    reason: 'malformed',
    code: 'malformed',
    message,
    issues: [{ path: 'on', message }],
  });
  expect(await send({ type: 'question.ask', session: 'talk-1', text: ' \u200b ' })).toMatchObject({
    issues: [{ path: 'text', message: 'must not be empty' }],
  });
  expect(await send({ type: 'question.ask', session: 'talk-1', text: '漢'.repeat(151) })).toMatchObject({
    issues: [{ path: 'text', message: 'is 2 over 300' }],
  });
  const asked = await world.at('/commands', {
    token,
    body: { id: crypto.randomUUID(), type: 'question.ask', session: 'talk-1', text: '漢'.repeat(150) },
  });
  expect([asked.status, asked.body]).toMatchObject([
    200,
    { ok: true, seq: world.seq, question: message, status: 'inReview' },
  ]);
});

it('[W10] refuses unknown fields everywhere upward, and takes null as absent', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const { token } = attendee.seat;
  const id = crypto.randomUUID();
  const ask = { id, type: 'question.ask', session: 'talk-1', text: 'Null?' };
  const strange: [string, unknown][] = [
    ['/commands', { ...ask, at: 0 }],
    ['/commands', { ...ask, by: { role: 'moderator' } }],
    ['/commands', { ...ask, more: null }],
    ['/commands', `{"__proto__":{"admin":true},${JSON.stringify(ask).slice(1)}`],
    ['/commands', { ...ask, constructor: { prototype: {} } }],
    ['/commands', { ...ask, type: '__proto__' }],
    ['/commands', [ask]],
    ['/commands', '7'],
    ['/commands', '{"id":'],
    ['/commands', ''],
    ['/join', { attendance: 'inRoom', role: 'moderator' }],
    ['/join', '{"attendance":"inRoom","__proto__":{"role":"organizer"}}'],
    ['/join', { attendance: 'everywhere' }],
    ['/redeem', { invite: 'x', uses: 1 }],
    ['/redeem', { invite: null }],
  ];
  for (const [path, body] of strange) {
    const answer = await world.at(path, { token, body });
    expect([path, body, answer.status, answer.body]).toEqual([
      path,
      body,
      400,
      expect.objectContaining({ ok: false, reason: 'malformed', message }),
    ]);
  }
  expect(Object.keys({})).toEqual([]);
  expect('admin' in {}).toBe(false);
  const nulls = { ...ask, poster: null, part: null, to: null, anonymous: null, ifClosed: null, seen: null };
  expect((await world.at('/commands', { token, body: nulls })).body).toMatchObject({
    ok: true,
    question: id,
  });
  expect((await world.at('/commands', { token, body: ask })).body).toMatchObject({ ok: true, question: id });
  for (const auth of [
    { event: 'small', more: 1 },
    { event: 'small', counts: 'yes' },
    { event: 7 },
    { event: 'small', as: 'admin' },
  ]) {
    const refused = await world.connect({ role: 'attendee', token }, auth);
    expect(refused.refusal, JSON.stringify(auth)).toMatchObject({
      ok: false,
      reason: 'malformed',
      issues: [{ message }],
    });
  }
  expect(
    (await world.connect({ role: 'attendee', token }, { as: null, since: null, epoch: null, counts: true }))
      .refusal,
  ).toBeNull();
});

it('[W9] refuses connections with the same words', async () => {
  let now = Date.now();
  const world = await openWorld({ clock: () => now, others: [{ slug: 'other', code: 'XYQ3' }] });
  const attendee = await world.joinAs('attendee');
  const refusal = async (auth: object) => (await world.connect(attendee.seat, auth)).refusal;
  expect(await refusal({ event: 'nope' })).toMatchObject({ ok: false, reason: 'unknown' });
  expect(await refusal({ token: undefined })).toMatchObject({ ok: false, reason: 'no-badge' });
  expect(await refusal({ token: `${attendee.seat.token}x` })).toMatchObject({ reason: 'no-badge' });
  expect(await refusal({ event: 'other' })).toMatchObject({ reason: 'no-badge' });
  expect(await refusal({ as: 'moderator' })).toMatchObject({ reason: 'no-badge', of: 'moderator' });
  now += 60 * 86_400_000;
  expect(await refusal({})).toMatchObject({ reason: 'no-badge' });
});

it('[W9] says the same of what is absent and what is another event’s', async () => {
  const world = await openWorld({ others: [{ slug: 'other', code: 'XYQ3' }] });
  const here = await world.joinAs('moderator');
  const elsewhere = await world.joinAs('attendee', { event: 'other' });
  const theirs = await elsewhere.ask('Whose is this?');
  const mine = await here.ask('And this?');
  const attendee = await world.joinAs('attendee');
  for (const [member, hidden] of [
    [here, theirs],
    [attendee, mine],
  ] as const) {
    for (const type of ['question.withdraw', 'question.upvote', 'report']) {
      const fields = {
        on: type === 'question.upvote' ? true : undefined,
        why: type === 'report' ? 'spam' : undefined,
      };
      const known = await member.send({ type, question: hidden, ...fields });
      const absent = await member.send({ type, question: crypto.randomUUID(), ...fields });
      expect(known).toEqual(absent);
      expect(known).toMatchObject({ ok: false, reason: 'unknown' });
    }
  }
});

it('[W9] answers 404 for what is not there, as a refusal', async () => {
  const world = await openWorld();
  const token = await world.sign({ role: 'organizer' });
  for (const path of [
    '/api',
    '/api/nope',
    '/api/events/nope/view',
    '/api/events/small/nope',
    '/api/events/__proto__/view',
  ]) {
    const { status, body } = await world.call(path, { token });
    expect([path, status, body]).toMatchObject([path, 404, { ok: false, reason: 'unknown', message }]);
  }
  const join = await world.call('/api/events/nope/join', { body: { attendance: 'inRoom' } });
  expect([join.status, join.body]).toMatchObject([
    404,
    { reason: 'unknown', code: 'event-unknown', message },
  ]);
  const undecodable = await world.call('/api/events/%E0%A4%A/view');
  expect([undecodable.status, undecodable.body]).toEqual([
    400,
    expect.objectContaining({ ok: false, reason: 'malformed', code: 'malformed' }),
  ]);
});

it('[W9] answers 503 with the reason where nothing can be written', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  world
    .running()
    .live.freeze(refuse('unavailable', 'log-damaged', { now: { slug: 'workshop', damage: 'entry 3' } }));
  const body = {
    id: crypto.randomUUID(),
    type: 'question.ask',
    session: 'talk-1',
    text: 'Is anybody there?',
  };
  const { status, body: said } = await world.at('/commands', { token: attendee.seat.token, body });
  expect([status, said]).toEqual([
    503,
    expect.objectContaining({ ok: false, reason: 'unavailable', code: 'log-damaged' }),
  ]);
  expect((await world.at('/view', { token: attendee.seat.token })).status).toBe(200);
});
