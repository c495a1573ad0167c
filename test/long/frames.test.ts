// A million frames that no client sends, made of what clients do send, thrown at the built server.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { LogReader } from '../../server/log/reader.ts';
import { percentiles } from '../load/percentiles.ts';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import type { Member } from '../world/member.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';
import { Relay } from './frames/relay.ts';
import { LongPart } from './part.ts';

/** Frames of the whole part, one in so many at the end of its connection, requests a second; and what is still well. */
const wanted = { frames: 1_000_000, oneEnds: 400, requests: 40, mb: 100, slower: 2 };

/** Who throws: so many of a role, each with so many parts of all frames, below the limits of one person. */
const throwers = { moderator: { count: 13, share: 6 }, attendee: { count: 22, share: 1 } };

/** Below so many milliseconds a delay is nobody's trouble, and twice next to nothing no finding. */
const unnoticed = 25;

const countSchema = z.object({
  frames: z.number(),
  ended: z.number(),
  lost: z.number(),
  requests: z.number(),
  unanswered: z.array(z.string()),
});

it('[W27] goes on whatever is thrown at it, and answers others as before', async () => {
  const part = new LongPart('frames');
  const world = await openWorld({ log: 'file', policy: { moderation: 'after', ranking: 'popular' } });
  await world.shut();
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
  const origin = await server.origin();
  const { recorded, good, question } = await recordedDay(world, origin);
  const target = part.times(wanted.frames);
  const calm = await latencies(good, question, 100);
  const before = throwerOf();
  const length = part.left() - 20_000 * part.scale;
  const usual = { origin, event: world.slug, recorded, seed: part.seed, oneEnds: wanted.oneEnds };
  const crowd = await crowdOf(world, (target / (length * 0.8)) * 1_000);
  before.send({ ...usual, throwers: crowd, requests: 0, whole: true });
  const busy = await latencies(good, question, length * 0.1);
  before.kill();
  const thrower = throwerOf();
  thrower.send({ ...usual, throwers: crowd, requests: wanted.requests, whole: false });
  const under: number[] = [];
  let count = await counted(thrower);
  let warm = 0;
  while (count.frames < target && part.patience() > 8_000 * part.scale) {
    under.push(...(await latencies(good, question, Math.min(5_000, length / 20))));
    count = await counted(thrower);
    if (warm === 0 && count.frames > target * 0.15) warm = residentMb(server);
  }
  const stopped = once(thrower, 'exit');
  thrower.kill();
  await stopped;
  const grown = residentMb(server) - warm;
  const alive = server.child.exitCode === null && server.errors === '';
  good.drop();
  // What was under way is answered: a server that is stopped meanwhile may say that it could not.
  await call(origin, '/readyz');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  server.child.kill('SIGTERM');
  const ended = await server.exit();
  const [calmly, busily, thrown] = [calm, busy, under].map((each) => percentiles(each).p99);
  const allowed = Math.max(unnoticed, (busily ?? 0) * wanted.slower);
  const damage = damageOf(world);
  const held =
    alive &&
    ended === 0 &&
    damage === null &&
    count.unanswered.length === 0 &&
    count.frames >= target &&
    grown <= wanted.mb &&
    (thrown ?? 0) <= allowed;
  part.reached(
    {
      'malformed frames': count.frames,
      'connections that they ended': count.ended,
      'malformed requests': count.requests,
      'of them without an answer': count.unanswered.length,
      crashes: alive && ended === 0 ? 0 : 1,
      'MB grown': Math.round(grown),
      'ms p99 of others meanwhile': thrown ?? 0,
      'ms p99 under as many good frames': busily ?? 0,
      'ms p99 alone': calmly ?? 0,
    },
    held,
  );
  expect({ errors: server.errors, ended, damage, unanswered: count.unanswered }).toEqual({
    errors: '',
    ended: 0,
    damage: null,
    unanswered: [],
  });
  expect(count.frames).toBeGreaterThanOrEqual(target);
  expect(grown).toBeLessThanOrEqual(wanted.mb);
  expect(thrown).toBeLessThanOrEqual(allowed);
});

/** Everybody who throws, so that all together throw so many frames a second. */
async function crowdOf(world: World, rate: number): Promise<{ token: string; rate: number }[]> {
  const shares = Object.values(throwers).reduce((sum, { count, share }) => sum + count * share, 0);
  const kinds = (['moderator', 'attendee'] as const).flatMap((role) =>
    Array.from({ length: throwers[role].count }, () => role),
  );
  return Promise.all(
    kinds.map(async (role) => ({
      token: await world.sign({ role }),
      rate: (rate * throwers[role].share) / shares,
    })),
  );
}

/** What people in every role say in a short day, as it went over the wire; and somebody who goes on. */
async function recordedDay(
  world: World,
  origin: string,
): Promise<{ recorded: string[]; good: Member; question: string }> {
  const relay = await Relay.before(origin);
  const arrive = async (role: 'attendee' | 'moderator' | 'projector') =>
    world.connect({
      origin: relay.origin,
      role,
      token: await world.sign({ role, scope: role === 'projector' ? { room: 'main' } : {} }),
    });
  const [ann, mod, screen] = [await arrive('attendee'), await arrive('moderator'), await arrive('projector')];
  const question = await ann.ask('What would change your mind?', { anonymous: false });
  const other = await ann.ask('And if not?', { ifClosed: 'keep' });
  await ann.send({ type: 'question.edit', question: other, text: 'And if it does not?' });
  await mod.must({ type: 'question.upvote', question, on: true });
  await mod.must({ type: 'question.label', question: other, labels: ['theory', 'method'] });
  await mod.must({ type: 'question.shortlist', question: other, position: 1 });
  await mod.must({ type: 'question.keep', question: other, for: 'written' });
  await mod.must({ type: 'stage.show', room: 'main', show: { kind: 'message', text: 'Welcome' } });
  await mod.must({ type: 'stage.show', room: 'main', show: { kind: 'auto' } });
  await mod.must({ type: 'session.note', session: 'talk-1', text: 'Louder, please' });
  await mod.must({ type: 'policy.set', names: true });
  await mod.must({ type: 'announce', text: 'Lunch is served', to: 'all' });
  await ann.send({ type: 'report', question, why: 'A test' });
  await ann.say('resume', { since: 1, epoch: ann.epoch });
  await ann.say('clock', { clientTime: 1 });
  await mod.say('at', { room: 'main', question, editing: true });
  await mod.say('identify', { display: 'main/wall' });
  const drawn = {
    display: 'wall',
    seq: 1,
    kind: 'auto',
    question: null,
    fits: true,
    width: 1920,
    height: 1080,
  };
  await screen.say('drawn', drawn);
  for (const each of [ann, mod, screen]) each.drop();
  const good = await world.connect({
    origin,
    role: 'moderator',
    token: await world.sign({ role: 'moderator' }),
  });
  return { recorded: relay.said, good, question };
}

/** How long a good client waits for its votes, one after the other, for so many milliseconds; at least five of them. */
async function latencies(good: Member, question: string, ms: number): Promise<number[]> {
  const waited: number[] = [];
  for (const end = performance.now() + ms; performance.now() < end || waited.length < 5; ) {
    const began = performance.now();
    await good.must({ type: 'question.upvote', question, on: waited.length % 2 === 0 });
    waited.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  good.heard.length = 0;
  good.bytes = '';
  return waited;
}

function throwerOf(): ChildProcess {
  const path = fileURLToPath(new URL('frames/thrower.ts', import.meta.url));
  const source = fileURLToPath(new URL('../../scripts/source.mjs', import.meta.url));
  const thrower = fork(path, { execArgv: ['--import', source] });
  onTestFinished(() => void thrower.kill());
  return thrower;
}

async function counted(thrower: ChildProcess): Promise<z.infer<typeof countSchema>> {
  const answer = new Promise((resolve) => thrower.once('message', resolve));
  thrower.send('count');
  return countSchema.parse(await answer);
}

/** What the server's process holds in memory, in megabytes. */
function residentMb({ child }: Built): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1_024;
}

function damageOf(world: World): string | null {
  const reader = LogReader.ofFolder(world.dataDir);
  const { damage } = reader.check(world.slug);
  reader.close();
  return damage;
}
