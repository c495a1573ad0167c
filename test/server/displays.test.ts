import { describe, expect, test } from 'vitest';
import type { Role } from '../../shared/people/role.ts';
import { openWorld, type World } from '../world/world.ts';

const size = { fits: true, width: 1920, height: 1080 };

/** A screen that says which one it is; its link names a room or none. */
const screen = (world: World, display: string, room?: string) =>
  world.joinAs('projector', { scope: room === undefined ? {} : { room }, auth: { display } });

describe('[W39] a display', () => {
  test('without a room waits, is seen at the desk, and shows the room it is given', async () => {
    const world = await openWorld();
    const moderator = await world.joinAs('moderator');
    const lobby = await screen(world, 'lobby');
    expect(lobby.view).toMatchObject({ room: null, stage: null, display: { id: '/lobby', name: null } });
    await lobby.say('drawn', { display: 'lobby', seq: lobby.seq, kind: 'waiting', ...size });
    await moderator.until(() => moderator.view.displays?.['/lobby']);
    expect(moderator.view.displays?.['/lobby']).toMatchObject({
      room: null,
      claimed: false,
      connected: true,
    });
    await moderator.must({
      type: 'display.set',
      display: '/lobby',
      room: 'side',
      name: 'Lobby',
      layout: 'side',
    });
    await lobby.until(() => lobby.view.room?.id === 'side');
    expect(lobby.view).toMatchObject({
      stage: { room: { id: 'side' } },
      display: { name: 'Lobby', layout: 'side', background: null },
    });
    await moderator.until(() => moderator.view.displays?.['/lobby']?.room === 'side');
    expect(lobby.gaps).toBe(0);
  });

  test('keeps its room, name and look over a restart', async () => {
    const world = await openWorld({ log: 'file' });
    const moderator = await world.joinAs('moderator');
    await moderator.must({
      type: 'display.set',
      display: 'main/wall',
      room: 'side',
      name: 'Wall',
      theme: 'light',
    });
    await world.restart();
    const wall = await screen(world, 'wall', 'main');
    expect(wall.view).toMatchObject({ room: { id: 'side' }, display: { name: 'Wall', theme: 'light' } });
    await moderator.back();
    expect(moderator.view.displays?.['main/wall']).toMatchObject({
      room: 'side',
      name: 'Wall',
      claimed: true,
      connected: false,
    });
  });

  test('that was away comes back with `since` and has the room it was given meanwhile', async () => {
    const world = await openWorld();
    const moderator = await world.joinAs('moderator');
    const wall = await screen(world, 'wall', 'main');
    wall.drop();
    await moderator.must({
      type: 'display.set',
      display: 'main/wall',
      room: 'side',
      background: 'transparent',
    });
    const seq = await moderator.must({ type: 'stage.show', room: 'side', show: { kind: 'join' } });
    await wall.back({ since: wall.seq, epoch: wall.epoch, display: 'wall' });
    expect(wall.heard[0]).toMatchObject({ event: 'patch' });
    expect(wall.view).toMatchObject({
      room: { id: 'side' },
      stage: { show: { kind: 'join' } },
      display: { background: 'transparent' },
    });
    expect(wall.seq).toBe(seq);
  });

  test('of three in one room acknowledges for itself, and is missed by itself', async () => {
    const world = await openWorld();
    const moderator = await world.joinAs('moderator');
    const ids = ['left', 'right', 'overflow'];
    const screens = await Promise.all(ids.map((id) => screen(world, id, 'main')));
    const seq = await moderator.must({ type: 'stage.show', room: 'main', show: { kind: 'join' } });
    for (const [index, each] of screens.entries()) {
      await each.until(() => each.view.stage?.show.kind === 'join');
      await each.say('drawn', { display: ids[index], seq, kind: 'join', ...size });
    }
    const drawn = () => ids.map((id) => moderator.view.displays?.[`main/${id}`]);
    await moderator.until(() => drawn().every((display) => display?.seq === seq && display.connected));
    screens[1]?.drop();
    await moderator.until(() => drawn()[1]?.connected === false);
    expect(drawn().map((display) => display?.connected)).toEqual([true, false, true]);
  });

  test('says for some seconds which one it is when the staff asks, one or all, and nobody else asks', async () => {
    const world = await openWorld();
    const moderator = await world.joinAs('moderator');
    const [left, right, plain] = [
      await screen(world, 'left', 'main'),
      await screen(world, 'right', 'main'),
      await world.joinAs('projector'),
    ];
    const asked = () => [left, right, plain].map((each) => each.messages('identify').length);
    expect(await moderator.say('identify', { display: 'main/left' })).toMatchObject({ ok: true });
    await left.until(() => asked()[0] === 1);
    expect(left.messages('identify')).toEqual([{ forMs: 6_000 }]);
    await moderator.say('identify', {});
    await plain.until(() => asked().join() === '2,1,1');
    for (const role of ['attendee', 'speaker', 'projector'] satisfies Role[]) {
      const member = await world.joinAs(role);
      expect(await member.say('identify', {}), role).toMatchObject({ reason: 'not-allowed' });
    }
    expect(await moderator.say('identify', { display: 'no display' })).toMatchObject({ reason: 'malformed' });
    expect(asked()).toEqual([2, 1, 1]);
  });

  test('that is gone leaves no audience behind, and says which it is in a word without slashes', async () => {
    const world = await openWorld();
    const refused = await screen(world, 'a/b', 'main');
    expect(refused.refusal).toMatchObject({ reason: 'malformed' });
    const open = Array.from({ length: 200 }, (_, index) => `d${index}`);
    for (const display of open)
      world.running().presence.enter({
        ...{ connection: display, participant: display, role: 'projector', name: null, attendance: 'inRoom' },
        display: `main/${display}`,
        screen: true,
      });
    const late = await screen(world, 'late', 'main');
    expect(late.view.display ?? null).toBeNull();
    expect(late.view.room?.id).toBe('main');
    world.running().presence.leave('d7');
    late.drop();
    const next = await screen(world, 'next', 'main');
    expect(next.view.display?.id).toBe('main/next');
  });
});

describe('[W39] where colleagues are', () => {
  test('is told at the desks, and nobody but the staff says so', async () => {
    const world = await openWorld();
    const [mo, mia] = [
      await world.joinAs('moderator', { name: 'Mo' }),
      await world.joinAs('moderator', { name: 'Mia' }),
    ];
    const ann = await world.joinAs('attendee');
    const question = await ann.ask('Why?');
    expect(await mo.say('at', { room: 'main', question, editing: true })).toMatchObject({ ok: true });
    const where = () => mia.view.staff?.[mo.seat.participant]?.at;
    await mia.until(() => where()?.question === question);
    expect(where()).toEqual({ room: 'main', question, editing: true });
    await mo.say('at', {});
    await mia.until(() => where()?.editing === false);
    expect(where()).toEqual({ room: null, question: null, editing: false });
    for (const role of ['attendee', 'speaker', 'projector'] satisfies Role[]) {
      const member = await world.joinAs(role);
      expect(await member.say('at', { room: 'main' }), role).toMatchObject({ reason: 'not-allowed' });
    }
    expect(await mo.say('at', { question: 'no id' })).toMatchObject({ reason: 'malformed' });
    expect(await mo.say('at', { where: 'main' })).toMatchObject({ reason: 'malformed' });
  });

  test('ends with the page that said so, also where another page of theirs stays open', async () => {
    const world = await openWorld();
    const mia = await world.joinAs('moderator', { name: 'Mia' });
    const mo = await world.joinAs('moderator', { name: 'Mo' });
    const second = await world.connect({ ...mo.seat });
    await second.say('at', { room: 'main', editing: true });
    const row = () => mia.view.staff?.[mo.seat.participant];
    await mia.until(() => row()?.at?.editing);
    second.drop();
    await mia.until(() => row()?.at == null);
    expect(row()).toMatchObject({ name: 'Mo' });
    mo.drop();
    await mia.until(() => row() === undefined);
  });

  test('the crew is told with who was here last, and when', async () => {
    const world = await openWorld();
    const mia = await world.joinAs('moderator', { name: 'Mia' });
    const ada = await world.joinAs('speaker', { name: 'Ada' });
    const row = () => mia.view.crew?.[ada.seat.participant];
    await mia.until(() => row()?.connected);
    expect(row()).toMatchObject({ name: 'Ada', role: 'speaker', revoked: false, seenAt: null });
    ada.drop();
    await mia.until(() => row()?.connected === false);
    expect(Date.parse(row()?.seenAt ?? '')).toBeGreaterThan(0);
    const ann = await world.joinAs('attendee', { name: 'Ann' });
    await ann.ask('Why?');
    await mia.until(() => mia.seq === world.seq);
    expect(mia.view.crew?.[ann.seat.participant]).toBeUndefined();
  });
});

test('[W24] the desk is told of the crew and of no id besides, also what is no more', async () => {
  const world = await openWorld();
  const author = await world.joinAs('attendee', { name: 'Ann' });
  await author.ask('Who am I?', { anonymous: true });
  const moderator = await world.joinAs('moderator');
  const since = moderator.seq;
  await moderator.must({ type: 'stage.black', room: 'main', on: true });
  await moderator.back({ since: since - 2, epoch: moderator.epoch });
  await moderator.back({ since: 0, epoch: moderator.epoch });
  expect(moderator.heard[0]).toMatchObject({ event: 'patch' });
  expect(moderator.bytes).not.toContain(author.seat.participant);
  expect(Object.keys(moderator.view.crew ?? {})).toContain(moderator.seat.participant);
});
