import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

/** A word that stands nowhere else. */
const canary = () => `canary${randomBytes(16).toString('hex')}`;

/** Every byte that reached somebody: over the socket and over HTTP. */
async function everything(world: World, who: Member): Promise<string> {
  const { token } = who.seat;
  const paths = [
    '/view',
    '/view?part=common',
    '/view?part=own',
    '/sessions/talk-1',
    '/posters/p1',
    '/calendar.ics',
    '/export/questions.json',
  ];
  const texts = await Promise.all(paths.map(async (path) => (await world.at(path, { token })).text));
  const fresh = await world.connect(who.seat);
  await fresh.say('resume', { since: 0, epoch: fresh.epoch });
  fresh.drop();
  const events = await world.call('/api/events');
  return [who.bytes, fresh.bytes, events.text, ...texts].join('\n');
}

it('[W24] shows nobody but staff and its author a question before it is in the list', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee');
  const outsiders = [
    await world.joinAs('attendee'),
    await world.joinAs('speaker'),
    await world.joinAs('projector'),
  ];
  const texts = {
    waiting: canary(),
    reworded: canary(),
    dismissed: canary(),
    kept: canary(),
    withdrawn: canary(),
    edited: canary(),
  };
  const ids: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) ids[name] = await author.ask(`What about ${text}?`);
  const note = {
    why: canary(),
    label: canary().slice(0, 40),
    reply: canary(),
    staff: canary(),
    report: canary(),
  };
  await moderator.must({ type: 'question.edit', question: ids.reworded, screen: 'In other words?' });
  await moderator.must({ type: 'question.approve', question: ids.reworded });
  await moderator.must({ type: 'question.dismiss', question: ids.dismissed, why: note.why });
  await moderator.must({ type: 'question.keep', question: ids.kept, for: 'panel' });
  await moderator.must({ type: 'question.label', question: ids.waiting, labels: [note.label] });
  await moderator.must({
    type: 'question.answer',
    question: ids.reworded,
    on: true,
    reply: note.reply,
    publish: false,
  });
  await moderator.must({ type: 'announce', text: note.staff, to: 'staff' });
  await author.must({ type: 'question.withdraw', question: ids.withdrawn });
  await author.must({ type: 'question.edit', question: ids.edited, text: 'Something else altogether?' });
  await outsiders[0]?.must({ type: 'report', question: ids.reworded, why: note.report });
  for (const member of outsiders.slice(0, 2))
    await member.until(() => member.question(ids.reworded ?? '')?.status === 'answered');
  const secrets = { ...texts, ...note };
  for (const member of outsiders) {
    const said = await everything(world, member);
    for (const [name, secret] of Object.entries(secrets))
      expect([member.seat.role, name, said.includes(secret)]).toEqual([member.seat.role, name, false]);
    for (const [name, id] of Object.entries(ids)) {
      const seen = name === 'reworded' && member.seat.role !== 'projector';
      expect([member.seat.role, name, said.includes(id)]).toEqual([member.seat.role, name, seen]);
    }
  }
  const desk = await everything(world, moderator);
  for (const name of ['waiting', 'reworded', 'dismissed', 'kept'] as const)
    expect(desk).toContain(texts[name]);
});

it('[W24] takes a question away from everybody when it leaves the list, and shows screens only what is shown', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee');
  const [shown, listed] = [canary(), canary()];
  const first = await author.ask(`Is ${shown} shown?`);
  const second = await author.ask(`Is ${listed} shown?`);
  for (const question of [first, second]) await moderator.must({ type: 'question.approve', question });
  const projector = await world.joinAs('projector');
  const elsewhere = await world.joinAs('projector', { scope: { room: 'side' } });
  await moderator.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: first } });
  await projector.until(() => projector.view.question?.text?.includes(shown));
  await moderator.must({ type: 'question.archive', question: first });
  await projector.until(() => projector.view.question === null);
  const late = [await world.joinAs('attendee'), await world.joinAs('projector')];
  for (const member of late) expect(await everything(world, member)).not.toContain(shown);
  expect(await everything(world, elsewhere)).not.toContain(shown);
  for (const screen of [projector, elsewhere]) expect(await everything(world, screen)).not.toContain(listed);
});

it('[W24] keeps who asked anonymously from everybody, staff included, in every message and file', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator', { name: 'Mo' });
  const organizer = await world.joinAs('organizer');
  const attendee = await world.joinAs('attendee');
  const speaker = await world.joinAs('speaker');
  const projector = await world.joinAs('projector');
  const name = canary();
  const author = await world.joinAs('attendee', { name });
  const anonymous = [
    await author.ask('Who am I?', { anonymous: true }),
    await author.ask('Who am I again?', { anonymous: true }),
  ];
  for (const question of anonymous) await moderator.must({ type: 'question.approve', question });
  await moderator.must({
    type: 'stage.show',
    room: 'main',
    show: { kind: 'question', question: anonymous[0] },
  });
  await moderator.must({ type: 'question.answer', question: anonymous[0], on: true });
  await moderator.must({ type: 'question.merge', question: anonymous[1], into: anonymous[0] });
  await projector.until(() => projector.view.question?.id === anonymous[0]);
  for (const member of [attendee, speaker, projector, moderator, organizer]) {
    const said = await everything(world, member);
    for (const secret of [name, author.seat.participant, author.socket.id ?? 'no socket']) {
      expect([member.seat.role, said.includes(secret)]).toEqual([member.seat.role, false]);
    }
  }
  await attendee.until(() => attendee.question(anonymous[0] ?? '')?.status === 'answered');
  expect(attendee.question(anonymous[0] ?? '')?.askedAt).toMatch(/:00\.000Z$/);
  const named = await author.ask('And now?', { anonymous: false });
  await moderator.until(() => moderator.question(named)?.author?.name === name);
  const mark = (id: string) => moderator.question(id)?.asker;
  expect(mark(anonymous[0] ?? '')).toBe(mark(anonymous[1] ?? ''));
  expect(mark(named)).not.toBe(mark(anonymous[0] ?? ''));
  const { bytes } = attendee;
  expect([bytes.includes('asker'), bytes.includes('"by"'), bytes.includes('marks')]).toEqual([
    false,
    false,
    false,
  ]);
});

it('[W24] shows a screen the room of its badge, whatever it says of itself', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const question = await moderator.ask(`Is ${canary()} shown next door?`);
  await moderator.must({ type: 'question.approve', question });
  await moderator.must({ type: 'stage.show', room: 'side', show: { kind: 'question', question } });
  const projector = await world.joinAs('projector', { auth: { room: 'side' } });
  expect(projector.view.room).toMatchObject({ id: 'main' });
  expect(projector.view.question ?? null).toBeNull();
});
