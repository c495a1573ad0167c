import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Installation } from '../../server/access/installation-file.ts';
import { execute } from '../../server/admin-commands.ts';
import { giveSamples, renewDemo } from '../../server/first-data.ts';
import { LiveEvent } from '../../server/live/live-event.ts';
import { MemoryLogStore } from '../../server/log/memory.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { refuse } from '../../server/refusals/refuse.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { redeemedSchema } from '../../shared/wire/http.ts';
import { dayFile } from '../cli/site.ts';
import { until } from '../world/waiting.ts';
import { openWorld, type World } from '../world/world.ts';

const forAll = 'invite-for-all-events';

/** What stood in `installation.json` before events had lists there. */
const oldForm = { form: 1, number: 0, revoked: { invites: [], participants: [] }, printed: [] };

/** A data folder that holds nothing but an `installation.json`. */
class Folder {
  readonly #path = mkdtempSync(join(tmpdir(), 'backrow-installation-'));
  readonly file = join(this.#path, 'installation.json');

  constructor() {
    onTestFinished(() => rmSync(this.#path, { recursive: true }));
    this.known().begin(null);
  }

  known = () => Installation.ofFolder(this.#path);
  text = () => JSON.parse(readFileSync(this.file, 'utf8'));
}

/** The text of the installation's invite. */
const inviteForAll = (world: World, id = forAll) => world.invite({ role: 'organizer', event: '*', id });

async function redeemed(world: World, event: string, invite: string) {
  const answer = await world.call(`/api/events/${event}/redeem`, { body: { invite } });
  return { status: answer.status, body: answer.body, ...redeemedSchema.safeParse(answer.body).data };
}

/** Makes an event by a badge of the installation; gives the status. */
async function makes(world: World, token: string, slug: string): Promise<number> {
  const answer = await fetch(`${world.origin}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: dayFile({ slug, title: slug }),
  });
  return answer.status;
}

const looks = async (world: World, event: string, token: string) =>
  (await world.call(`/api/events/${event}/view`, { token })).status;

/** What `backrow revoke '*' --invite` asks of a running server. */
async function revoke(world: World, invite = forAll): Promise<void> {
  const organizer = await world.sign({ role: 'organizer', event: world.slug, installation: true });
  const member = await world.connect({ role: 'organizer', token: organizer });
  await member.must({ type: 'invite.revoke', invite });
}

describe('[W70] what is revoked for the installation is dead in every event, also in a later one', {
  timeout: 60_000,
}, () => {
  it('badges and open sockets within a second, links at once, and again after a restart', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    const invite = await inviteForAll(world);
    const everywhere = await redeemed(world, '*', invite);
    const here = await redeemed(world, world.slug, invite);
    const there = await redeemed(world, 'other', invite);
    expect([everywhere.status, here.status, there.status]).toEqual([201, 201, 201]);
    const sockets = [
      await world.connect({ role: 'organizer', token: here.token ?? '' }),
      await world.connect({ role: 'organizer', token: there.token ?? '', event: 'other' }),
    ];
    expect(sockets.map(({ refusal }) => refusal)).toEqual([null, null]);
    const before = performance.now();
    await revoke(world);
    await until(() => sockets.every(({ socket }) => !socket.connected));
    expect(performance.now() - before).toBeLessThan(1_000);
    const dead = async () => {
      for (const slug of ['*', world.slug, 'other']) {
        const again = await redeemed(world, slug, invite);
        expect([again.status, again.body]).toMatchObject([403, { code: 'invite-withdrawn' }]);
      }
      expect(await makes(world, everywhere.token ?? '', 'later')).toBe(401);
      expect(await makes(world, here.token ?? '', 'later')).toBe(401);
      expect(await looks(world, world.slug, here.token ?? '')).toBe(401);
      expect(await looks(world, 'other', there.token ?? '')).toBe(401);
    };
    await dead();
    await world.restart();
    await dead();
    const fresh = await redeemed(world, '*', await inviteForAll(world, 'another-invite'));
    expect(await makes(world, fresh.token ?? '', 'later')).toBe(201);
    expect((await redeemed(world, 'later', invite)).status).toBe(403);
    const forged = { role: 'organizer', event: 'later', invite: forAll, installation: true } as const;
    expect(await looks(world, 'later', await world.sign(forged))).toBe(401);
    const knocking = await world.connect({
      role: 'organizer',
      event: 'later',
      token: await world.sign(forged),
    });
    expect(knocking.refusal).toMatchObject({ reason: 'no-badge', code: 'access-withdrawn' });
  });

  it('is asked of the file alone: an entry of one event that an older version wrote counts in that event', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    await world.shut();
    const store = await SqliteLogStore.open(world.dataDir);
    const live = await LiveEvent.open(world.slug, store, {
      clock: () => world.now(),
      alarm: () => undefined,
    });
    const by = { participant: randomUUID(), role: 'organizer' } as const;
    const draft = {
      type: 'invite.revoke',
      id: randomUUID(),
      at: world.now(),
      by,
      rules: rulesVersion,
    } as const;
    expect((await live.submit({ ...draft, data: { invite: forAll } })).ok).toBe(true);
    await live.close();
    await store.close();
    rmSync(join(world.dataDir, 'installation.json'));
    await world.open();
    const invite = await inviteForAll(world);
    expect((await redeemed(world, world.slug, invite)).status).toBe(403);
    expect((await redeemed(world, 'other', invite)).status).toBe(201);
    const { status, token = '' } = await redeemed(world, '*', invite);
    expect([status, await makes(world, token, 'later')]).toEqual([201, 201]);
  });

  it('an entry in every event, as older versions wrote for `*`, becomes one of the installation', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    await world.shut();
    const store = await SqliteLogStore.open(world.dataDir);
    for (const slug of await store.list()) {
      const live = await LiveEvent.open(slug, store, { clock: () => world.now(), alarm: () => undefined });
      const by = { participant: 'server', role: 'server' } as const;
      const draft = {
        type: 'invite.revoke',
        id: randomUUID(),
        at: world.now(),
        by,
        rules: rulesVersion,
      } as const;
      await live.submit({ ...draft, data: { invite: forAll } });
      await live.close();
    }
    await store.close();
    rmSync(join(world.dataDir, 'installation.json'));
    await world.open();
    expect((await redeemed(world, '*', await inviteForAll(world))).status).toBe(403);
    const kept = JSON.parse(readFileSync(join(world.dataDir, 'installation.json'), 'utf8'));
    expect(kept).toMatchObject({ number: 1, revoked: { invites: [forAll] } });
  });
});

describe('[W71] an event’s organizer reaches the invites of that event alone', { timeout: 60_000 }, () => {
  it('is refused one of the installation, which nothing has happened to', async () => {
    const world = await openWorld({ log: 'file' });
    const invite = await inviteForAll(world);
    const { token = '' } = await redeemed(world, world.slug, invite);
    const organizer = await world.joinAs('organizer');
    const listed = await organizer.until(() => organizer.view.invites?.[forAll]);
    expect(listed).toMatchObject({ role: 'organizer', revokedAt: null });
    const printed = (await world.app.makingLink()).id;
    for (const id of [forAll, printed]) {
      const outcome = await organizer.send({ type: 'invite.revoke', invite: id });
      expect(outcome).toMatchObject({ ok: false, reason: 'not-allowed', code: 'invite-of-installation' });
      const body = { id: randomUUID(), type: 'invite.revoke', invite: id };
      const posted = await world.at('/commands', { token: organizer.seat.token, body });
      expect(posted.body).toMatchObject({ code: 'invite-of-installation', of: 'invite' });
    }
    expect(await looks(world, world.slug, token)).toBe(200);
    expect((await redeemed(world, '*', invite)).status).toBe(201);
    expect((await world.app.makingLink()).id).toBe(printed);
    await organizer.must({ type: 'invite.revoke', invite: 'invite-of-a-speaker' });
  });

  it('an id that the event never met is withdrawn there and nowhere else', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    const organizer = await world.joinAs('organizer');
    await organizer.must({ type: 'invite.revoke', invite: forAll });
    const invite = await inviteForAll(world);
    expect((await redeemed(world, world.slug, invite)).status).toBe(403);
    expect((await redeemed(world, 'other', invite)).status).toBe(201);
    expect((await redeemed(world, '*', invite)).status).toBe(201);
  });

  it('the installation’s organizer takes it back from inside an event, in all of them', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    const invite = await inviteForAll(world);
    const { token = '' } = await redeemed(world, 'other', invite);
    await redeemed(world, world.slug, invite);
    await revoke(world);
    expect(await looks(world, 'other', token)).toBe(401);
  });
});

describe('[W72] standing links change where they were revoked, and only there', { timeout: 60_000 }, () => {
  const ids = async (world: World) => (await world.app.links())?.ids;

  it('that of the installation and that of an event, each by its own revoking, at the next start', async () => {
    const world = await openWorld({ log: 'file' });
    const first = await ids(world);
    await world.restart();
    expect(await ids(world)).toEqual(first);
    await revoke(world, first?.organizer);
    await world.restart();
    const second = await ids(world);
    expect(second).toEqual({ ...first, organizer: expect.not.stringMatching(`^${first?.organizer}$`) });
    const organizer = await world.joinAs('organizer');
    await organizer.must({ type: 'invite.revoke', invite: second?.moderator ?? '' });
    await world.restart();
    const third = await ids(world);
    expect(third).toEqual({ ...second, moderator: expect.not.stringMatching(`^${second?.moderator}$`) });
    const link = (await world.app.links())?.moderator.split('#invite=')[1] ?? '';
    expect((await redeemed(world, world.slug, link)).status).toBe(201);
  });

  it('an id cannot be told from what its link is for', async () => {
    const one = await openWorld({ env: { SECRET: 'one secret of sixteen' } });
    const two = await openWorld({ env: { SECRET: 'two secrets of sixteen' } });
    const [first, second] = [await ids(one), await ids(two)];
    for (const of of ['moderator', 'screen', 'organizer', 'lectern'] as const)
      expect(first?.[of]).not.toBe(second?.[of]);
  });
});

it('[W73] does not start with an `installation.json` that is damaged, and says what to do', {
  timeout: 60_000,
}, async () => {
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const file = join(world.dataDir, 'installation.json');
  for (const text of [
    '',
    '{',
    '[]',
    '{"form":2}',
    '{"form":1,"number":-1,"revoked":{},"printed":null}',
    JSON.stringify({ ...oldForm, events: [{ slug: 'small', invites: [forAll] }] }),
    '\0'.repeat(50),
  ]) {
    writeFileSync(file, text);
    await expect(world.open()).rejects.toThrow(
      /^\/.*installation\.json is damaged\. It says which links were revoked: put the last backup back/,
    );
  }
});

describe('[P13] what an event withdrew outlives it under its slug', { timeout: 60_000 }, () => {
  const gone = { invites: [forAll], participants: [randomUUID()] };
  const participant = gone.participants[0] ?? '';

  it('and nowhere else; asked for all events it is not withdrawn', () => {
    const world = new Folder();
    world.known().keep('day', gone);
    world.known().keep('day', { invites: ['another-invite'], participants: [] });
    world.known().keep('other', { invites: [], participants: [] });
    const known = world.known();
    for (const who of [{ invite: forAll }, { invite: 'another-invite' }, { participant }])
      expect([known.withdrew(who, 'day'), known.withdrew(who, 'other'), known.withdrew(who)]).toEqual([
        true,
        false,
        false,
      ]);
    expect(world.text()).toMatchObject({ number: 0, revoked: { invites: [] }, events: [{ slug: 'day' }] });
    known.keep('day', gone);
    expect(known.look()).toEqual([]);
    known.merge(JSON.stringify({ ...oldForm, events: [{ slug: 'other', ...gone }] }));
    expect(world.known().withdrew({ invite: forAll }, 'other')).toBe(true);
  });

  it('a list of before there were slugs counts in every event, and its file is left as it is', () => {
    const world = new Folder();
    const text = `${JSON.stringify({ ...oldForm, revoked: gone }, null, 2)}\n`;
    writeFileSync(world.file, text);
    const known = world.known();
    for (const slug of [undefined, 'day', 'other'])
      expect([known.withdrew({ invite: forAll }, slug), known.withdrew({ participant }, slug)]).toEqual([
        true,
        true,
      ]);
    expect(known.look()).toEqual([]);
    expect(readFileSync(world.file, 'utf8')).toBe(text);
  });

  it('so a link for all events that one revoked opens the others and is printed on', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    const organizer = await world.joinAs('organizer');
    const { id } = await world.app.makingLink();
    const { events } = world.app;
    await organizer.must({ type: 'invite.revoke', invite: forAll });
    const known = Installation.ofFolder(world.dataDir);
    await execute(events, known, { order: 'delete', event: world.slug });
    await world.shut();
    await world.make();
    await world.open();
    const invite = await inviteForAll(world);
    const { status, token = '' } = await redeemed(world, 'other', invite);
    expect([status, await looks(world, 'other', token)]).toEqual([201, 200]);
    expect(await makes(world, (await redeemed(world, '*', invite)).token ?? '', 'later')).toBe(201);
    expect((await redeemed(world, world.slug, invite)).body).toMatchObject({ code: 'invite-withdrawn' });
    const forged = { role: 'organizer', event: world.slug, invite: forAll } as const;
    expect(await looks(world, world.slug, await world.sign(forged))).toBe(401);
    expect((await world.app.makingLink()).id).toBe(id);
  });
});

describe('[P5] [W3] an invite for all events is used as often as it may be, in all of them together', {
  timeout: 60_000,
}, () => {
  const usedUp = { status: 403, body: { reason: 'not-allowed', code: 'invite-used-up', of: 'invite' } };
  const limited = (world: World, uses: number) =>
    world.invite({ role: 'organizer', event: '*', id: forAll, uses });
  const everywhere = ['*', 'small', 'other'];

  it('also over a restart; whoever has it redeems it again where they did, and is not counted', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    const invite = await limited(world, 3);
    const came: { event: string; token: string; participant: unknown }[] = [];
    for (const event of everywhere) {
      const { status, token = '', participant } = await redeemed(world, event, invite);
      expect(status).toBe(201);
      came.push({ event, token, participant });
    }
    const refused = async () => {
      for (const event of everywhere) expect(await redeemed(world, event, invite)).toMatchObject(usedUp);
      for (const { event, token, participant } of came) {
        for (let time = 0; time < 4; time += 1) {
          const again = await world.call(`/api/events/${event}/redeem`, { token, body: { invite } });
          expect([again.status, again.body]).toMatchObject([201, { participant }]);
        }
      }
      for (const event of ['small', 'other'])
        expect(world.running(event).live.state.tables.invites.get(forAll)).toMatchObject({
          uses: 1,
          limit: 3,
        });
    };
    await refused();
    await world.restart();
    await refused();
    const text = JSON.parse(readFileSync(join(world.dataDir, 'installation.json'), 'utf8'));
    expect(text.used).toEqual([{ invite: forAll, uses: 3 }]);
  });

  it('also by many at once', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    const invite = await limited(world, 5);
    const all = await Promise.all(
      Array.from({ length: 24 }, (_, each) => redeemed(world, everywhere[each % 3] ?? '', invite)),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(5);
    for (const { status, body } of all) if (status !== 201) expect({ status, body }).toMatchObject(usedUp);
  });

  it('and what is refused is not counted, nor is anybody let in who could not be', async () => {
    const world = await openWorld({ log: 'file', others: [{ slug: 'other' }] });
    const invite = await limited(world, 1);
    world.running('other').live.freeze(refuse('unavailable', 'event-stopped'));
    expect((await redeemed(world, 'other', invite)).status).toBe(503);
    const file = join(world.dataDir, 'installation.json');
    mkdirSync(`${file}.new`);
    for (const event of ['*', 'small'])
      expect(await redeemed(world, event, invite)).toMatchObject({
        status: 503,
        body: { code: 'not-stored' },
      });
    rmSync(`${file}.new`, { recursive: true });
    expect((await redeemed(world, 'small', invite)).status).toBe(201);
    expect(await redeemed(world, '*', invite)).toMatchObject(usedUp);
  });

  it('of two states of an installation the larger count holds', () => {
    const folder = new Folder();
    const known = folder.known();
    expect([known.use(forAll, 3), known.use(forAll, 3), known.use('another', 1)]).toEqual([true, true, true]);
    known.merge(JSON.stringify({ ...oldForm, used: [{ invite: forAll, uses: 1 }] }));
    expect([folder.known().use(forAll, 3), folder.known().use(forAll, 3)]).toEqual([true, false]);
    folder.known().merge(JSON.stringify({ ...oldForm, used: [{ invite: 'another', uses: 4 }] }));
    expect(folder.known().use('another', 4)).toBe(false);
  });
});

it('[W70] a demo that is made afresh brings no link of the last one back', { timeout: 60_000 }, async () => {
  const store = new MemoryLogStore();
  const clock = () => Date.parse('2026-04-26T08:00:00.000Z');
  await giveSamples(store, clock, 'key');
  const live = await LiveEvent.open('demo', store, { clock, alarm: () => undefined });
  const by = { participant: randomUUID(), role: 'organizer' } as const;
  const draft = { type: 'invite.revoke', id: randomUUID(), at: live.now(), by, rules: rulesVersion } as const;
  expect((await live.submit({ ...draft, data: { invite: 'invite-of-the-demo' } })).ok).toBe(true);
  await live.close();
  const installation = Installation.inMemory();
  await renewDemo(store, () => clock() + 30 * 86_400_000, 'key', installation);
  const withdrew = (slug: string) => installation.withdrew({ invite: 'invite-of-the-demo' }, slug);
  expect([withdrew('demo'), withdrew('other')]).toEqual([true, false]);
  await store.close();
});
