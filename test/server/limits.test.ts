import { expect, it } from 'vitest';
import { Limits } from '../../server/access/limits.ts';
import { model } from '../../shared/model.ts';
import { openWorld } from '../world/world.ts';

const ask = (text: string) => ({ type: 'question.ask', session: 'talk-1', text });

it('[W25] takes 30 questions a minute from one person, and says when to come back', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const other = await world.joinAs('attendee');
  for (let count = 0; count < 30; count += 1)
    expect((await attendee.send(ask(`Number ${count}?`))).ok).toBe(true);
  const refused = await attendee.send(ask('One too many?'));
  expect(refused).toMatchObject({ ok: false, reason: 'too-fast', retryAfterMs: expect.any(Number) });
  const wait = refused.ok ? 0 : (refused.retryAfterMs ?? 0);
  expect(wait > 0 && wait <= 60_000).toBe(true);
  const body = { id: crypto.randomUUID(), ...ask('And over HTTP?') };
  const answer = await world.at('/commands', { token: attendee.seat.token, body });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect((await other.send(ask('May I?'))).ok).toBe(true);
  expect(await attendee.send({ type: 'report', question: crypto.randomUUID(), why: 'x' })).toMatchObject({
    reason: 'unknown',
  });
});

it('[W25] does not count repeats, and answers them also beyond the limit', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const first = { id: crypto.randomUUID(), ...ask('Number 0?') };
  const outcome = await attendee.send(first);
  for (let count = 0; count < 40; count += 1) expect(await attendee.send(first)).toEqual(outcome);
  for (let count = 1; count < 30; count += 1)
    expect((await attendee.send(ask(`Number ${count}?`))).ok).toBe(true);
  expect(await attendee.send(ask('One too many?'))).toMatchObject({ reason: 'too-fast' });
  expect(await attendee.send(first)).toEqual(outcome);
});

it('[W25] takes 40 upvotes at once and 10 a second after that', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const question = await moderator.ask('Up or down?');
  await moderator.must({ type: 'question.approve', question });
  const voter = await world.joinAs('attendee');
  const presses = Array.from({ length: 60 }, (_, count) =>
    voter.send({ type: 'question.upvote', question, on: count % 2 === 0 }),
  );
  const outcomes = await Promise.all(presses);
  const taken = outcomes.filter(({ ok }) => ok).length;
  expect(taken).toBeGreaterThanOrEqual(40);
  expect(taken).toBeLessThanOrEqual(50);
  expect(outcomes.findIndex(({ ok }) => !ok)).toBeGreaterThanOrEqual(40);
  expect(outcomes.at(-1)).toMatchObject({ ok: false, reason: 'too-fast', retryAfterMs: expect.any(Number) });
  await voter.until(async () => (await voter.send({ type: 'question.upvote', question, on: true })).ok);
});

it('[W25] counts everything that is said on a socket, and lets staff do a thousand things at once', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => attendee.say('clock', { clientTime: 1 })),
  );
  const heard = answers.filter(
    (answer) => typeof answer === 'object' && answer !== null && 'serverTime' in answer,
  ).length;
  expect(heard).toBeGreaterThanOrEqual(100);
  expect(heard).toBeLessThanOrEqual(160);
  expect(await attendee.say('resume', {})).toMatchObject({ ok: false, reason: 'too-fast' });
  const moderator = await world.joinAs('moderator');
  const outcomes = await Promise.all(
    Array.from({ length: 900 }, () => moderator.send({ type: 'programme.tell' })),
  );
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
});

it('[W26] slows addresses down that guess passcodes, and then takes not even the right one', async () => {
  const world = await openWorld({ passcode: 'open sesame', env: { TRUST_PROXY: '1' } });
  const join = (passcode: string, address: string) =>
    world.at('/join', { body: { attendance: 'remote', passcode }, headers: { 'x-forwarded-for': address } });
  for (let count = 0; count < 20; count += 1)
    expect((await join(`wrong ${count}`, '203.0.113.7')).status).toBe(403);
  const refused = await join('open sesame', '203.0.113.7');
  expect([refused.status, refused.body]).toEqual([
    429,
    expect.objectContaining({ reason: 'too-fast', retryAfterMs: expect.any(Number) }),
  ]);
  expect((await join('open sesame', '203.0.113.8')).status).toBe(201);
  const key = await world.at('/calendar.ics?key=open%20sesame', {
    headers: { 'x-forwarded-for': '203.0.113.7' },
  });
  expect(key.status).toBe(429);
});

it('[W26] leads whoever guessed codes too often to no event that is not listed', async () => {
  const world = await openWorld({
    others: [{ slug: 'secret', code: 'XYQ3', listed: false }],
    env: { TRUST_PROXY: '1' },
  });
  const type = async (code: string, address: string) =>
    (await world.call(`/j/${code}`, { headers: { 'x-forwarded-for': address } })).status;
  expect(await type('XYQ3', '203.0.113.7')).toBe(302);
  for (let count = 0; count < 20; count += 1) expect(await type('AAAA', '203.0.113.7')).toBe(404);
  const [right, wrong, listed] = ['XYQ3', 'AAAA', 'KLM4'];
  expect([await type(right, '203.0.113.7'), await type(wrong, '203.0.113.7')]).toEqual([429, 429]);
  expect([await type(listed, '203.0.113.7'), await type(right, '203.0.113.8')]).toEqual([302, 302]);
});

it('[W26] counts an IPv6 household as one address, and trusted networks not at all', async () => {
  const world = await openWorld({
    passcode: 'open sesame',
    env: { TRUST_PROXY: '1', TRUSTED_NETWORKS: '198.51.100.0/24, 2001:db8:2::/48' },
  });
  const join = (address: string) =>
    world.at('/join', {
      body: { attendance: 'remote', passcode: 'wrong' },
      headers: { 'x-forwarded-for': address },
    });
  const statuses = async (address: (count: number) => string) => {
    const seen = new Set<number>();
    for (let count = 0; count < 21; count += 1) seen.add((await join(address(count))).status);
    return [...seen].sort();
  };
  expect(await statuses((count) => `2001:db8:1:7::${count.toString(16)}`)).toEqual([403, 429]);
  expect((await join('2001:db8:1:8::1')).status).toBe(403);
  expect(await statuses(() => '198.51.100.9')).toEqual([403]);
  expect(await statuses(() => '2001:db8:2:1::9')).toEqual([403]);
  expect(await statuses(() => '127.0.0.1')).toEqual([403]);
});

it('[W26] hears no address that the sender made up', async () => {
  const world = await openWorld({ passcode: 'open sesame', env: { TRUST_PROXY: '1' } });
  const seen: number[] = [];
  for (let count = 0; count < 25; count += 1) {
    const headers = { 'x-forwarded-for': `10.9.8.${count}, 203.0.113.7` };
    seen.push(
      (await world.at('/join', { body: { attendance: 'remote', passcode: 'wrong' }, headers })).status,
    );
  }
  expect(seen.at(-1)).toBe(429);
});

it('[W26] counts a burst of 3,000 handshakes of one address, and tells it to wait after that', () => {
  const limits = new Limits(model, []);
  let arrived = 0;
  while (arrived < 10_000 && limits.address('handshake', '203.0.113.7') === null) arrived += 1;
  expect(arrived).toBeGreaterThanOrEqual(3_000);
  expect(arrived).toBeLessThan(10_000);
  expect(limits.address('handshake', '203.0.113.7')).toEqual({ retryAfterMs: expect.any(Number) });
  expect(limits.address('handshake', '203.0.113.8')).toBeNull();
  expect(limits.address('handshake', '127.0.0.1')).toBeNull();
});
