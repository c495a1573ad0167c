import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { GrossLimit } from '../../server/access/gross-limit.ts';
import { RawSocket } from '../world/raw-socket.ts';
import { until } from '../world/waiting.ts';
import { openWorld, type World } from '../world/world.ts';

/** A server whose limits count on a clock that stands still: nothing fills again while a test runs. */
const stillWorld = () => openWorld({ monotonic: () => 0 });

async function raw(world: World, token: string): Promise<RawSocket> {
  const socket = new RawSocket(world, token);
  onTestFinished(() => socket.drop());
  return socket.arrived();
}

const tooFast = { ok: false, reason: 'too-fast', code: 'too-fast', retryAfterMs: expect.any(Number) };

/** What somebody may send that is no command, each past what any other limit counts. */
const frames = {
  'events of an unknown name': '42["nothing",{}]',
  'events of an unknown name that ask for an answer': '427["nothing",{}]',
  'events of a name that objects have': '42["constructor"]',
  acknowledgements: '4399[{}]',
  pongs: '3',
  'commands that are none': '428["command",{"id":7}]',
};

it.each(Object.entries(frames))('[W62] counts %s against the gross limit', async (_name, frame) => {
  const world = await stillWorld();
  const { seat } = await world.joinAs('attendee');
  const socket = await raw(world, seat.token);
  socket.ask(1, 'clock', { clientTime: 1 });
  await until(() => socket.answer(1), 'an answer within the limit');
  for (let count = 0; count < 420; count += 1) socket.send(frame);
  socket.ask(2, 'clock', { clientTime: 1 });
  expect(await until(() => socket.answer(2), 'an answer past it')).toMatchObject(tooFast);
  const overHttp = await world.at('/view?part=own', { token: seat.token });
  expect([overHttp.status, overHttp.body]).toEqual([429, expect.objectContaining(tooFast)]);
});

it.each([
  ['malformed', '42["command",{'],
  ['binary', Buffer.from([1, 2, 3])],
])('[W62] ends a connection at its first %s frame, and counts it and each new one', async (_name, frame) => {
  const world = await stillWorld();
  const { seat } = await world.joinAs('attendee');
  const count = vi.spyOn(GrossLimit.prototype, 'count');
  onTestFinished(() => count.mockRestore());
  const socket = await raw(world, seat.token);
  for (let sent = 0; sent < 100; sent += 1) socket.send(frame);
  await until(() => socket.closed, 'the end');
  expect(count.mock.calls).toEqual([
    [seat.participant, 'attendee'],
    [seat.participant, 'attendee'],
  ]);
});

it('[W62] lets nobody connect past the limit, and says when to come back', async () => {
  const world = await stillWorld();
  const member = await world.joinAs('attendee');
  const socket = await raw(world, member.seat.token);
  for (let sent = 0; sent < 420; sent += 1) socket.send('42["nothing"]');
  socket.ask(1, 'clock', { clientTime: 1 });
  await until(() => socket.answer(1), 'the limit');
  await member.back();
  expect(member.refusal).toMatchObject(tooFast);
});

it('[W62] counts requests with a badge, of whatever route, and everybody for themselves', async () => {
  const world = await stillWorld();
  const { seat } = await world.joinAs('attendee');
  const other = await world.joinAs('attendee');
  const paths = ['/sessions/nope', '/posters/nope', '/audit', '/export/questions.csv', '/view?part=own'];
  for (let round = 0; round < 11; round += 1)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        world.at(paths[index % paths.length] ?? '', { token: seat.token }),
      ),
    );
  for (const path of paths) expect((await world.at(path, { token: seat.token })).status, path).toBe(429);
  expect((await world.at('/view', { token: other.seat.token })).status).toBe(200);
  expect(await other.send({ type: 'question.ask', session: 'talk-1', text: 'Am I heard?' })).toMatchObject({
    ok: true,
  });
});

it('[W62] looks nothing up past the gross limit; before it a known command has its outcome again', async () => {
  const world = await stillWorld();
  const { seat } = await world.joinAs('attendee');
  const socket = await raw(world, seat.token);
  const command = { id: randomUUID(), type: 'question.ask', session: 'talk-1', text: 'Known?' };
  socket.ask(1, 'command', command);
  const first = await until(() => socket.answer(1), 'an outcome');
  for (let count = 0; count < 110; count += 1) socket.send('42["clock",{"clientTime":1}]');
  socket.ask(2, 'command', command);
  expect(await until(() => socket.answer(2), 'the outcome again')).toEqual(first);
  for (let count = 0; count < 300; count += 1) socket.send('42["nothing"]');
  socket.ask(3, 'clock', {});
  await until(() => socket.answer(3), 'the limit');
  const read = vi.spyOn(world.running().live.log, 'read');
  socket.ask(4, 'command', command);
  const { body } = await world.at('/commands', { token: seat.token, body: command });
  const refusal = await until(() => socket.answer(4), 'a refusal');
  expect(refusal).toMatchObject(tooFast);
  expect(body).toMatchObject(tooFast);
  expect(read).not.toHaveBeenCalled();
});

it('[W62] has at most eight look-ups of one person under way', async () => {
  const world = await openWorld();
  const { seat } = await world.joinAs('attendee');
  const socket = await raw(world, seat.token);
  const { log } = world.running().live;
  const readFirst = log.read.bind(log);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const read = vi.spyOn(log, 'read').mockImplementation(async (query) => {
    await released;
    return readFirst(query);
  });
  for (let number = 1; number <= 250; number += 1)
    socket.ask(number, 'command', { id: randomUUID(), type: 'programme.tell' });
  expect(await until(() => socket.answer(250), 'an answer to the last')).toMatchObject(tooFast);
  expect(read).toHaveBeenCalledTimes(8);
  release();
  expect(await until(() => socket.answer(1), 'an answer to the first')).toMatchObject({
    reason: 'not-allowed',
  });
});

it('[W62] cuts who sends five times the limit for five seconds, and nobody else', async () => {
  const world = await openWorld();
  const { seat } = await world.joinAs('attendee');
  const other = await world.joinAs('attendee');
  const socket = await raw(world, seat.token);
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    for (let end = sent + 100; sent < end; sent += 1) socket.send(`42${sent}["command",{}]`);
  }, 20);
  onTestFinished(() => clearInterval(timer));
  await until(() => socket.closed, 'the cut');
  // The second in which somebody begins counts whole, where enough came in the rest of it.
  expect(performance.now() - began).toBeGreaterThanOrEqual(4_000);
  expect(other.socket.connected).toBe(true);
  expect((await world.at('/view', { token: other.seat.token })).status).toBe(200);
});

it('[W62] takes a burst of two thousand frames as too fast, answers all of it and cuts nobody', async () => {
  const world = await openWorld();
  const { seat } = await world.joinAs('attendee');
  const socket = await raw(world, seat.token);
  for (let number = 1; number <= 2_000; number += 1) socket.ask(number, 'clock', { clientTime: number });
  await until(() => socket.answer(2_000), 'the last answer');
  for (let number = 1; number <= 2_000; number += 1) expect(socket.answer(number)).toBeDefined();
  expect(socket.closed).toBe(false);
});

it('[W62] lets staff do four times as much', async () => {
  const world = await openWorld();
  const { seat } = await world.joinAs('moderator');
  const socket = await raw(world, seat.token);
  for (let number = 1; number <= 1_900; number += 1) socket.send('42["nothing"]');
  socket.ask(1, 'clock', { clientTime: 1 });
  expect(await until(() => socket.answer(1), 'an answer')).toMatchObject({ clientTime: 1 });
});

it('[W62] counts a flood by its seconds, on the clock that goes forward alone', () => {
  let now = 0;
  const gross = new GrossLimit(() => now);
  const send = (perSecond: number, seconds: number) => {
    for (let second = 0; second < seconds; second += 1, now += 1_000)
      for (let count = 0; count < perSecond; count += 1) gross.count('ann', 'attendee');
    return gross.isFlooding('ann', 'attendee');
  };
  expect(send(499, 20)).toBe(false);
  expect(send(500, 4)).toBe(false);
  expect(send(10, 1)).toBe(false);
  expect(send(500, 5)).toBe(true);
  expect(send(500, 1)).toBe(true);
  expect(send(10, 2)).toBe(false);
  expect(gross.isFlooding('bob', 'attendee')).toBe(false);
  for (let person = 0; person < 1_000; person += 1) gross.count(`${person}`, 'attendee');
  now += 5_000;
  gross.count('ann', 'attendee');
  expect(gross.size).toBe(1);
});
