import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { Dice } from '../world/dice.ts';
import { comes, drew, goes, type Here, isAt, nobody, oracleOf, standing } from '../world/here.ts';
import type { Member } from '../world/member.ts';
import { differing } from '../world/oracle.ts';
import { until } from '../world/waiting.ts';
import { openWorld, type World } from '../world/world.ts';

const seeds = [1, 777];

afterEach(() => void vi.useRealTimers());

it.each(seeds)(
  '[W17] leaves everybody with what the log and those who are here make of it after a storm of commands, drops and returns, seed %i',
  {
    timeout: 90_000,
  },
  async (seed) => {
    // Nobody is counted and nobody's absence is noticed by a timer: what is around the event is what the test says.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let now = Date.now();
    const dice = new Dice(seed);
    const world = await openWorld({ clock: () => now });
    const here = nobody(now);
    const crowd = await gather(world);
    for (const member of crowd) comes(here, member);
    const ids: string[] = [];
    for (let round = 0; round < 24; round += 1) {
      await Promise.all(crowd.map((member) => act(here, member, dice, ids)));
    }
    for (const member of crowd)
      if (!member.socket.connected) {
        await member.back();
        comes(here, member);
      }
    // What everybody of a role is given over HTTP may be a second old.
    now += 2_000;
    const oracle = await oracleOf(world, here);
    for (const member of crowd) await settled(world, member, oracle.view(...standing(member)));
    expect(crowd.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(0);
    expect(ids.length).toBeGreaterThan(50);
  },
);

/** Thirty people: three at desks, two speakers, two screens, the rest attendees. */
async function gather(world: World): Promise<Member[]> {
  const roles = [
    'moderator',
    'moderator',
    'organizer',
    'speaker',
    'speaker',
    'projector',
    'projector',
  ] as const;
  const crowd: Member[] = [];
  for (const [place, role] of roles.entries()) {
    crowd.push(
      await world.joinAs(role, {
        name: `Somebody ${place}`,
        ...(place === 6 && { scope: { room: 'side' } }),
      }),
    );
  }
  for (let place = 0; place < 23; place += 1) {
    const attendance = place % 2 === 0 ? 'inRoom' : 'remote';
    crowd.push(
      await world.joinAs('attendee', { attendance, ...(place % 3 > 0 && { name: `Guest ${place}` }) }),
    );
  }
  return crowd;
}

/** One thing that somebody may do, sensible or not. */
async function act(here: Here, member: Member, dice: Dice, ids: string[]): Promise<void> {
  if (dice.chance(0.08)) {
    if (!member.socket.connected) return;
    member.drop();
    goes(here, member);
    return;
  }
  if (!member.socket.connected) {
    if (dice.chance(0.5)) {
      await member.back();
      comes(here, member);
    }
    return;
  }
  const { role } = member.seat;
  if (role === 'projector') {
    const size = { fits: dice.chance(0.9), width: 1920, height: 1080 };
    const drawn = { display: dice.pick(['left', 'right']), seq: member.seq, kind: 'auto', ...size };
    drew(here, member, drawn);
    await member.say('drawn', drawn);
    return;
  }
  const staff = role === 'moderator' || role === 'organizer';
  if (staff && dice.chance(0.1)) {
    const at = { room: 'main', question: dice.pick(ids) ?? null, editing: dice.chance(0.5) };
    isAt(here, member, at);
    await member.say('at', at);
    return;
  }
  const command = staff ? staffCommand(dice, ids) : guestCommand(dice, ids);
  const outcome = await member.send(command);
  if (outcome.ok && outcome.question !== undefined) ids.push(outcome.question);
}

function guestCommand(dice: Dice, ids: readonly string[]) {
  const question = dice.pick(ids) ?? crypto.randomUUID();
  return dice.pick([
    {
      type: 'question.ask',
      session: dice.pick(['talk-1', 'talk-2']),
      text: `Why ${dice.below(1_000)}?`,
      anonymous: dice.chance(0.5),
    },
    { type: 'question.ask', session: 'talk-1', text: `How ${dice.below(1_000)}?` },
    { type: 'question.upvote', question, on: dice.chance(0.8) },
    ...Array.from({ length: 3 }, () => ({ type: 'question.upvote', question, on: true })),
    { type: 'question.withdraw', question },
    { type: 'question.edit', question, text: `Why not ${dice.below(1_000)}?` },
    { type: 'report', question, why: 'a test' },
  ]);
}

function staffCommand(dice: Dice, ids: readonly string[]) {
  const question = dice.pick(ids) ?? crypto.randomUUID();
  return dice.pick([
    ...Array.from({ length: 6 }, () => ({ type: 'question.approve', question })),
    { type: 'question.dismiss', question, why: 'no-time' },
    { type: 'question.keep', question, for: 'panel' },
    { type: 'question.restore', question },
    { type: 'question.archive', question },
    {
      type: 'question.answer',
      question,
      on: dice.chance(0.7),
      reply: 'It depends.',
      publish: dice.chance(0.5),
    },
    ...Array.from({ length: 4 }, () => ({
      type: 'question.merge',
      question,
      into: dice.pick(ids) ?? question,
    })),
    ...Array.from({ length: 4 }, () => ({ type: 'question.unmerge', question })),
    { type: 'question.label', question, labels: dice.chance(0.5) ? ['method'] : [] },
    { type: 'question.shortlist', question, position: dice.pick([1, 2, 5, null]) },
    { type: 'question.move', question, session: dice.pick(['talk-1', 'talk-2', 'side-talk']) },
    { type: 'question.edit', question, screen: `In short ${dice.below(1_000)}?` },
    { type: 'stage.show', room: dice.pick(['main', 'side']), show: { kind: 'question', question } },
    { type: 'stage.show', room: 'main', show: { kind: 'auto' } },
    { type: 'stage.black', room: '*', on: dice.chance(0.3) },
    { type: 'session.start', session: dice.pick(['talk-1', 'talk-2', 'side-talk']) },
    { type: 'session.reset', session: dice.pick(['talk-1', 'talk-2', 'side-talk']) },
    { type: 'session.move', session: 'talk-2', minutes: dice.below(20) - 10, tell: dice.chance(0.5) },
    { type: 'session.phase', session: 'talk-1', phase: dice.pick(['auto', 'collect', 'decide']) },
    { type: 'programme.tell' },
    { type: 'policy.set', names: dice.chance(0.7), ranking: dice.pick(['fair', 'popular']) },
    { type: 'announce', text: 'Coffee is ready', to: dice.pick(['all', 'staff', 'remote', 'speakers']) },
    { type: 'participant.ban', question, on: dice.chance(0.3) },
    ...Array.from({ length: 4 }, () => ({ type: 'undo', seq: 1 + dice.below(400) })),
  ]);
}

/** Waits until a page says what it has to, then asks for the same in every other way: anew, over HTTP, in parts, after an absence. */
async function settled(world: World, member: Member, right: object): Promise<void> {
  let difference = '';
  await until(
    () => {
      difference = differing(member.view, right);
      return difference === '';
    },
    () => `${member.seat.role} to be up to date: ${difference}`,
  );
  const { token } = member.seat;
  const whole = await world.at('/view', { token });
  expect(whole.body).toMatchObject({ seq: world.seq });
  const common = await world.at('/view?part=common', { token });
  const own = await world.at('/view?part=own', { token });
  await member.say('resume', { since: 0, epoch: member.epoch });
  const ways = [viewIn(whole.body), together(common.body, own.body), member.view];
  expect(
    ways.map((view) => differing(view, right)),
    member.seat.role,
  ).toEqual(['', '', '']);
}

const bodySchema = z.object({ view: z.record(z.string(), z.unknown()) });
const ownSchema = z.object({
  me: z.record(z.string(), z.unknown()),
  questions: z.record(z.string(), z.unknown()),
});

function viewIn(body: unknown) {
  return bodySchema.parse(body).view;
}

/** A common and an own part as one view; screens have nothing of their own. */
function together(common: unknown, own: unknown): object {
  const view = viewIn(common);
  const { me, questions } = ownSchema.parse(own);
  if (Object.keys(me).length === 0) return view;
  return { ...view, me, questions: { ...Object(view['questions']), ...questions } };
}
