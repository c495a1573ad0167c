import { expect, it } from 'vitest';
import { joinedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import { type Answered, cookiesOf } from '../world/calling.ts';
import { openWorld } from '../world/world.ts';

const joined = ({ body }: Answered) => joinedSchema.parse(body);
const redeemed = ({ body }: Answered) => redeemedSchema.parse(body);

it('[W1] lists the events that are meant to be listed, without a badge', async () => {
  const world = await openWorld({
    others: [
      { slug: 'secret', code: 'XYQ3', listed: false },
      { slug: 'other', code: 'XYQ4', title: 'Another' },
    ],
  });
  const { status, body } = await world.call('/api/events');
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const times = { timezone: 'UTC', startsAt: instant, endsAt: instant };
  expect(status).toBe(200);
  expect(body).toHaveLength(2);
  expect(body).toEqual(
    expect.arrayContaining([
      { slug: 'small', title: 'A small event', code: 'KLM4', ...times },
      { slug: 'other', title: 'Another', code: 'XYQ4', ...times },
    ]),
  );
});

it('[W2] gives whoever joins a badge and its cookie, and writes nothing', async () => {
  const world = await openWorld();
  const before = world.seq;
  const answer = await world.at('/join', { body: { name: '  Ann  ', attendance: 'remote' } });
  expect(answer.status).toBe(201);
  const { token, role, participant } = joined(answer);
  expect({ role, participant }).toEqual({
    role: 'attendee',
    participant: { id: expect.any(String), name: 'Ann', attendance: 'remote' },
  });
  const [cookie, ...more] = answer.headers['set-cookie'] ?? [];
  expect(more).toEqual([]);
  const [pair, ...attributes] = cookie?.split('; ') ?? [];
  expect(pair).toBe(`badge.small.attendee=${token}`);
  const names = attributes.map((attribute) => attribute.replace(/^Expires=.*/, 'Expires')).sort();
  expect(names).toEqual(['Expires', 'HttpOnly', 'Path=/', 'SameSite=Lax']);
  expect(world.seq).toBe(before);
  const ends = world.app.events.list()[0]?.event.endsAt ?? 0;
  const { expiresAt = 0 } = (await world.app.badges.read(token)) ?? {};
  expect(Math.abs(expiresAt - ends - 30 * 86_400_000)).toBeLessThan(2_000);
});

it('[W2] marks cookies `Secure` where the request came by https, as a trusted proxy says', async () => {
  const proxied = await openWorld({ env: { TRUST_PROXY: 'loopback' } });
  const direct = await openWorld();
  const asked = {
    body: { attendance: 'inRoom' },
    headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'backrow.example' },
  };
  expect((await proxied.at('/join', asked)).headers['set-cookie']?.[0]).toContain('; Secure');
  expect((await direct.at('/join', asked)).headers['set-cookie']?.[0]).not.toContain('Secure');
});

it('[W2] joins again as the same participant, with a new name and attendance', async () => {
  const world = await openWorld();
  const first = await world.at('/join', { body: { name: 'Ann', attendance: 'remote' } });
  const { id } = joined(first).participant;
  const again = await world.at('/join', {
    body: { name: 'Anna', attendance: 'inRoom' },
    cookie: cookiesOf(first),
  });
  expect(joined(again).participant).toEqual({ id, name: 'Anna', attendance: 'inRoom' });
  const byToken = await world.at('/join', { body: { attendance: 'remote' }, token: joined(again).token });
  expect(joined(byToken).participant).toEqual({ id, name: 'Anna', attendance: 'remote' });
  const nameless = await world.at('/join', {
    body: { name: '', attendance: 'remote' },
    token: joined(again).token,
  });
  expect(joined(nameless).participant.name).toBeNull();
  const stranger = await world.at('/join', { body: { attendance: 'remote', name: null } });
  expect(joined(stranger).participant).toEqual({
    id: expect.not.stringContaining(id),
    name: null,
    attendance: 'remote',
  });
});

it('[W2] brings a new name and attendance in with the next command', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee', { name: 'Ann', attendance: 'remote' });
  await attendee.ask('Who asks this?', { anonymous: false });
  const again = await world.at('/join', {
    body: { name: 'Anna', attendance: 'inRoom' },
    token: attendee.seat.token,
  });
  const now = await world.connect({ role: 'attendee', token: joined(again).token });
  expect(now.view.me).toMatchObject({
    name: 'Anna',
    attendance: 'inRoom',
    participant: attendee.seat.participant,
  });
  const id = await now.ask('And who this?', { anonymous: false });
  await moderator.until(() => moderator.question(id)?.author?.name === 'Anna');
  expect(moderator.question(id)?.attendance).toBe('inRoom');
});

it('[W2] keeps a passcode in front of an event, except for those who are in', async () => {
  const world = await openWorld({ passcode: 'open sesame' });
  const attendance = 'inRoom';
  for (const body of [{ attendance }, { attendance, passcode: 'wrong' }]) {
    const answer = await world.at('/join', { body });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      ok: false,
      reason: 'not-allowed',
      of: 'passcode',
      message: expect.any(String),
    });
  }
  const { token } = joined(await world.at('/join', { body: { attendance, passcode: 'open sesame' } }));
  expect((await world.at('/join', { body: { attendance }, token })).status).toBe(201);
  expect((await world.at('/calendar.ics')).status).toBe(403);
  expect((await world.at('/calendar.ics?key=open%20sesame')).status).toBe(200);
  const view = await world.at('/view', { token });
  expect(view.text).not.toMatch(/passcode|scrypt/);
});

it('[W45] takes a passcode as people type it', async () => {
  const world = await openWorld({ passcode: 'Open sesame' });
  const attendance = 'inRoom';
  const enter = async (passcode: string) =>
    (await world.at('/join', { body: { attendance, passcode } })).status;
  for (const typed of [
    'Ｏｐｅｎ　ｓｅｓａｍｅ',
    ' Open  sesame\n',
    '\u200BOpen sesame\uFEFF',
    'Open\u00A0sesame',
  ])
    expect(await enter(typed)).toBe(201);
  for (const typed of ['open sesame', 'Opensesame', '"Open sesame!"']) expect(await enter(typed)).toBe(403);
});

it('[W45] takes a passcode as a phone corrects it', async () => {
  const world = await openWorld({ passcode: `Don't say "me--too" -- please` });
  const enter = async (passcode: string) =>
    (await world.at('/join', { body: { attendance: 'inRoom', passcode } })).status;
  for (const typed of ['Don’t say “me—too” — please', 'Don´t say „me-too“ – please'])
    expect(await enter(typed)).toBe(201);
  expect(await enter('Dont say me too please')).toBe(403);
});

it('[W3] redeems an invite for a badge, and logs the use', async () => {
  const world = await openWorld();
  const before = world.seq;
  const invite = await world.invite({ role: 'projector', scope: { room: 'side' } });
  const answer = await world.at('/redeem', { body: { invite } });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    role: 'projector',
    scope: { room: 'side' },
    participant: { id: expect.any(String) },
  });
  expect(answer.headers['set-cookie']?.[0]).toMatch(/^badge\.small\.projector=/);
  expect(world.seq).toBe(before + 1);
  const organizer = await world.joinAs('organizer');
  expect(organizer.view.invites?.['invite-projector']).toMatchObject({
    role: 'projector',
    uses: 1,
    limit: null,
    revokedAt: null,
  });
});

it('[W3] makes all badges of one browser one participant, and replaces none', async () => {
  const world = await openWorld();
  const first = await world.at('/join', { body: { name: 'Ann', attendance: 'remote' } });
  let cookie = cookiesOf(first);
  for (const role of ['speaker', 'moderator', 'organizer'] as const) {
    const invite = await world.invite({ role, ...(role === 'speaker' && { scope: { session: 'talk-1' } }) });
    const answer = await world.at('/redeem', { body: { invite }, cookie });
    expect(redeemed(answer).participant).toEqual(joined(first).participant);
    cookie += `; ${cookiesOf(answer)}`;
  }
  for (const role of ['attendee', 'speaker', 'moderator', 'organizer']) {
    const { body } = await world.at(`/view?as=${role}`, { cookie });
    expect(body).toMatchObject({ view: { me: { role, participant: joined(first).participant.id } } });
  }
  expect((await world.at('/view', { cookie })).body).toMatchObject({ view: { me: { role: 'organizer' } } });
  // [W55] An organizer's badge opens a stage, too: without one there is none.
  expect((await world.at('/view?as=projector', { cookie })).status).toBe(200);
  const others = cookie.replace(/badge\.\w+\.organizer=[^;]*/, '');
  expect((await world.at('/view?as=projector', { cookie: others })).status).toBe(401);
  const question = await (await world.joinAs('attendee')).ask('One browser, one vote?');
  const upvote = (as: string, body: object) =>
    world.at(`/commands?as=${as}`, { cookie, body: { id: crypto.randomUUID(), ...body } });
  await upvote('moderator', { type: 'question.approve', question });
  for (const as of ['attendee', 'moderator', 'speaker', 'organizer']) {
    expect((await upvote(as, { type: 'question.upvote', question, on: true })).status).toBe(200);
  }
  expect((await world.at('/view', { cookie })).body).toMatchObject({
    view: { questions: { [question]: { upvotes: 1 } } },
  });
});

it('[W3] refuses invites that are used up, over, of another event or none', async () => {
  let now = Date.now();
  const world = await openWorld({ clock: () => now, others: [{ slug: 'other', code: 'XYQ3' }] });
  const redeem = async (invite: string) => {
    const { status, body } = await world.at('/redeem', { body: { invite } });
    return status === 201 ? 201 : body;
  };
  const refusal = { ok: false, reason: 'not-allowed', of: 'invite', message: expect.any(String) };
  const twice = await world.invite({ role: 'moderator', id: 'twice-only', uses: 2 });
  expect([await redeem(twice), await redeem(twice)]).toEqual([201, 201]);
  expect(await redeem(twice)).toMatchObject(refusal);
  expect(await redeem(await world.invite({ role: 'moderator', event: 'other' }))).toMatchObject(refusal);
  expect(await redeem('nonsense')).toMatchObject(refusal);
  expect(await redeem(await world.sign({ role: 'organizer' }))).toMatchObject(refusal);
  const installation = await world.invite({ role: 'organizer', event: '*' });
  expect(await redeem(installation)).toBe(201);
  expect((await world.call('/api/events/other/redeem', { body: { invite: installation } })).status).toBe(201);
  now += 3_600_001;
  expect(await redeem(installation)).toMatchObject(refusal);
});

it('[W4] kills every badge of an invite or a participant at once, open sockets too', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const moderator = await world.joinAs('moderator');
  const colleague = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const witness = await world.joinAs('attendee');
  const began = performance.now();
  await organizer.must({ type: 'invite.revoke', invite: 'invite-of-moderator' });
  await organizer.must({ type: 'participant.revoke', participant: attendee.seat.participant });
  const dead = [moderator, colleague, attendee];
  await organizer.until(() => dead.every(({ socket }) => !socket.connected));
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(witness.socket.connected).toBe(true);
  for (const member of dead) {
    await member.back();
    expect(member.refusal).toMatchObject({ ok: false, reason: 'no-badge', of: 'revoked' });
    expect((await world.at('/view', { token: member.seat.token })).status).toBe(401);
  }
  const invite = await world.invite({ role: 'moderator', id: 'invite-of-moderator' });
  expect((await world.at('/redeem', { body: { invite } })).status).toBe(403);
  const anew = await world.at('/join', { body: { attendance: 'remote' }, token: attendee.seat.token });
  expect(joined(anew).participant.id).not.toBe(attendee.seat.participant);
});
