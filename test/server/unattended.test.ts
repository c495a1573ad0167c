import { describe, expect, test } from 'vitest';
import type { EventWish } from '../world/programme.ts';
import { openWorld } from '../world/world.ts';

/** A world whose clock stands until it is moved; the first talk runs, and its moderator has just left the desk. */
async function leftAlone(policy: EventWish['policy'] = {}) {
  let now = Date.parse('2026-04-26T08:00:00.000Z');
  const world = await openWorld({ clock: () => now, policy: { autorun: false, ...policy } });
  const moderator = await world.joinAs('moderator', { name: 'Mo' });
  const ann = await world.joinAs('attendee');
  const { desk, live } = world.running();
  return {
    world,
    moderator,
    ann,
    /** Lets so many seconds pass, and has the server look who is there. */
    pass(seconds: number) {
      now += seconds * 1_000;
      desk.look();
    },
    async leave() {
      moderator.drop();
      await ann.until(() => !world.running().presence.hasModerator);
    },
    status: (question: string) => live.state.tables.questions.get(question)?.status,
  };
}

describe('[V18] nobody at the desk', () => {
  test('for a minute while a session runs is told to everybody, and that somebody is back, too', async () => {
    const { world, moderator, ann, pass, leave } = await leftAlone();
    const [speaker, screen] = [await world.joinAs('speaker'), await world.joinAs('projector')];
    await moderator.must({ type: 'session.start', session: 'talk-1' });
    pass(3_600);
    expect(ann.view.event?.unattended).toBe(false);
    await leave();
    pass(59);
    expect(world.running().desk.unattended).toBe(false);
    pass(1);
    for (const member of [ann, speaker, screen])
      await member.until(() => member.view.event?.unattended === true);
    await moderator.back();
    for (const member of [moderator, ann, speaker, screen])
      await member.until(() => member.view.event?.unattended === false);
  });

  test('[S11] is over with the event: nobody is missed at the desk of one that is closed', async () => {
    const { world, moderator, ann, pass, leave } = await leftAlone();
    const organizer = await world.joinAs('organizer');
    await moderator.must({ type: 'session.start', session: 'talk-1' });
    await leave();
    pass(60);
    await ann.until(() => ann.view.event?.unattended === true);
    await organizer.must({ type: 'event.close' });
    pass(1);
    await ann.until(() => ann.view.event?.unattended === false);
  });

  test('is told to whoever was away meanwhile, in the one patch that they get', async () => {
    const { world, moderator, ann, pass } = await leftAlone();
    await moderator.must({ type: 'session.start', session: 'talk-1' });
    await ann.until(() => ann.seq === world.seq);
    ann.drop();
    moderator.drop();
    await ann.until(() => !world.running().presence.hasModerator);
    pass(60);
    await ann.back();
    const told = ann.heard.filter(({ body }) => !Object(body).own);
    expect(told.map(({ event }) => event)).toEqual(['patch']);
    expect(ann.view.event?.unattended).toBe(true);
  });

  test('is nobody’s trouble while no session runs; another room’s start does not begin the minute anew', async () => {
    const { world, moderator, pass, leave } = await leftAlone();
    const organizer = await world.joinAs('organizer');
    await leave();
    pass(600);
    const { desk } = world.running();
    expect(desk.unattended).toBe(false);
    await organizer.must({ type: 'session.start', session: 'talk-1' });
    pass(50);
    await organizer.must({ type: 'session.start', session: 'side-talk' });
    pass(10);
    expect(desk.unattended).toBe(true);
    for (const session of ['talk-1', 'side-talk']) await organizer.must({ type: 'session.end', session });
    pass(1);
    expect(desk.unattended).toBe(false);
    expect(moderator.refusal).toBeNull();
  });

  test('is forgotten by a session that nobody ended, twelve hours after it was to end [T28]', async () => {
    const { world, moderator, pass, leave } = await leftAlone();
    await moderator.must({ type: 'session.start', session: 'talk-1' });
    await leave();
    pass(3_600);
    expect(world.running().desk.unattended).toBe(true);
    pass(14 * 3_600);
    expect(world.running().desk.unattended).toBe(false);
  });
});

describe('[P11] where the policy says approve', () => {
  test('waiting questions without a mark and an open report go into the list, each once, and the audit says so', async () => {
    const { world, moderator, ann, pass, leave, status } = await leftAlone({ unattended: 'approve' });
    const [plain, reported, offending] = [
      await ann.ask('What is plain?'),
      await moderator.ask('What is reported?'),
      await ann.ask('What the fuck?'),
    ];
    await moderator.must({ type: 'report', question: reported, why: 'rude' });
    await moderator.must({ type: 'session.start', session: 'talk-1' });
    await leave();
    pass(60);
    await ann.until(() => ann.question(plain)?.status === 'live');
    const late = await ann.ask('And what comes later?');
    await ann.until(() => ann.question(late)?.status === 'live');
    expect([reported, offending].map(status)).toEqual(['inReview', 'inReview']);
    const token = await world.sign({ role: 'moderator' });
    const { body } = await world.at('/audit?limit=1', { token });
    expect(body).toMatchObject({
      entries: [{ type: 'question.approve', by: { name: null, role: 'server' }, undoable: true }],
    });
    await moderator.back();
    const { staff } = world.running().live.state;
    const approved = [...staff.values()].find(
      ({ by, changes }) => by === 'server' && changes.some(({ id }) => id === plain),
    );
    await moderator.must({ type: 'undo', seq: approved?.seq ?? 0 });
    await leave();
    pass(60);
    const last = await ann.ask('And last?');
    await ann.until(() => ann.question(last)?.status === 'live');
    expect(status(plain)).toBe('inReview');
  });

  test('newcomers’ questions stay where newcomers wait, and everybody’s where the policy says hold', async () => {
    const { world, moderator, ann, pass, leave, status } = await leftAlone({
      unattended: 'approve',
      newcomersWait: true,
    });
    const organizer = await world.joinAs('organizer');
    const bob = await world.joinAs('attendee');
    const known = await bob.ask('Am I known?');
    await moderator.must({ type: 'question.approve', question: known });
    const [newcomers, again] = [await ann.ask('Am I new?'), await bob.ask('And again?')];
    await moderator.must({ type: 'session.start', session: 'talk-1' });
    await leave();
    pass(60);
    await bob.until(() => bob.question(again)?.status === 'live');
    expect(status(newcomers)).toBe('inReview');
    await organizer.must({ type: 'policy.set', unattended: 'hold', newcomersWait: false });
    const held = await bob.ask('Held?');
    pass(60);
    await organizer.must({ type: 'policy.set', unattended: 'approve' });
    await bob.until(() => bob.question(held)?.status === 'live');
    await ann.until(() => ann.question(newcomers)?.status === 'live');
    const seqs = [...world.running().live.state.staff.values()].filter(({ by }) => by === 'server');
    const opened = [...world.running().live.state.staff.values()].findLast(
      ({ type }) => type === 'policy.set',
    );
    expect(seqs.filter(({ seq }) => seq > (opened?.seq ?? 0))).toHaveLength(2);
  });
});
