// An organizer opens the pages of other roles with the badge that they have.
import { describe, expect, it } from 'vitest';
import type { Role } from '../../shared/people/role.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

/** The same person's connection as another page makes it: with the same badge, as a role, about a place. */
const onPage = (world: World, who: Member, as: Role, about: object = {}): Promise<Member> =>
  world.connect(who.seat, { as, ...about });

describe('[W55] an organizer’s badge opens', () => {
  it('the desk, where it may what it may anywhere, under the organizer’s own name', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer', { name: 'Olga' });
    const asker = await world.joinAs('attendee');
    const desk = await onPage(world, organizer, 'moderator');
    expect(Object.keys(desk.view)).toEqual(expect.arrayContaining(['displays', 'balance', 'staff']));
    expect(desk.view.invites).toBeUndefined();
    const question = await asker.ask('What does the desk do?');
    await desk.must({ type: 'question.approve', question });
    expect((await desk.send({ type: 'event.close', on: true })).ok).toBe(true);
    const { body } = await world.at('/audit?as=moderator', { token: organizer.seat.token });
    expect(JSON.stringify(body)).toContain('Olga');
  });

  it('the stage of a room, which reads its stage and may nothing else', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    const desk = await world.joinAs('moderator');
    const wall = await onPage(world, organizer, 'projector', { room: 'main', display: 'wall' });
    expect(wall.view.room).toMatchObject({ id: 'main' });
    expect(Object.keys(wall.view)).not.toContain('questions');
    const drawn = { display: 'wall', seq: 1, kind: 'auto', fits: true, width: 1, height: 1 };
    expect(await wall.say('drawn', drawn)).toMatchObject({ ok: true });
    expect(await wall.say('clock', { clientTime: 1 })).toMatchObject({ clientTime: 1 });
    expect(await wall.say('at', {})).toMatchObject({ reason: 'not-allowed' });
    expect(await wall.say('identify', {})).toMatchObject({ reason: 'not-allowed' });
    expect(await wall.send({ type: 'stage.black', room: 'main', on: true })).toMatchObject({
      reason: 'not-allowed',
    });
    await desk.until(() => desk.view.displays?.['main/wall']?.connected);
  });

  it('a stage without a room, which waits for a desk to give it one', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    const desk = await world.joinAs('moderator');
    const wall = await onPage(world, organizer, 'projector', { display: 'spare' });
    expect(wall.view.room).toBeNull();
    await desk.must({ type: 'display.set', display: '/spare', room: 'main' });
    await wall.until(() => wall.view.room?.id === 'main');
  });

  it('the lectern of a room and the page of a speaker, which may what a speaker may', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    for (const about of [{ room: 'main' }, { session: 'talk-1' }]) {
      const page = await onPage(world, organizer, 'speaker', about);
      expect(page.view.session?.id).toBe('talk-1');
      expect(Object.keys(page.view)).not.toContain('staff');
      expect(await page.send({ type: 'event.close', on: true })).toMatchObject({ reason: 'not-allowed' });
    }
  });

  it('all of these over http too', async () => {
    const world = await openWorld();
    const { token } = (await world.joinAs('organizer')).seat;
    const read = async (query: string) => (await world.at(`/view?${query}`, { token })).body;
    expect(await read('as=moderator')).toMatchObject({ view: { balance: {} } });
    expect(await read('as=projector&room=main')).toMatchObject({ view: { room: { id: 'main' } } });
    expect(await read('as=speaker&session=talk-1')).toMatchObject({ view: { session: { id: 'talk-1' } } });
    expect(await read('as=speaker&room=main')).toMatchObject({ view: { session: { id: 'talk-1' } } });
  });
});

describe('[W55] nobody else’s badge opens what it is not for', () => {
  for (const role of ['attendee', 'speaker', 'moderator', 'projector'] as const)
    it(`a badge of role ${role}`, async () => {
      const world = await openWorld();
      const member = await world.joinAs(role);
      for (const as of ['organizer', 'moderator', 'speaker', 'projector'] as const) {
        if (as === role) continue;
        const { refusal } = await onPage(world, member, as, { room: 'main', session: 'talk-1' });
        expect(refusal).toMatchObject({ reason: 'no-badge', of: as });
      }
    });

  it('a screen stays in the room of its own link, and a speaker at their own session', async () => {
    const world = await openWorld();
    const wall = await world.joinAs('projector', { scope: {} });
    expect((await onPage(world, wall, 'projector', { room: 'main', display: 'w' })).view.room).toBeNull();
    const speaker = await world.joinAs('speaker', { scope: { session: 'talk-1' } });
    expect((await onPage(world, speaker, 'speaker', { session: 'talk-2' })).view.session?.id).toBe('talk-1');
  });

  it('an address that names no place as an id is none', async () => {
    const world = await openWorld();
    const wall = await world.joinAs('projector', { scope: { room: 'main' } });
    expect((await onPage(world, wall, 'projector', { room: 'Room 204/x' })).view.room?.id).toBe('main');
    const organizer = await world.joinAs('organizer');
    const { refusal } = await onPage(world, organizer, 'projector', { room: 'main/other' });
    expect(refusal).toMatchObject({ reason: 'no-badge' });
  });

  it('an organizer does not join by it as somebody who asks', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    expect((await onPage(world, organizer, 'attendee')).refusal).toMatchObject({ reason: 'no-badge' });
  });
});

describe('[W55] on another role’s page an organizer is', () => {
  it('somebody at the desk, once among the staff, and none of the people', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer', { name: 'Olga' });
    const colleague = await world.joinAs('moderator');
    const desk = await onPage(world, organizer, 'moderator');
    const lectern = await onPage(world, organizer, 'speaker', { room: 'main' });
    const rows = () => Object.values(colleague.view.staff ?? {}).filter(({ name }) => name === 'Olga');
    await colleague.until(() => rows().length === 1);
    expect(rows()[0]?.role).toBe('organizer');
    const { presence } = world.app.events.get(world.slug) ?? {};
    colleague.drop();
    await desk.until(() => Object.keys(desk.view.staff ?? {}).length === 1);
    expect(presence?.hasModerator).toBe(true);
    desk.drop();
    await lectern.until(() => presence?.hasModerator === false);
    organizer.drop();
    await lectern.until(() => presence?.staff.size === 0);
    expect(presence?.people()).toEqual({ inRoom: 0, remote: 0 });
    expect(presence?.seen.get(organizer.seat.participant)).toEqual(expect.any(Number));
  });

  it('gone from every page as soon as their access is withdrawn', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    const other = await world.joinAs('organizer');
    const pages = await Promise.all([
      onPage(world, organizer, 'moderator'),
      onPage(world, organizer, 'projector', { room: 'main' }),
      onPage(world, organizer, 'speaker', { room: 'main' }),
    ]);
    await other.must({ type: 'participant.revoke', participant: organizer.seat.participant });
    for (const page of pages) await page.until(() => !page.socket.connected);
    expect((await onPage(world, organizer, 'projector', { room: 'main' })).refusal?.reason).toBe('no-badge');
  });
});
