import { expect, it } from 'vitest';
import { commandTypes } from '../world/command-types.ts';
import { Dice } from '../world/dice.ts';
import { openWorld } from '../world/world.ts';

const keys = [
  'id',
  'type',
  'question',
  'session',
  'text',
  'on',
  'since',
  'epoch',
  'clientTime',
  'display',
  'seen',
  '__proto__',
  'constructor',
  'toString',
  '',
];
const scalars = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  1.5,
  '',
  'x',
  'talk-1',
  '\u0000',
  '\ud800',
  '__proto__',
  '=1+1',
  '💥'.repeat(50),
  crypto.randomUUID(),
];

/** Any JSON at all, with names and values that servers know. */
function anything(dice: Dice, depth = 4): unknown {
  if (depth === 0 || dice.chance(0.3)) return dice.pick(scalars);
  if (dice.chance(0.2)) return Array.from({ length: dice.below(4) }, () => anything(dice, depth - 1));
  const fields = Array.from(
    { length: dice.below(6) },
    () => `${JSON.stringify(dice.pick(keys))}:${JSON.stringify(anything(dice, depth - 1))}`,
  );
  const type = dice.chance(0.5)
    ? [`"type":${JSON.stringify(dice.pick(commandTypes))}`, `"id":"${crypto.randomUUID()}"`]
    : [];
  return JSON.parse(`{${[...fields, ...type].join(',')}}`);
}

it.each([3, 14_159])(
  '[W27] answers anything that is sent, and goes on, seed %i',
  { timeout: 30_000 },
  async (seed) => {
    const dice = new Dice(seed);
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    const projector = await world.joinAs('projector');
    for (let round = 0; round < 100; round += 1) {
      const bodies = Array.from({ length: 4 }, () => anything(dice));
      const answers = [
        ...(await Promise.all(bodies.map((body) => organizer.say('command', body)))),
        await organizer.say('resume', { ...Object(anything(dice)), more: 1 }),
        await organizer.say('clock', anything(dice)),
        await projector.say('drawn', anything(dice)),
        ...(await Promise.all(
          ['/join', '/redeem', '/commands'].map(
            async (path) => (await world.at(path, { body: JSON.stringify(anything(dice)) })).body,
          ),
        )),
      ];
      for (const answer of answers) {
        const fine =
          typeof answer === 'object' &&
          answer !== null &&
          ('ok' in answer || 'serverTime' in answer || 'token' in answer);
        expect([round, answer, fine]).toEqual([round, answer, true]);
        expect(answer).not.toMatchObject({ reason: 'unavailable' });
      }
      organizer.socket.emit('nonsense', anything(dice)).emit('command').emit('resume', { since: 0 });
    }
    expect('x' in {}).toBe(false);
    expect((await world.joinAs('attendee')).refusal).toBeNull();
  },
);

it('[W27] refuses binary messages, deep ones and handshakes of any shape', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const deep = JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`);
  const strange = [
    Buffer.from('binary'),
    { type: 'question.ask', text: Buffer.from('x') },
    deep,
    { text: deep },
    { id: deep, type: 'question.ask' },
  ];
  for (const body of strange) {
    expect(await attendee.say('command', body)).toMatchObject({
      ok: false,
      reason: 'malformed',
      issues: expect.any(Array),
    });
    expect(await attendee.say('clock', body)).toMatchObject({ ok: false, reason: 'malformed' });
  }
  const deeper = await world.at('/commands', { body: `${'['.repeat(8_000)}${']'.repeat(8_000)}` });
  expect([deeper.status, deeper.body]).toEqual([400, expect.objectContaining({ reason: 'malformed' })]);
  const dice = new Dice(7);
  for (let count = 0; count < 100; count += 1) {
    const auth = {
      event: anything(dice),
      token: anything(dice),
      as: anything(dice),
      since: anything(dice),
      epoch: anything(dice),
    };
    const refused = await world.connect({ role: 'attendee', token: '' }, auth);
    expect([auth, ['malformed', 'unknown', 'no-badge'].includes(refused.refusal?.reason ?? '')]).toEqual([
      auth,
      true,
    ]);
  }
});

it('[W27] refuses messages above 16 KiB, counted in bytes, and hangs up on much larger ones', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const witness = await world.joinAs('attendee');
  const sized = (text: string) => ({ type: 'report', question: crypto.randomUUID(), why: text });
  expect(await attendee.send(sized('x'.repeat(16_000)))).toMatchObject({ ok: false, reason: 'malformed' });
  for (const text of ['x'.repeat(16_384), '漢'.repeat(6_000), '💥'.repeat(4_200)]) {
    expect(await attendee.send(sized(text))).toMatchObject({ ok: false, reason: 'too-large' });
    const answer = await world.at('/commands', { token: attendee.seat.token, body: sized(text) });
    expect([answer.status, answer.body]).toEqual([
      413,
      expect.objectContaining({ ok: false, reason: 'too-large' }),
    ]);
  }
  attendee.socket.emit('command', sized('x'.repeat(70_000)));
  await attendee.until(() => !attendee.socket.connected);
  expect(witness.socket.connected).toBe(true);
  expect((await attendee.back()).refusal).toBeNull();
});

it('[W27] answers nobody who asks for no answer, and stays up', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const id = crypto.randomUUID();
  attendee.socket.emit('command', { id, type: 'question.ask', session: 'talk-1', text: 'No answer?' });
  attendee.socket.emit('command', undefined, 7, 'x');
  attendee.socket.emit('resume', {}, 'not a function');
  await attendee.until(() => attendee.question(id)?.status === 'inReview');
});
