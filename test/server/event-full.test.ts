import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { readConfig, settingsHelp } from '../../server/config.ts';
import { LogUnavailable } from '../../server/log/log.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

// Each fills a log entry by entry.
vi.setConfig({ testTimeout: 60_000 });

/** A world whose event may hold a million bytes, and holds as many percent of them by replies of a moderator. */
async function filledTo(percent: number) {
  const world = await openWorld({ policy: { moderation: 'after' }, env: { MAX_EVENT_BYTES: '1000000' } });
  const attendee = await world.joinAs('attendee');
  const moderator = await world.joinAs('moderator');
  const question = await attendee.ask('How full is this?');
  const fill = async (to: number) => {
    const { live } = world.running();
    for (let round = 0; live.filled < to / 100; round += 1)
      await moderator.must({
        type: 'question.answer',
        ...{ question, on: true, reply: `${round} ${'é'.repeat(3_900)}` },
      });
  };
  await fill(percent);
  return { world, attendee, moderator, question, fill };
}

const full = { ok: false, reason: 'unavailable', code: 'event-full', message: expect.any(String) };

it('[W66] takes no texts of the audience past the limit, and votes, the staff and repeats on', async () => {
  const { world, attendee, moderator, question, fill } = await filledTo(0);
  const other = await attendee.ask('Is this mine?');
  const known = { id: randomUUID(), type: 'question.ask', session: 'talk-1', text: 'Known before?' };
  const first = await attendee.send(known);
  const speaker = await world.joinAs('speaker');
  await fill(100);
  for (const texts of [
    { type: 'question.ask', session: 'talk-1', text: 'One more?' },
    { type: 'question.edit', question: other, text: 'Another word?' },
    { type: 'report', question: other, why: 'Because of this.' },
  ])
    expect(await attendee.send(texts), texts.type).toMatchObject(full);
  const reply = { type: 'question.answer', question: other, on: true };
  expect(await speaker.send({ ...reply, reply: 'So it is.' })).toMatchObject(full);
  expect(await speaker.send(reply)).toMatchObject({ ok: true });
  const body = { id: randomUUID(), type: 'question.ask', session: 'talk-1', text: 'Over HTTP?' };
  const overHttp = await world.at('/commands', { token: attendee.seat.token, body });
  expect([overHttp.status, overHttp.body]).toEqual([503, expect.objectContaining(full)]);
  expect(await attendee.send(known)).toEqual(first);
  const voter = await world.joinAs('attendee', { name: 'Somebody new' });
  await voter.must({ type: 'question.upvote', question: String(known.id), on: true });
  await attendee.must({ type: 'question.withdraw', question: String(known.id) });
  await moderator.must({ type: 'question.log', session: 'talk-1', text: 'Spoken in the room?' });
  await moderator.must({ type: 'announce', text: 'We go on.', to: 'all' });
  await moderator.must({ type: 'question.edit', question, text: 'Worded by the desk?' });
});

it('[W66] lets everybody take their name and a speaker their reply away in a full event', async () => {
  const { world, attendee, question, fill } = await filledTo(0);
  const speaker = await world.joinAs('speaker');
  const names = new Map<string, Member>();
  for (const name of ['Ann', 'Ben']) {
    const member = await world.joinAs('attendee', { name });
    await member.ask(`Do you know ${name}?`);
    names.set(name, member);
  }
  const answer = { type: 'question.answer', question, on: true };
  await speaker.must({ ...answer, reply: 'So it is.' });
  await fill(100);
  const { tables } = world.running().live.state;
  const nameOf = (member?: Member) => tables.participants.get(member?.seat.participant ?? '')?.name;
  const [ann, ben] = [names.get('Ann'), names.get('Ben')];
  expect(await ann?.send({ type: 'participant.describe', name: 'Anna' })).toMatchObject(full);
  expect(await ann?.send({ type: 'participant.describe', name: '' })).toMatchObject({ ok: true });
  expect(nameOf(ann)).toBeNull();
  const joined = await world.at('/join', {
    body: { name: '', attendance: 'inRoom' },
    ...(ben && { token: ben.seat.token }),
  });
  expect([joined.status, joined.body]).toMatchObject([201, { participant: { name: null } }]);
  expect(nameOf(ben)).toBeNull();
  expect(await speaker.send({ ...answer, reply: '' })).toMatchObject({ ok: true });
  expect(await attendee.send({ type: 'question.ask', session: 'talk-1', text: 'More?' })).toMatchObject(full);
});

it('[W66] tells the desk from 80 % on, and nobody of the audience', async () => {
  const { world, attendee, moderator, fill } = await filledTo(78);
  expect(moderator.view.event?.filled).toBeNull();
  await fill(81);
  await moderator.until(() => moderator.view.event?.filled === 81);
  await fill(100);
  await moderator.until(() => moderator.view.event?.filled === 100);
  const organizer = await world.joinAs('organizer');
  expect(organizer.view.event?.filled).toBe(100);
  for (const role of ['attendee', 'speaker', 'projector'] as const) {
    const member = role === 'attendee' ? attendee : await world.joinAs(role);
    expect(member.view.event, role).not.toHaveProperty('filled');
  }
});

it('[W66] counts what a log holds that is opened again', async () => {
  const world: World = await openWorld({ log: 'file', env: { MAX_EVENT_BYTES: '1000000' } });
  const before = world.running().live.filled;
  const attendee = await world.joinAs('attendee');
  for (let count = 0; count < 10; count += 1) await attendee.ask(`Number ${count}, with some words?`);
  const { filled } = world.running().live;
  expect(filled).toBeGreaterThan(before);
  await world.restart();
  expect(world.running().live.filled).toBeGreaterThan(filled * 0.95);
  expect(world.running().live.filled).toBeLessThan(filled * 1.05 + 0.001);
});

it('[W66] reads MAX_EVENT_BYTES, two billion unless it says otherwise, and names what is none', () => {
  const read = (MAX_EVENT_BYTES?: string) => readConfig({ MAX_EVENT_BYTES });
  expect(read()).toMatchObject({ ok: true, config: { MAX_EVENT_BYTES: 2_000_000_000 } });
  expect(read('5000000')).toMatchObject({ ok: true, config: { MAX_EVENT_BYTES: 5_000_000 } });
  for (const wrong of ['2GB', '-1', '1e9', '0', '999999', 'many'])
    expect(read(wrong), wrong).toEqual({
      ok: false,
      errors: ['MAX_EVENT_BYTES: write a number of bytes from 1000000 on'],
    });
  expect(settingsHelp()).toMatch(/MAX_EVENT_BYTES +bytes that an event may hold/);
});

it('[W66] takes ten edits of one person at once and twenty a minute, and as many of the staff as they need', async () => {
  let now = 0;
  const world = await openWorld({ monotonic: () => now });
  const attendee = await world.joinAs('attendee');
  const question = await attendee.ask('Word 0?');
  const edit = (text: string) => ({ type: 'question.edit', question, text });
  for (let count = 1; count <= 10; count += 1) await attendee.must(edit(`Word ${count}?`));
  const refused = await attendee.send(edit('Word 11?'));
  expect(refused).toMatchObject({ ok: false, reason: 'too-fast', retryAfterMs: 3_000 });
  expect((await world.joinAs('attendee')).refusal).toBeNull();
  let taken = 0;
  for (; now < 60_000; now += 500) if ((await attendee.send(edit(`At ${now}?`))).ok) taken += 1;
  expect([19, 20]).toContain(taken);
  const moderator = await world.joinAs('moderator');
  for (let count = 0; count < 30; count += 1) await moderator.must(edit(`By the desk ${count}?`));
});

it('[W66] takes five reports of one person at once and ten a minute, and as many of the staff as they need', async () => {
  let now = 0;
  const world = await openWorld({ monotonic: () => now, policy: { moderation: 'after' } });
  const attendee = await world.joinAs('attendee');
  const question = await attendee.ask('Is this fine?');
  const report = { type: 'report', question, why: 'It is not.' };
  for (let count = 0; count < 5; count += 1) await attendee.must(report);
  expect(await attendee.send(report)).toMatchObject({ reason: 'too-fast', retryAfterMs: 6_000 });
  expect(await (await world.joinAs('attendee')).send(report)).toMatchObject({ ok: true });
  now += 6_000;
  await attendee.must(report);
  expect(await attendee.send(report)).toMatchObject({ reason: 'too-fast' });
  const moderator = await world.joinAs('moderator');
  for (let count = 0; count < 10; count += 1) await moderator.must(report);
});

it('[W66] takes ten answers of a speaker at once and twenty a minute, and as many of the staff as they need', async () => {
  let now = 0;
  const world = await openWorld({ monotonic: () => now, policy: { moderation: 'after' } });
  const attendee = await world.joinAs('attendee');
  const question = await attendee.ask('Is there an answer?');
  const speaker = await world.joinAs('speaker');
  const reply = (count: number) => ({ type: 'question.answer', question, on: true, reply: `No ${count}.` });
  for (let count = 0; count < 10; count += 1) await speaker.must(reply(count));
  expect(await speaker.send(reply(10))).toMatchObject({ reason: 'too-fast', retryAfterMs: 3_000 });
  now += 3_000;
  await speaker.must(reply(11));
  expect(await speaker.send(reply(12))).toMatchObject({ reason: 'too-fast' });
  const moderator = await world.joinAs('moderator');
  for (let count = 0; count < 20; count += 1) await moderator.must(reply(count));
});

it.each(['attendee', 'moderator', 'organizer'] as const)(
  '[W66] takes three erasures a minute of themselves from one %s',
  async (role) => {
    let now = 0;
    const world = await openWorld({ monotonic: () => now });
    const person = await world.joinAs(role);
    await person.ask('Who am I?');
    const erase = { type: 'participant.erase', participant: person.seat.participant };
    for (let count = 0; count < 3; count += 1) await person.must(erase);
    expect(await person.send(erase)).toMatchObject({ reason: 'too-fast', retryAfterMs: 60_000 });
    now += 60_000;
    await person.must(erase);
  },
);

it('[W66] does not count an erasure by its kind that could not be recorded', async () => {
  const world = await openWorld({ monotonic: () => 0 });
  const person = await world.joinAs('attendee');
  await person.ask('Who am I?');
  const erase = { type: 'participant.erase', participant: person.seat.participant };
  const { log } = world.running().live;
  const append = vi.spyOn(log, 'append').mockRejectedValue(new LogUnavailable('The disk is full'));
  for (let count = 0; count < 5; count += 1)
    expect(await person.send(erase)).toMatchObject({ reason: 'unavailable' });
  append.mockRestore();
  await person.must(erase);
});

it('[W66] takes as many erasures of others from an organizer as are needed', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  for (let count = 0; count < 6; count += 1) {
    const attendee = await world.joinAs('attendee');
    await attendee.ask(`Number ${count}?`);
    await organizer.must({ type: 'participant.erase', participant: attendee.seat.participant });
  }
});

it('[P6] keeps the words of one report of a person and question, until that was dealt with', async () => {
  const world = await openWorld({ policy: { moderation: 'after' } });
  const attendee = await world.joinAs('attendee');
  const moderator = await world.joinAs('moderator');
  const question = await attendee.ask('Is this fine?');
  const { live } = world.running();
  const words = async () =>
    (await live.log.read({ after: 0 })).flatMap(({ type, personal }) =>
      type === 'report' ? (personal?.bodies.map(({ text }) => text) ?? []) : [],
    );
  const send = (id: string, why: string) => attendee.send({ id, type: 'report', question, why });
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  expect(await send(first, 'Rude.')).toMatchObject({ ok: true });
  const again = await send(second, 'Very rude.');
  expect(again).toMatchObject({ ok: true });
  expect(await words()).toEqual(['Rude.']);
  // Under their ids they are the same commands, and other words are another one.
  expect(await send(second, 'Very rude.')).toEqual(again);
  expect(await send(first, 'Not rude.')).toMatchObject({ reason: 'conflict', of: 'id' });
  await moderator.must({ type: 'report.resolve', report: first });
  expect(await send(crypto.randomUUID(), 'Rude again.')).toMatchObject({ ok: true });
  expect(await words()).toEqual(['Rude.', 'Rude again.']);
  const reports = [...live.state.tables.reports.values()];
  expect(reports.map(({ why, resolved }) => [live.state.bodies.get(why)?.text, resolved])).toEqual([
    ['Rude.', true],
    ['Rude again.', false],
  ]);
});
