import { expect, it } from 'vitest';
import { joinedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import { type Answered, cookiesOf } from '../world/calling.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

const joined = ({ body }: Answered) => joinedSchema.parse(body);

/** The name and attendance that the next named question of somebody really carries, as the desk reads them. */
async function carried(moderator: Member, asker: Member, n: number) {
  const id = await asker.ask(`Question ${n}: who asks this?`, { anonymous: false });
  await moderator.until(() => moderator.question(id) !== undefined);
  const { author, attendance } = moderator.question(id) ?? {};
  return { name: author?.name ?? null, attendance };
}

const saysOf = ({ view: { me } }: Member) => ({ name: me?.name, attendance: me?.attendance });

/** Joins again with what this member has, saying something new. */
const sayAnew = (world: World, { seat }: Member, body: object) =>
  world.at('/join', { body, token: seat.token }).then(joined);

it('[W50] tells `me` anew after a reconnect with a new badge at which nothing else is new', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee', { attendance: 'remote' });
  const anew = await sayAnew(world, attendee, { name: 'Ann', attendance: 'inRoom' });
  attendee.seat.token = anew.token;
  await attendee.back();
  await attendee.until(() => attendee.view.me?.name === 'Ann');
  expect(saysOf(attendee)).toEqual({ name: 'Ann', attendance: 'inRoom' });
  expect(await carried(moderator, attendee, 1)).toEqual({ name: 'Ann', attendance: 'inRoom' });
});

it('[W50] tells every open page of a person within 500 ms, and what each sends next carries what it says', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const one = await world.joinAs('attendee', { attendance: 'remote' });
  const other = await world.connect(one.seat);
  const steps = [
    { name: 'Ann', attendance: 'remote' },
    { attendance: 'inRoom' },
    { name: 'Anna', attendance: 'inRoom' },
    { name: '', attendance: 'remote' },
  ];
  let n = 0;
  for (const step of steps) {
    const { token, participant } = await sayAnew(world, one, step);
    const saidAt = performance.now();
    const now = { name: participant.name, attendance: participant.attendance };
    one.seat.token = token;
    for (const page of [one, other])
      await page.until(() => saysOf(page).name === now.name && saysOf(page).attendance === now.attendance);
    expect(performance.now() - saidAt).toBeLessThan(500);
    for (const page of [other, one]) expect(await carried(moderator, page, ++n)).toEqual(now);
    for (const page of [one, other]) expect(saysOf(page)).toEqual(now);
  }
});

it('[W50] counts somebody where they say they are', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee', { attendance: 'remote' });
  expect(world.running().presence.people()).toEqual({ inRoom: 0, remote: 1 });
  await sayAnew(world, attendee, { attendance: 'inRoom' });
  expect(world.running().presence.people()).toEqual({ inRoom: 1, remote: 0 });
});

it('[W50] says no name once it was taken away, also where the log knows the old one', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee', { name: 'Ann' });
  expect(await carried(moderator, attendee, 1)).toMatchObject({ name: 'Ann' });
  const { token } = await sayAnew(world, attendee, { name: '', attendance: 'inRoom' });
  const fresh = await world.connect({ ...attendee.seat, token });
  expect(saysOf(fresh)).toMatchObject({ name: null });
  expect(await carried(moderator, fresh, 2)).toMatchObject({ name: null });
});

it('[W50] hears the newest badge of a browser, also from a page that still holds an older one', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const first = await world.at('/join', { body: { attendance: 'remote' } });
  const again = await world.at('/join', {
    body: { name: 'Ann', attendance: 'inRoom' },
    cookie: cookiesOf(first),
  });
  const headers = { cookie: cookiesOf(again), origin: world.origin };
  const page = await world.connect(
    { role: 'attendee', token: joined(first).token },
    {},
    { extraHeaders: headers },
  );
  expect(saysOf(page)).toEqual({ name: 'Ann', attendance: 'inRoom' });
  expect(await carried(moderator, page, 1)).toEqual({ name: 'Ann', attendance: 'inRoom' });
});

it('[W50] keeps the name of a question when its asker does something in another role', async () => {
  const world = await openWorld();
  const invite = await world.invite({ role: 'moderator', name: 'Ann of the organisers' });
  const desk = await world.at('/redeem', { body: { invite } });
  const asked = await world.at('/join', {
    body: { name: 'Ann', attendance: 'remote' },
    cookie: cookiesOf(desk),
  });
  const attendee = await world.connect({ role: 'attendee', token: joined(asked).token });
  const { token } = redeemedSchema.parse(desk.body);
  const moderator = await world.connect({ role: 'moderator', token });
  const id = await attendee.ask('Under which name?', { anonymous: false });
  await moderator.until(() => moderator.question(id)?.author?.name === 'Ann');
  await moderator.must({ type: 'question.approve', question: id });
  await attendee.until(() => attendee.question(id)?.status === 'live');
  expect(attendee.question(id)?.author).toEqual({ name: 'Ann' });
  expect(moderator.question(id)).toMatchObject({ author: { name: 'Ann' }, attendance: 'remote' });
});

it('[W50] says on the audience’s page the name that a link for another page gave to the same browser', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const asked = await world.at('/join', { body: { attendance: 'remote' } });
  const page = await world.connect({ role: 'attendee', token: joined(asked).token });
  const invite = await world.invite({ role: 'speaker', name: 'Dr Layla', scope: { session: 'talk-1' } });
  const answer = await world.at('/redeem', { body: { invite }, cookie: cookiesOf(asked) });
  await page.until(() => page.view.me?.name === 'Dr Layla');
  expect(await carried(moderator, page, 1)).toMatchObject({ name: 'Dr Layla' });
  const headers = { cookie: cookiesOf(answer), origin: world.origin };
  const later = await world.connect(
    { role: 'attendee', token: joined(asked).token },
    {},
    { extraHeaders: headers },
  );
  expect(saysOf(later)).toMatchObject({ name: 'Dr Layla' });
});

it('[W50] whoever redeems a link hears what the event calls them, also where a link’s name does not count', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const asked = await world.at('/join', { body: { name: 'Ann', attendance: 'inRoom' } });
  const page = await world.connect({ role: 'attendee', token: joined(asked).token });
  await page.ask('Who asks this?', { anonymous: false });
  await organizer.must({
    type: 'participant.ban',
    participant: joined(asked).participant.id,
    on: true,
    hide: false,
  });
  const invite = await world.invite({ role: 'speaker', name: 'Dr Layla', scope: { session: 'talk-1' } });
  const answer = await world.at('/redeem', { body: { invite }, cookie: cookiesOf(asked) });
  expect([answer.status, answer.body]).toMatchObject([201, { participant: { name: 'Ann' } }]);
});

it('[W50] a screen that the same browser opens is called something, and its person is not', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const asked = await world.at('/join', { body: { name: 'Ann', attendance: 'remote' } });
  const page = await world.connect({ role: 'attendee', token: joined(asked).token });
  const ann = { name: 'Ann', attendance: 'remote' };
  expect(await carried(moderator, page, 1)).toEqual(ann);
  for (const role of ['projector', 'speaker'] as const) {
    const invite = await world.invite({ role, name: 'Left wall', scope: { room: 'main' } });
    expect((await world.at('/redeem', { body: { invite }, cookie: cookiesOf(asked) })).status).toBe(201);
    expect(await carried(moderator, page, 2)).toEqual(ann);
    expect(saysOf(page)).toEqual(ann);
    const screen = await world.at('/redeem', { body: { invite } });
    const later = await world.at('/join', { body: { attendance: 'remote' }, cookie: cookiesOf(screen) });
    expect(joined(later).participant).toMatchObject({ name: null, attendance: 'remote' });
  }
  const organizer = await world.joinAs('organizer');
  expect(Object.values(organizer.view.invites ?? {}).map(({ name }) => name)).toContain('Left wall');
});

it('[P12] changes a known person by `participant.describe` alone: no other tab’s badge brings an old name back', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const one = await world.joinAs('attendee', { name: 'Ann', attendance: 'remote' });
  const other = await world.connect(one.seat);
  expect(await carried(moderator, one, 1)).toEqual({ name: 'Ann', attendance: 'remote' });
  await one.must({ type: 'participant.describe', name: 'Anna', attendance: 'inRoom' });
  for (const page of [one, other]) await page.until(() => saysOf(page).name === 'Anna');
  const question = await moderator.ask('Whose vote?');
  await moderator.must({ type: 'question.approve', question });
  await other.must({ type: 'question.upvote', question, on: true });
  expect(await carried(moderator, other, 2)).toEqual({ name: 'Anna', attendance: 'inRoom' });
  for (const page of [one, other]) expect(saysOf(page)).toEqual({ name: 'Anna', attendance: 'inRoom' });
  await one.must({ type: 'participant.describe', name: '' });
  await other.until(() => saysOf(other).name === null);
  expect(await carried(moderator, other, 3)).toEqual({ name: null, attendance: 'inRoom' });
});

it('[P12] is heard by every page of that person: desk, speaker’s page and the list of who is here', async () => {
  const world = await openWorld();
  const invite = await world.invite({ role: 'moderator', name: 'Mo' });
  const desk = await world.at('/redeem', { body: { invite } });
  const cookie = cookiesOf(desk);
  const moderator = await world.connect({ role: 'moderator', token: redeemedSchema.parse(desk.body).token });
  const colleague = await world.joinAs('moderator');
  const phone = joined(await world.at('/join', { body: { attendance: 'inRoom' }, cookie }));
  const page = await world.connect({ role: 'attendee', token: phone.token });
  expect(saysOf(page).name).toBe('Mo');
  await page.must({ type: 'participant.describe', name: 'Moritz' });
  await moderator.until(() => saysOf(moderator).name === 'Moritz');
  const id = moderator.view.me?.participant ?? '';
  await colleague.until(() => colleague.view.staff?.[id]?.name === 'Moritz');
  await colleague.until(() => colleague.view.crew?.[id]?.name === 'Moritz');
});

it('[P12] may be said six times a minute, by those who ask, of oneself', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  for (let count = 0; count < 6; count += 1)
    await attendee.must({ type: 'participant.describe', name: `Ann ${count}` });
  expect(await attendee.send({ type: 'participant.describe', name: 'Once more' })).toMatchObject({
    reason: 'too-fast',
  });
  for (const wrong of [{}, { name: 'Ann', participant: crypto.randomUUID() }, { name: 'x'.repeat(81) }])
    expect(await attendee.send({ type: 'participant.describe', ...wrong })).toMatchObject({
      reason: 'malformed',
    });
});
