import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Badge } from '../../server/access/badges.ts';
import { Installation } from '../../server/access/installation-file.ts';
import type { Invite } from '../../server/access/invites.ts';
import { StandingInvites } from '../../server/access/standing-invites.ts';
import { ViewTurns } from '../../server/access/view-turns.ts';
import { withdrawnIn } from '../../server/access/withdrawn.ts';
import { invitedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import type { Member } from '../world/member.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';

/** A link that somebody makes at their desk, as its text. */
async function linkBy(world: World, token: string, body: object = { role: 'moderator' }) {
  const { status, body: made } = await world.at('/invites', { token, body });
  expect(status).toBe(201);
  return invitedSchema.parse(made).invite;
}

const redeem = (world: World, invite: string) => world.at('/redeem', { body: { invite } });

async function redeemed(world: World, invite: string) {
  return redeemedSchema.parse((await redeem(world, invite)).body);
}

const invitesOf = ({ view }: Member) => Object.values(view.invites ?? {});

test('[P13] a made invite is listed at once with its maker, and can be revoked before anybody used it', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const moderator = await world.joinAs('moderator', { name: 'Mo' });
  await moderator.must({ type: 'participant.describe', name: 'Mo' });
  const invite = await linkBy(world, moderator.seat.token, {
    role: 'speaker',
    session: 'talk-1',
    name: 'Ada',
  });
  await organizer.until(() => invitesOf(organizer).some(({ name }) => name === 'Ada'));
  const [listed] = invitesOf(organizer).filter(({ name }) => name === 'Ada');
  expect(listed).toMatchObject({
    role: 'speaker',
    scope: { session: 'talk-1' },
    maker: { name: 'Mo', role: 'moderator' },
    uses: 0,
    ended: false,
  });
  await organizer.must({ type: 'invite.revoke', invite: listed?.id ?? '' });
  expect((await redeem(world, invite)).body).toMatchObject({ code: 'invite-withdrawn' });
});

test('[P13] one of the command line is listed from its first use, without a maker', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  await redeemed(world, await world.invite({ role: 'moderator', name: 'By mail' }));
  await organizer.until(() => invitesOf(organizer).some(({ name }) => name === 'By mail'));
  expect(invitesOf(organizer).find(({ name }) => name === 'By mail')).toMatchObject({ maker: null, uses: 1 });
});

test.each(['participant.revoke', 'participant.ban', 'invite.revoke'] as const)(
  '[P13] %s of a moderator ends every link that rests on them, at whatever remove, and whoever came in by it',
  async (type) => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    // Mo comes in by a link, makes one, comes in by that in another browser, and makes the next there.
    const first = await redeemed(world, await linkBy(world, organizer.seat.token));
    const second = await redeemed(world, await linkBy(world, first.token));
    const third = await linkBy(world, second.token);
    const unused = await linkBy(world, first.token, { role: 'projector', room: 'main' });
    const back = await world.connect({ role: 'moderator', token: (await redeemed(world, third)).token });
    await organizer.until(() => invitesOf(organizer).length === 5);
    const own = [...world.running().live.state.tables.invites.values()].find(
      ({ maker }) => maker === organizer.view.me?.participant,
    );
    const whom =
      type === 'invite.revoke'
        ? { invite: own?.id ?? '' }
        : { participant: first.participant.id, ...(type === 'participant.ban' && { on: true }) };
    await organizer.must({ type, ...whom } as Parameters<Member['must']>[0]);
    for (const invite of [third, unused])
      expect((await redeem(world, invite)).body).toMatchObject({ code: 'invite-withdrawn' });
    await expect.poll(() => back.socket.connected).toBe(false);
    const again = await world.at('/view?as=moderator', { token: second.token });
    expect(again).toMatchObject({ status: 401, body: { reason: 'no-badge' } });
    await organizer.until(() => invitesOf(organizer).filter(({ ended }) => ended).length >= 3);
  },
);

test('[P13] a command may make an invite too; nobody makes one for a role above their own, or for nowhere', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  await moderator.must({ type: 'invite.make', role: 'projector', scope: { room: 'main' } });
  for (const [refused, reason] of [
    [{ role: 'organizer' }, 'not-allowed'],
    [{ role: 'attendee' }, 'not-allowed'],
    [{ role: 'projector', scope: { room: 'nowhere' } }, 'unknown'],
    [{ role: 'speaker', scope: { session: 'nothing' } }, 'unknown'],
    [{ role: 'speaker', scope: { poster: 'nothing' } }, 'unknown'],
    [{ role: 'speaker' }, 'malformed'],
    [{ role: 'moderator', scope: { room: 'main' } }, 'malformed'],
    [{ role: 'moderator', through: 'x' }, 'malformed'],
  ] as const)
    expect(
      await moderator.send({ type: 'invite.make', ...refused } as Parameters<Member['send']>[0]),
      JSON.stringify(refused),
    ).toMatchObject({ reason });
});

test('[P13] what ended with its maker stays so for whoever makes the event anew', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const first = await redeemed(world, await linkBy(world, organizer.seat.token));
  const invite = await linkBy(world, first.token);
  const second = await redeemed(world, invite);
  await organizer.must({ type: 'participant.revoke', participant: first.participant.id });
  const ended = withdrawnIn(world.running().live.state);
  const { tables } = world.running().live.state;
  const made = [...tables.invites.values()].find(({ maker }) => maker === first.participant.id);
  expect(ended.invites).toContain(made?.id);
  expect(ended.participants).toEqual([first.participant.id]);
  expect((await world.at('/view', { token: second.token })).status).toBe(401);
});

describe('[P13] [P4] where the log lost the rows of invites, their texts and badges end with what they rest on', {
  timeout: 60_000,
}, () => {
  /** Ada invites Bo, Bo invites Cy, Cy invites whoever comes; then the log is as it was before them. */
  async function lost() {
    const world = await openWorld({ log: 'file' });
    const organizer = await world.joinAs('organizer');
    const first = await linkBy(world, organizer.seat.token);
    const ada = await redeemed(world, first);
    const bo = await redeemed(world, await linkBy(world, ada.token));
    const cy = await redeemed(world, await linkBy(world, bo.token));
    const link = await linkBy(world, cy.token);
    await world.shut();
    for (const file of readdirSync(world.dataDir))
      if (file.startsWith('backrow.db')) rmSync(join(world.dataDir, file));
    await world.make();
    await world.open();
    const again = await world.joinAs('organizer');
    const come = () => redeem(world, link).then(({ status }) => status);
    const looks = (token: string) => world.at('/view', { token }).then(({ status }) => status);
    return { world, again, first, ada, bo, cy, link, come, looks };
  }

  test.each(['ada', 'bo', 'cy'] as const)('with %s', async (who) => {
    const { again, come, looks, ...people } = await lost();
    expect(await looks(people.cy.token)).toBe(200);
    const participant = people[who].participant.id;
    await again.must({ type: 'participant.revoke', participant });
    expect(await come()).toBe(403);
    expect(await looks(people.cy.token)).toBe(401);
    expect(await looks(people.ada.token)).toBe(who === 'ada' ? 401 : 200);
  });

  test('with the first invite, of which the log knows nothing', async () => {
    const { world, again, first, ada, cy, come, looks } = await lost();
    const invite = (await world.app.invites.read(first)) as Invite;
    await again.must({ type: 'invite.revoke', invite: invite.id });
    expect([await come(), await looks(cy.token), await looks(ada.token)]).toEqual([403, 401, 401]);
  });

  test('with what the installation withdrew; and a use of them is listed as made by whom it was', async () => {
    const { world, again, bo, cy, link, come, looks } = await lost();
    expect(await come()).toBe(201);
    const read = (await world.app.invites.read(link)) as Invite;
    const row = world.running().live.state.tables.invites.get(read.id);
    expect(row).toMatchObject({ maker: cy.participant.id, through: read.through?.[0] });
    expect(read.makers).toContain(bo.participant.id);
    await again.must({ type: 'participant.revoke', participant: bo.participant.id });
    await again.until(() => invitesOf(again).some(({ id, ended }) => id === read.id && ended));
    const other = await lost();
    const { invite } = (await other.world.app.badges.read(other.cy.token)) as Badge;
    Installation.ofFolder(other.world.dataDir).revokeInvite(invite ?? '');
    await other.world.restart();
    expect([await other.come(), await other.looks(other.cy.token)]).toEqual([403, 401]);
    expect(await looks(cy.token)).toBe(401);
  });

  test('a text of before, which names nobody, opens what it opened', async () => {
    const { world } = await lost();
    const { maker, through, makers } = (await world.app.invites.read(
      await world.invite({ role: 'moderator' }),
    )) as Invite;
    expect([maker, through, makers]).toEqual([undefined, undefined, undefined]);
    expect((await redeem(world, await world.invite({ role: 'moderator' }))).status).toBe(201);
  });
});

test('[P13] a text names a bounded number of those behind it: its badge has to fit into a cookie', async () => {
  const world = await openWorld();
  let { token } = (await world.joinAs('organizer')).seat;
  for (let count = 0; count < 24; count += 1)
    token = (await redeemed(world, await linkBy(world, token))).token;
  expect(token.length).toBeLessThan(3_000);
});

test('[P14] [W72] who is revoked does not come back by their link; their colleagues stay, and the next start prints another', async () => {
  const world = await openWorld({ log: 'file' });
  const organizer = await world.joinAs('organizer');
  const id = async (role: 'moderator' | 'projector') => {
    const { state } = world.running().live;
    const room = role === 'projector' ? 'main' : undefined;
    return new StandingInvites(testSecret, Installation.inMemory()).id(
      { event: world.slug, role, room },
      state,
    );
  };
  const [desk, stage] = [await id('moderator'), await id('projector')];
  const invite = await world.invite({ role: 'moderator', id: desk, name: 'The desk' });
  const wall = await world.invite({ role: 'projector', id: stage, scope: { room: 'main' } });
  const [gone, colleague, screen] = [
    await redeemed(world, invite),
    await redeemed(world, invite),
    await redeemed(world, wall),
  ];
  for (const { participant } of [gone, screen])
    await organizer.must({ type: 'participant.revoke', participant: participant.id });
  const again = await world.at('/redeem', { body: { invite } });
  expect(again).toMatchObject({ status: 403, body: { code: 'invite-withdrawn', of: 'invite' } });
  expect((await world.at('/redeem', { body: { invite }, token: gone.token })).status).toBe(403);
  expect((await world.at('/view', { token: colleague.token })).status).toBe(200);
  expect((await world.at('/redeem', { body: { invite }, token: colleague.token })).status).toBe(201);
  expect((await world.at('/redeem', { body: { invite: wall } })).status).toBe(201);
  await organizer.until(() => invitesOf(organizer).some(({ closed }) => closed));
  expect(invitesOf(organizer).filter(({ closed }) => closed)).toMatchObject([
    { id: desk, name: 'The desk', ended: false, revokedAt: null },
  ]);
  expect([await id('moderator'), await id('projector')]).toEqual([expect.not.stringMatching(desk), stage]);
  await world.restart();
  expect((await world.at('/redeem', { body: { invite } })).status).toBe(403);
  expect((await world.at('/view', { token: colleague.token })).status).toBe(200);
});

test('[W4] a view that waits for its turn is not given to a badge that ended meanwhile', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const { token, participant } = await redeemed(world, await linkBy(world, organizer.seat.token));
  let give: () => void = () => undefined;
  const turn = vi.spyOn(ViewTurns.prototype, 'turn').mockReturnValue(
    new Promise((resolve) => {
      give = resolve;
    }),
  );
  onTestFinished(() => void vi.restoreAllMocks());
  const waiting = world.at('/view?as=moderator', { token });
  await expect.poll(() => turn.mock.calls.length).toBeGreaterThan(0);
  await organizer.must({ type: 'participant.revoke', participant: participant.id });
  give();
  expect(await waiting).toMatchObject({ status: 401, body: { reason: 'no-badge' } });
});
