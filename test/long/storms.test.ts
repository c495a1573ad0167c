import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countingStorms, dayOf } from '../rules/storm.ts';
import { Dice } from '../world/dice.ts';
import { weather } from '../world/weather.ts';

/** So many commands under each of the seeds; `FC_SEED` puts another in place of all of them, `random` one of this moment. */
const commands = 50_000;
const wished = process.env['FC_SEED'];
const seeds = wished === undefined ? [1, 2, 3, 4] : [wished === 'random' ? Date.now() % 1e9 : Number(wished)];

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/*
 * Days of some forty commands: what goes wrong needs few rows and much that happens to them, and each comparison costs what
 * there is to compare. Every page is compared whole after every tick, of one to a few commands; fresh views, their parts
 * and returns after an absence are made of the same rows and are compared after a part of the ticks, by the dice.
 */
it.each(seeds)('[V19] everybody sees what is so, after 50,000 commands of storms, seed %i', async (seed) => {
  let done = 0;
  for (let day = 0; done < commands; day += 1) {
    const [storm] = fc.sample(countingStorms(80), { seed: seed * 100_000 + day, numRuns: 1 });
    if (storm) done += await weather(dayOf(storm), storm.gusts, new Dice(seed + day));
  }
  console.log(`seed ${seed}: ${done} commands, nothing found`);
  expect(done).toBeGreaterThanOrEqual(commands);
});
