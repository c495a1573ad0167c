import { expect, it, onTestFinished, vi } from 'vitest';
import { openWorld } from '../world/world.ts';

it('[W14] follows on what was sent before, also over entries that change nothing in a view', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const other = await world.joinAs('attendee');
  const projector = await world.joinAs('projector');
  const id = await attendee.ask('Who is told?');
  await moderator.must({ type: 'question.label', question: id, labels: ['method'] });
  await moderator.must({ type: 'question.edit', question: id, screen: 'Who is told, and when?' });
  await moderator.must({ type: 'question.label', question: id, labels: [] });
  await moderator.must({ type: 'question.approve', question: id });
  await moderator.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: id } });
  for (const member of [attendee, other]) {
    await member.until(() => member.view.stages?.main?.show.kind === 'question');
  }
  await projector.until(() => projector.view.question?.id === id);
  for (const member of [attendee, other, moderator, projector]) {
    expect([member.seat.role, member.gaps]).toEqual([member.seat.role, 0]);
    let seq = member.startedAt;
    for (const patch of member.messages('patch')) {
      expect(patch.from).toBeLessThanOrEqual(seq);
      expect(Object.keys({ ...patch.set, ...patch.gone })).not.toEqual([]);
      if (!patch.own) seq = Math.max(seq, patch.seq);
    }
  }
});

it('[W14] tells each role what a command changed for it', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const organizer = await world.joinAs('organizer');
  const speaker = await world.joinAs('speaker');
  const attendee = await world.joinAs('attendee');
  const projector = await world.joinAs('projector');
  const elsewhere = await world.joinAs('projector', { scope: { room: 'side' } });
  const id = await attendee.ask('What does each role see?');
  for (const staff of [moderator, organizer])
    await staff.until(() => staff.question(id)?.status === 'inReview');
  await moderator.must({ type: 'question.approve', question: id });
  for (const member of [moderator, organizer, speaker, attendee]) {
    await member.until(() => member.question(id)?.status === 'live', 'the question to be live');
  }
  await moderator.must({ type: 'question.shortlist', question: id, position: 1 });
  await speaker.until(() => speaker.view.upNext?.[id]?.position === 1);
  await moderator.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: id } });
  await projector.until(() => projector.view.question?.text === 'What does each role see?');
  await attendee.until(() => attendee.view.stages?.main?.show.kind === 'question');
  await moderator.must({ type: 'question.dismiss', question: id, why: 'no-time' });
  await projector.until(() => projector.view.question === null);
  await speaker.until(() => speaker.question(id) === undefined && speaker.view.upNext?.[id] === undefined);
  await attendee.until(() => attendee.question(id)?.why === 'no-time');
  expect(elsewhere.view.question).toBeNull();
  for (const member of [moderator, organizer, speaker, attendee, projector]) expect(member.gaps).toBe(0);
});

it('[W15] tells authors of their own questions apart from everybody, at the last common seq', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const other = await world.joinAs('attendee');
  const id = await attendee.ask('Am I the only one who reads this?');
  await attendee.until(() => attendee.question(id)?.status === 'inReview');
  await moderator.must({ type: 'question.dismiss', question: id, why: 'off-topic' });
  await attendee.until(() => attendee.question(id)?.why === 'off-topic');
  await other.until(() => other.seq >= attendee.seq);
  expect(other.question(id)).toBeUndefined();
  const own = attendee.messages('patch').filter((patch) => patch.own);
  expect(own.length).toBeGreaterThan(0);
  let common = attendee.startedAt;
  for (const patch of attendee.messages('patch')) {
    if (!patch.own) common = patch.seq;
    else
      expect({ ...patch, set: Object.keys(patch.set).filter((name) => name !== 'questions') }).toEqual({
        epoch: attendee.epoch,
        from: common,
        seq: common,
        mark: world.running().live.marks.of(common),
        set: ['me'],
        gone: {},
        own: true,
        upTo: expect.any(Number),
      });
  }
  expect(other.bytes).not.toContain(id);
  expect(attendee.gaps + other.gaps).toBe(0);
});

it('[W15] follows every command with what it made of its sender’s own, and says so', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const other = await world.joinAs('attendee');
  const id = await other.ask('Who supports me?');
  await moderator.must({ type: 'question.approve', question: id });
  const upTo = () => Math.max(0, ...attendee.messages('patch').map((patch) => patch.upTo ?? 0));
  for (const on of [true, true, false, false, true]) {
    const seq = await attendee.must({ type: 'question.upvote', question: id, on });
    await attendee.until(() => upTo() >= seq, 'what speaks of the upvote');
    expect(attendee.view.me?.upvoted).toEqual(on ? [id] : []);
  }
  const since = attendee.seq;
  attendee.drop();
  const voted = await moderator.must({ type: 'question.label', question: id, labels: ['method'] });
  await attendee.back({ since, epoch: attendee.epoch });
  await attendee.until(() => upTo() >= voted, 'what speaks of all that was missed');
  expect(attendee.gaps).toBe(0);
});

it('[W15] tells supporters whose question was merged what they support now', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee');
  const supporter = await world.joinAs('attendee');
  const one = await author.ask('Is this the same?');
  const two = await author.ask('Is this not the same?');
  for (const question of [one, two]) await moderator.must({ type: 'question.approve', question });
  await supporter.until(() => supporter.question(one) && supporter.question(two));
  await supporter.must({ type: 'question.upvote', question: one, on: true });
  await supporter.until(() => supporter.view.me?.upvoted.includes(one));
  await moderator.must({ type: 'question.merge', question: one, into: two });
  await supporter.until(() => supporter.view.me?.upvoted.join() === two, 'the upvote to move');
  expect(supporter.question(two)?.upvotes).toBe(1);
  await moderator.must({ type: 'question.unmerge', question: one });
  await supporter.until(() => supporter.view.me?.upvoted.join() === one, 'the upvote to move back');
});

it('[W15] keeps what switches change in questions that only their author sees', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee', { name: 'Ann' });
  const id = await author.ask('Is my name on this?', { anonymous: false });
  await author.until(() => author.question(id)?.author?.name === 'Ann');
  await moderator.must({ type: 'policy.set', names: false });
  await author.until(() => author.question(id)?.author === null, 'the name to go');
  await moderator.must({ type: 'policy.set', ranking: 'fair' });
  await author.until(() => author.question(id)?.upvotes === null, 'the count to go');
});

it('[W15] applies the same patch twice without a difference', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const before = attendee.seq;
  const ids = [await attendee.ask('One?'), await attendee.ask('Two?')];
  for (const question of ids) await moderator.must({ type: 'question.approve', question });
  await moderator.must({ type: 'question.archive', question: ids[0] });
  await attendee.until(
    () =>
      attendee.question(ids[1] ?? '')?.status === 'live' &&
      attendee.question(ids[0] ?? '')?.status === 'archived',
  );
  await attendee.say('resume', {});
  const whole = structuredClone(attendee.view);
  for (let count = 0; count < 2; count += 1) {
    await attendee.say('resume', { since: before, epoch: attendee.epoch });
    expect(attendee.view).toEqual(whole);
  }
});

it('[W16] shows a command to its sender over HTTP as soon as it is acknowledged', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  for (let count = 0; count < 10; count += 1) {
    const id = await attendee.ask(`Is number ${count} there?`);
    const mine = await world.at('/view', { token: attendee.seat.token });
    expect(mine.body).toMatchObject({
      seq: world.seq,
      view: { questions: { [id]: { status: 'inReview' } } },
    });
    const seq = await moderator.must({ type: 'question.approve', question: id });
    const own = await world.at('/view?part=own', { token: attendee.seat.token });
    expect(own.body).toMatchObject({ seq, questions: { [id]: { status: 'live', n: count + 1 } } });
  }
});

it('[V20] gives each row its own supporters again once a merge is no more: by patches, anew, over HTTP, after an absence', async () => {
  let now = 0;
  const world = await openWorld({
    policy: { moderation: 'after', ranking: 'popular' },
    monotonic: () => now,
  });
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee');
  const other = await world.joinAs('attendee');
  const voters = [
    await world.joinAs('attendee'),
    await world.joinAs('attendee'),
    await world.joinAs('attendee'),
  ];
  const [q, r] = [await author.ask('Is this the same?'), await other.ask('Is this not the same?')];
  const support = async (question: string, these: typeof voters) => {
    for (const voter of these) await voter.must({ type: 'question.upvote', question, on: true });
  };
  await support(q, voters.slice(0, 1));
  await support(r, voters.slice(1));
  const screen = await world.joinAs('projector');
  await moderator.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: r } });
  const shows = async (right: number) => {
    // Nobody is given more than twelve whole views in a minute.
    now += 60_000;
    for (const member of [moderator, author, ...voters])
      await member.until(() => member.question(r)?.upvotes === right, `${right} supporters`);
    await screen.until(() => screen.view.question?.upvotes === right, `${right} supporters on the stage`);
    for (const { seat } of [moderator, author]) {
      const fresh = await world.at('/view', { token: seat.token });
      expect(fresh.body).toMatchObject({ view: { questions: { [r]: { upvotes: right } } } });
      const anew = await world.connect(seat);
      expect(anew.question(r)?.upvotes).toBe(right);
    }
  };
  const away = await world.joinAs('attendee');
  const merged = await moderator.must({ type: 'question.merge', question: q, into: r });
  await shows(3);
  away.drop();
  await moderator.must({ type: 'undo', seq: merged });
  await shows(2);
  const again = await moderator.must({ type: 'question.merge', question: q, into: r });
  await shows(3);
  await moderator.must({ type: 'question.unmerge', question: q });
  await shows(2);
  await moderator.must({ type: 'undo', seq: world.seq });
  await shows(3);
  await moderator.must({ type: 'undo', seq: world.seq });
  await shows(2);
  expect(again).toBeGreaterThan(merged);
  await away.back();
  await away.until(() => away.question(r)?.upvotes === 2 && away.question(q)?.upvotes === 1);
});

it('[V21] the desk sees who is a newcomer until a question of theirs is in the list', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee');
  const first = await author.ask('Is this my first?', { anonymous: false });
  await moderator.until(() => moderator.question(first)?.newcomer);
  await moderator.must({ type: 'policy.set', moderation: 'after' });
  await author.ask('And this my second?', { anonymous: false });
  await moderator.until(() => moderator.question(first)?.newcomer === false, 'the newcomer to be known');
});

it('[W44] tells everybody how many are here once that changed, though nothing else happens', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const world = await openWorld();
  const phone = await world.joinAs('attendee', { attendance: 'inRoom' });
  const other = await world.joinAs('attendee', { attendance: 'remote' });
  vi.advanceTimersByTime(30_000);
  await phone.until(() => phone.view.event?.people?.remote === 1, 'the other to be counted');
  other.drop();
  await phone.until(() => {
    vi.advanceTimersByTime(30_000);
    return phone.view.event?.people?.remote === 0;
  }, 'the other to be gone');
});
