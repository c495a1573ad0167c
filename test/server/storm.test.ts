import { expect, it } from 'vitest';
import { Dice } from '../world/dice.ts';
import type { Member } from '../world/member.ts';
import { until } from '../world/waiting.ts';
import { openWorld, type World } from '../world/world.ts';

const seeds = [1, 777];

it.each(seeds)(
  '[W17] leaves everybody with what a fresh view says after a storm of commands, drops and returns, seed %i',
  {
    timeout: 40_000,
  },
  async (seed) => {
    const dice = new Dice(seed);
    const world = await openWorld();
    const crowd = await gather(world);
    const ids: string[] = [];
    for (let round = 0; round < 24; round += 1) {
      await Promise.all(crowd.map((member) => act(member, dice, ids)));
    }
    for (const member of crowd) if (!member.socket.connected) await member.back();
    for (const member of crowd) await settled(world, member);
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
async function act(member: Member, dice: Dice, ids: string[]): Promise<void> {
  if (dice.chance(0.08)) {
    if (member.socket.connected) member.drop();
    return;
  }
  if (!member.socket.connected) {
    if (dice.chance(0.5)) await member.back();
    return;
  }
  const { role } = member.seat;
  if (role === 'projector') {
    const display = dice.pick(['left', 'right']);
    await member.say('drawn', {
      display,
      seq: member.seq,
      kind: 'auto',
      fits: dice.chance(0.9),
      width: 1920,
      height: 1080,
    });
    return;
  }
  const staff = role === 'moderator' || role === 'organizer';
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
    { type: 'question.upvote', question, on: true },
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
    { type: 'question.merge', question, into: dice.pick(ids) ?? question },
    { type: 'question.unmerge', question },
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
    { type: 'undo', seq: 1 + dice.below(200) },
  ]);
}

/** Waits until a kept-up view says what a fresh one does. */
async function settled(world: World, member: Member): Promise<void> {
  let difference = '';
  await until(
    async () => {
      const fresh = await world.connect(member.seat);
      fresh.drop();
      difference = differing(plain(member.view), plain(fresh.view), '');
      return difference === '';
    },
    () => `${member.seat.role} to be up to date: ${difference}`,
  );
}

/** A view without what says nothing: null and absent are the same. Who comes to look counts as a person, too. */
function plain(view: object): unknown {
  return JSON.parse(
    JSON.stringify(view, (key, value) =>
      value === null || key === 'people' || key === 'staff' ? undefined : value,
    ),
  );
}

/** Where two plain values first differ; empty where they do not. */
function differing(a: unknown, b: unknown, path: string): string {
  if (a === b) return '';
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${path}: kept ${JSON.stringify(a)}, fresh ${JSON.stringify(b)}`;
  }
  const left = new Map<string, unknown>(Object.entries(a));
  const right = new Map<string, unknown>(Object.entries(b));
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const found = differing(left.get(key), right.get(key), `${path}/${key}`);
    if (found !== '') return found;
  }
  return '';
}
