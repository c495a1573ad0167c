import { expect, it } from 'vitest';
import * as z from 'zod';
import type { Role } from '../../shared/people/role.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

const roles: Role[] = ['attendee', 'speaker', 'moderator', 'organizer', 'projector'];

const ownPatchSchema = z.object({ own: z.literal(true) });

/** The first message of somebody who connects anew, saying this of where they left off. */
async function first(world: World, who: Member, auth: object) {
  const { seat } = who;
  const again = await world.connect(seat, auth);
  const [message] = again.heard;
  again.drop();
  if (!message) throw new Error(JSON.stringify(again.refusal));
  return message;
}

it('[W13] sends a whole view first where nothing is said of an earlier one', async () => {
  const world = await openWorld();
  for (const role of roles) {
    const member = await world.joinAs(role);
    expect(member.heard[0]?.event, role).toBe('view');
    expect(member.heard[0]?.body).toMatchObject({ epoch: world.running().live.log.epoch, seq: world.seq });
    expect(member.view.event?.slug).toBe('small');
  }
});

it('[W13] sends exactly one empty patch to each role that missed nothing', async () => {
  const world = await openWorld();
  for (const role of roles) {
    const member = await world.joinAs(role);
    const { seq, epoch, mark } = member;
    const empty = { epoch, from: seq, seq, mark, set: {}, gone: {} };
    await member.back();
    expect(member.heard[0], role).toEqual({ event: 'patch', body: empty });
    expect(member.messages('view')).toEqual([]);
  }
});

it('[W13] sends one patch from `since`, also where the present epoch is not named', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const { seq: since, epoch } = attendee;
  const id = await attendee.ask('What did I miss?');
  await moderator.must({ type: 'question.approve', question: id });
  for (const auth of [{ since, epoch }, { since }, { since, epoch: null }, { since: 0, epoch }]) {
    const message = await first(world, attendee, auth);
    expect(message, JSON.stringify(auth)).toMatchObject({
      event: 'patch',
      body: {
        epoch,
        from: auth.since,
        seq: world.seq,
        set: { questions: { [id]: { status: 'live' } }, me: { mine: [id] } },
      },
    });
  }
});

it('[W13] tells whoever is one entry behind what that entry changed', async () => {
  const world = await openWorld({ policy: { moderation: 'after' } });
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const id = await attendee.ask('What did I miss?');
  for (const labels of [['theory'], ['method'], []]) {
    const seq = await moderator.must({ type: 'question.label', question: id, labels });
    for (const member of [attendee, moderator])
      expect(
        await first(world, member, { since: seq - 1, epoch: member.epoch }),
        member.seat.role,
      ).toMatchObject({
        event: 'patch',
        body: { from: seq - 1, seq, set: { questions: { [id]: { labels } } } },
      });
  }
});

it('[W13] sends a view where `since` is no seq of this log, or of another epoch', async () => {
  let now = 0;
  const world = await openWorld({ monotonic: () => now });
  const attendee = await world.joinAs('attendee');
  const { epoch, seq } = attendee;
  const strange = [seq + 1, -1, 1.5, String(seq), null, {}, [seq], true, Number.MAX_SAFE_INTEGER];
  for (const since of strange) {
    expect((await first(world, attendee, { since, epoch })).event, JSON.stringify(since)).toBe('view');
  }
  // Nobody is given more than twelve whole views in a minute.
  now += 60_000;
  expect((await first(world, attendee, { since: seq, epoch: 'another' })).event).toBe('view');
  expect((await first(world, attendee, { since: seq, epoch: 7 })).event).toBe('view');
  expect((await first(world, attendee, { epoch })).event).toBe('view');
});

it('[W13] sends a view to whoever is more than 10,000 entries behind, and a patch to the last who is not', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const { live } = world.running();
  const { seq: since } = live.state;
  const draft = {
    type: 'sample',
    at: 0,
    by: { participant: 'server', role: 'server' },
    rules: 1,
    data: { session: null, readers: {}, people: null },
  } as const;
  for (let count = 0; count < 10_000; count += 1)
    await live.log.append({ ...draft, id: crypto.randomUUID() });
  await attendee.until(() => live.state.seq === since + 10_000);
  expect((await first(world, attendee, { since })).event).toBe('patch');
  expect((await first(world, attendee, { since: since - 1 })).event).toBe('view');
});

it('[W13] answers `resume` with the first message again', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const { epoch } = attendee;
  attendee.heard.length = 0;
  const first = () => attendee.heard.filter(({ body }) => !ownPatchSchema.safeParse(body).success);
  const asked = [{ since: world.seq, epoch }, { since: 0, epoch }, { since: 0, epoch: 'another' }, {}];
  for (const [index, body] of asked.entries()) {
    expect(await attendee.say('resume', body)).toMatchObject({ ok: true });
    await attendee.until(() => first().length === index + 1);
  }
  expect(first().map(({ event }) => event)).toEqual(['patch', 'patch', 'view', 'view']);
  const common = attendee.messages('patch').filter(({ own }) => own !== true);
  expect(common.map(({ from, seq }) => [from, seq])).toEqual([
    [world.seq, world.seq],
    [0, world.seq],
  ]);
  expect(await attendee.say('resume', { since: 0, more: 1 })).toMatchObject({
    ok: false,
    reason: 'malformed',
  });
});

it('[W13] brings up whoever comes back after a restart with a patch, in the same epoch', async () => {
  const world = await openWorld({ log: 'file' });
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const { epoch } = attendee;
  const stays = await attendee.ask('Does this stay?');
  const goes = await attendee.ask('Does this go?');
  for (const question of [stays, goes]) await moderator.must({ type: 'question.approve', question });
  const reader = await world.joinAs('attendee');
  await moderator.must({ type: 'question.dismiss', question: goes, why: 'same' });
  await moderator.must({ type: 'question.answer', question: stays, on: true });
  reader.drop();
  await world.restart();
  await reader.back({ since: reader.seq, epoch });
  expect(reader.heard.map(({ event }) => event)).toEqual(['patch']);
  expect(reader.epoch).toBe(epoch);
  expect(reader.question(stays)?.status).toBe('answered');
  expect(reader.question(goes)).toBeUndefined();
});

it('[W13] tells staff who come back which displays and colleagues came and went meanwhile', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator', { name: 'Mo' });
  const colleague = await world.joinAs('organizer', { name: 'Olga' });
  const witness = await world.joinAs('moderator', { name: 'Wim' });
  const projector = await world.joinAs('projector');
  const drawn = { display: 'left', seq: 1, kind: 'auto', fits: true, width: 1920, height: 1080 };
  await projector.say('drawn', drawn);
  await moderator.until(() => moderator.view.displays?.['main/left']?.connected);
  await moderator.until(() => Object.keys(moderator.view.staff ?? {}).length === 3);
  for (const member of [moderator, projector, colleague]) member.drop();
  await witness.until(() => Object.keys(witness.view.staff ?? {}).length === 1);
  await witness.until(() => witness.view.displays?.['main/left']?.connected === false);
  await moderator.back();
  expect(moderator.messages('view')).toEqual([]);
  await moderator.until(() => moderator.view.displays?.['main/left']?.connected === false);
  const here = [moderator, witness].map(({ seat }) => seat.participant).sort();
  await moderator.until(
    () =>
      Object.keys(moderator.view.staff ?? {})
        .sort()
        .join() === here.join(),
    'the colleague to be gone',
  );
});

it('[W43] tells whoever comes back knowing every entry their own part anew', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee');
  const id = await author.ask('Who told me?');
  await moderator.must({ type: 'question.dismiss', question: id, why: 'no-time' });
  await author.until(() => author.question(id)?.why === 'no-time');
  // Somebody who heard that the log is so far, and whose line broke before the own part of it came.
  const heard = await world.connect(author.seat, { since: world.seq, epoch: author.epoch });
  expect(heard.messages('patch')[0]).toMatchObject({ set: {}, gone: {} });
  const own = await heard.until(() => heard.messages('patch').find((patch) => patch.own));
  expect(own).toMatchObject({
    from: world.seq,
    seq: world.seq,
    set: { me: { mine: [id] }, questions: { [id]: { status: 'dismissed', why: 'no-time' } } },
  });
});
