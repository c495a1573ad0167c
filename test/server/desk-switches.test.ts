import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../shared/state/state.ts';
import { joinedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import { openWorld } from '../world/world.ts';

const join = { attendance: 'inRoom' };

describe('[W37] while joins are locked', () => {
  test('nobody new is let in; whoever is in stays, also with a new name, and links still work', async () => {
    const world = await openWorld();
    const moderator = await world.joinAs('moderator');
    const ann = await world.joinAs('attendee');
    await moderator.must({ type: 'policy.set', joinsLocked: true });
    expect(await world.at('/join', { body: join })).toMatchObject({
      status: 409,
      body: { ok: false, reason: 'not-now', message: expect.any(String), now: { joins: 'locked' } },
    });
    const again = await world.at('/join', { body: { ...join, name: 'Ann' }, token: ann.seat.token });
    expect(again).toMatchObject({ status: 201, body: { participant: { id: ann.seat.participant } } });
    await ann.ask('May I still ask?');
    const invite = await world.invite({ role: 'speaker', scope: { session: 'talk-1' } });
    expect((await world.at('/redeem', { body: { invite } })).status).toBe(201);
    await moderator.must({ type: 'policy.set', joinsLocked: false });
    expect((await world.at('/join', { body: join })).status).toBe(201);
  });
});

test('[W37] a screen’s badge joins past no lock and no passcode, and whoever joins in its browser is somebody new', async () => {
  const world = await openWorld({ passcode: 'open sesame' });
  const moderator = await world.joinAs('moderator');
  const redeem = async (role: 'projector' | 'speaker') => {
    const invite = await world.invite({ role, scope: { room: 'main' } });
    return redeemedSchema.parse((await world.at('/redeem', { body: { invite } })).body);
  };
  for (const role of ['projector', 'speaker'] as const) {
    const { token, participant } = await redeem(role);
    const enter = (body: object) => world.at('/join', { body: { ...join, ...body }, token });
    expect(await enter({})).toMatchObject({ status: 403, body: { of: 'passcode' } });
    const joined = await enter({ passcode: 'open sesame' });
    expect(joined).toMatchObject({ status: 201, body: { role: 'attendee' } });
    expect(joinedSchema.parse(joined.body).participant.id).not.toBe(participant.id);
    await moderator.must({ type: 'policy.set', joinsLocked: true });
    expect(await enter({ passcode: 'open sesame' })).toMatchObject({
      status: 409,
      body: { now: { joins: 'locked' } },
    });
    await moderator.must({ type: 'policy.set', joinsLocked: false });
  }
});

describe('[W38] in slow mode', () => {
  async function slowly() {
    let now = Date.parse('2026-04-26T08:00:00.000Z');
    const world = await openWorld({ clock: () => now, policy: { slowMode: true } });
    const ann = await world.joinAs('attendee');
    const pass = (ms: number) => {
      now += ms;
    };
    const question = (text: string) => ({ id: randomUUID(), type: 'question.ask', session: 'talk-1', text });
    return { world, ann, pass, question };
  }

  test('what came too soon is not remembered, and taken under the same id once its time has come', async () => {
    const { world, ann, pass, question } = await slowly();
    await ann.ask('The first?');
    const second = question('The second?');
    pass(30_000);
    const entries = world.seq;
    const answer = await world.at('/commands', { token: ann.seat.token, body: second });
    expect(answer).toMatchObject({
      status: 429,
      headers: { 'retry-after': '90' },
      body: { reason: 'too-fast', of: 'slowMode', retryAfterMs: 90_000 },
    });
    expect(world.seq).toBe(entries);
    pass(90_000);
    expect(await ann.send(second)).toMatchObject({ ok: true, question: second.id });
    expect(await ann.send(second)).toMatchObject({ ok: true, question: second.id });
  });

  test('of two that are sent at once one is asked, and the other is taken later', async () => {
    const { ann, pass, question } = await slowly();
    const both = [question('This?'), question('Or this?')];
    const outcomes = await Promise.all(both.map((each) => ann.send(each)));
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, reason: 'too-fast', retryAfterMs: 120_000 }]);
    pass(120_000);
    expect(await ann.send(both[1] ?? question(''))).toMatchObject({ ok: true });
  });

  test('nobody else waits, and whoever waits may do all the rest', async () => {
    const { world, ann } = await slowly();
    const [bob, moderator] = [await world.joinAs('attendee'), await world.joinAs('moderator')];
    const question = await bob.ask('Mine?');
    await moderator.must({ type: 'question.approve', question });
    await ann.ask('And mine?');
    await ann.must({ type: 'question.upvote', question, on: true });
    await moderator.ask('A seed?');
    await moderator.ask('Another?');
  });
});

test('[W27] texts of the desk are cleaned like every other one, before they stand on a screen', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const ann = await world.joinAs('attendee');
  const question = await ann.ask('Why?');
  const { state } = world.running().live;
  const { tables } = state;
  const inWords = (digest?: string | null) => textOf(state, digest ?? null);
  const dirty = '\u202eevil\u0000 \t text\u2066';
  await moderator.must({ type: 'display.set', display: 'main/wall', name: dirty });
  expect(inWords(tables.displays.get('main/wall')?.name)).toBe('evil text');
  await moderator.must({ type: 'question.label', question, labels: [dirty, 'evil text'] });
  expect(tables.questions.get(question)?.labels.map(inWords)).toEqual(['evil text']);
  await moderator.must({ type: 'stage.show', room: 'main', show: { kind: 'message', text: dirty } });
  const show = tables.stages.get('main')?.show;
  expect(show?.kind === 'message' && inWords(show.text)).toBe('evil text');
  await moderator.must({ type: 'question.dismiss', question, why: dirty });
  expect(inWords(tables.questions.get(question)?.why)).toBe('evil text');
  for (const text of ['\ud800', '\u202e'])
    for (const command of [
      { type: 'display.set', display: 'main/wall', name: text },
      { type: 'question.label', question, labels: [text] },
      { type: 'stage.show', room: 'main', show: { kind: 'message', text } },
      { type: 'question.dismiss', question, why: text },
    ])
      expect(await moderator.send(command), command.type).toMatchObject({ reason: 'malformed' });
});
