import { expect, it } from 'vitest';
import { openWorld } from '../world/world.ts';

const ask = (id: string, text = 'Only once?') => ({ id, type: 'question.ask', session: 'talk-1', text });

it('[W21] does a command once that comes many times at once, over sockets and HTTP', async () => {
  const world = await openWorld({ log: 'file' });
  const attendee = await world.joinAs('attendee');
  const { seat } = attendee;
  const pages = [attendee, await world.connect(seat), await world.connect(seat)];
  const before = world.seq;
  const id = crypto.randomUUID();
  const outcomes = await Promise.all([
    ...pages.flatMap((page) => Array.from({ length: 5 }, () => page.send(ask(id)))),
    ...Array.from(
      { length: 5 },
      async () => (await world.at('/commands', { token: seat.token, body: ask(id) })).body,
    ),
  ]);
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ ok: true, seq: before + 1, question: id, status: 'inReview' });
  expect(world.seq).toBe(before + 1);
});

it('[W21] gives the first outcome again after a restart, whatever happened since', async () => {
  const world = await openWorld({ log: 'file' });
  const attendee = await world.joinAs('attendee');
  const moderator = await world.joinAs('moderator');
  const id = crypto.randomUUID();
  const first = await attendee.send(ask(id));
  await moderator.must({ type: 'question.approve', question: id });
  const upvote = { id: crypto.randomUUID(), type: 'question.upvote', question: id, on: true };
  const voter = await world.joinAs('attendee');
  const voted = await voter.send(upvote);
  await moderator.must({ type: 'question.archive', question: id });
  await world.restart();
  const before = world.seq;
  for (const member of [attendee, voter]) await member.back();
  expect(await attendee.send(ask(id))).toEqual(first);
  expect(await voter.send(upvote)).toEqual(voted);
  expect((await world.at('/commands', { token: attendee.seat.token, body: ask(id) })).body).toEqual(first);
  expect(world.seq).toBe(before);
});

it('[W21] refuses another body under a known id, and what it was goes on', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const id = crypto.randomUUID();
  const first = await attendee.send(ask(id));
  const others = [
    ask(id, 'Something else?'),
    { ...ask(id), anonymous: false },
    { ...ask(id), session: 'talk-2' },
    { id, type: 'question.upvote', question: id, on: true },
    { id, type: 'question.approve', question: id },
  ];
  for (const other of others)
    expect(await attendee.send(other)).toMatchObject({ ok: false, reason: 'conflict', of: 'id' });
  expect(await attendee.send(ask(id))).toEqual(first);
  const approve = { id: crypto.randomUUID(), type: 'question.approve', question: id };
  const approved = await moderator.send(approve);
  expect(await moderator.send({ ...approve, type: 'question.archive' })).toMatchObject({
    reason: 'conflict',
    of: 'id',
  });
  expect(await moderator.send(approve)).toEqual(approved);
});

it('[W21] remembers nothing of what it refused before the log', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const id = await attendee.ask('Not yet?');
  const upvote = { id: crypto.randomUUID(), type: 'question.upvote', question: id, on: true };
  const voter = await world.joinAs('attendee');
  const before = world.seq;
  expect(await voter.send(upvote)).toMatchObject({ ok: false, reason: 'unknown' });
  expect(await voter.send({ ...upvote, type: 'question.approve', on: undefined })).toMatchObject({
    reason: 'not-allowed',
  });
  expect(world.seq).toBe(before);
  await moderator.must({ type: 'question.approve', question: id });
  expect(await voter.send(upvote)).toMatchObject({ ok: true, seq: world.seq });
});

it('[W21] keeps the ids of different people apart, but lets nothing be named twice', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const [one, two] = [await world.joinAs('attendee'), await world.joinAs('attendee')];
  const question = await one.ask('Same id, other person?');
  await moderator.must({ type: 'question.approve', question });
  const upvote = { id: crypto.randomUUID(), type: 'question.upvote', question, on: true };
  expect(await two.send(upvote)).toMatchObject({ ok: true });
  expect(await moderator.send(upvote)).toMatchObject({ ok: true, seq: world.seq });
  await moderator.until(() => moderator.question(question)?.upvotes === 2);
  expect(await two.send(ask(question))).toMatchObject({ ok: false, reason: 'conflict', of: 'id' });
});

it('[W21] counts a thousand presses of fifty people once each', async () => {
  const world = await openWorld({ log: 'file' });
  const moderator = await world.joinAs('moderator');
  const question = await moderator.ask('How many?');
  await moderator.must({ type: 'question.approve', question });
  const tokens = await Promise.all(Array.from({ length: 50 }, () => world.sign({ role: 'attendee' })));
  await Promise.all(
    tokens.map(async (token) => {
      const pages = await Promise.all([
        world.connect({ role: 'attendee', token }),
        world.connect({ role: 'attendee', token }),
      ]);
      const presses = pages.flatMap((page) =>
        Array.from({ length: 10 }, () => page.send({ type: 'question.upvote', question, on: true })),
      );
      for (const outcome of await Promise.all(presses)) expect(outcome).toMatchObject({ ok: true });
    }),
  );
  await moderator.until(() => moderator.question(question)?.upvotes === 50);
});
