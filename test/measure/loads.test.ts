import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { percentiles } from '../load/percentiles.ts';
import { openWorld, type World } from '../world/world.ts';
import { crowd } from './crowded.ts';

const run = promisify(execFile);

/** How long each load goes on, in seconds. */
const seconds = 12;

/** A program beside this test, in a process of its own; gives what it printed. */
async function beside(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [`test/measure/${program}.mjs`, ...args], {
    maxBuffer: 64 << 20,
  });
  return stdout.trim();
}

/** A server on disk with 2,000 questions, one of which somebody else asked and the good client supports. */
async function loadedWorld() {
  const world = await openWorld({ log: 'file', policy: { moderation: 'after' } });
  const question = await (await world.joinAs('attendee')).ask('Who is served?');
  const { state } = world.running().live;
  const pattern = state.tables.questions.get(question);
  if (pattern) crowd(state, pattern, 2_000);
  return { world, question };
}

/** How long a good client waits for its acknowledgements while something else goes on, in milliseconds. */
async function served(world: World, question: string, meanwhile: () => Promise<string>) {
  const token = await world.sign({ role: 'attendee' });
  const [before, began] = [process.cpuUsage(), performance.now()];
  const [printed, told] = await Promise.all([
    beside('good-client', world.origin, world.slug, token, question, `${seconds - 2}`),
    meanwhile(),
  ]);
  const took: number[] = JSON.parse(printed);
  const { user, system } = process.cpuUsage(before);
  const cpu = `the server used ${((user + system) / 1_000 / (performance.now() - began)).toFixed(2)} cores`;
  return { ...percentiles(took), told, cpu };
}

let alone = 0;

it('[W60] serves somebody who is alone', async () => {
  const { world, question } = await loadedWorld();
  const { p95, p50, cpu } = await served(world, question, async () => '');
  alone = p95;
  console.log(`alone: p50 ${p50} ms, p95 ${p95} ms; ${cpu}`);
});

it.each([
  ['of one person', 1],
  ['of eight people', 8],
])('[W60] serves others within 30 ms under eight loops on whole views %s', async (_who, people) => {
  const { world, question } = await loadedWorld();
  const badges: string[] = [];
  for (let person = 0; person < people; person += 1) badges.push(await world.sign({ role: 'attendee' }));
  const tokens = Array.from({ length: 8 }, (_, loop) => badges[loop % people] ?? '');
  const { p50, p95, told, cpu } = await served(world, question, () =>
    beside('view-loops', world.origin, world.slug, `${seconds}`, ...tokens),
  );
  console.log(`eight loops on /view of ${people}: p50 ${p50} ms, p95 ${p95} ms; answers ${told}; ${cpu}`);
  expect(p95).toBeLessThanOrEqual(Math.max(30, 2 * alone));
});

it('[W62] serves others within 50 ms under 30,000 commands a second of one person', async () => {
  const { world, question } = await loadedWorld();
  const token = await world.sign({ role: 'attendee' });
  const { p50, p95, told, cpu } = await served(world, question, () =>
    beside('flooder', world.origin, world.slug, token, `${seconds}`),
  );
  console.log(`a flood: p50 ${p50} ms, p95 ${p95} ms; ${told} in ${seconds} s; ${cpu}`);
  expect(p95).toBeLessThanOrEqual(Math.max(50, 2 * alone));
});
