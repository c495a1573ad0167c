import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countingStorms, dayOf } from '../rules/storm.ts';
import { Dice } from '../world/dice.ts';
import { weather } from '../world/weather.ts';
import { LongPart } from './part.ts';

/** Commands of one storm. Storms follow each other until the part's time is over; a whole run reaches this many at least. */
const wanted = { inOne: 200, storms: 100 };

const part = new LongPart('storms');
/** The true time: the test's own stands still between ticks. */
const now = performance.now.bind(performance);
const end = now() + part.left();
const least = part.times(wanted.storms);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/*
 * Every page is compared whole after every tick, of one to a few commands; fresh views, their parts and returns after an
 * absence are made of the same rows and are compared after a part of the ticks, by the dice.
 */
it('[V19] everybody sees what is so, through storms of 200 commands', async () => {
  let commands = 0;
  let storms = 0;
  let failed: unknown = null;
  for (; failed === null && (now() < end || storms < least); storms += 1) {
    const [storm] = fc.sample(countingStorms(wanted.inOne, wanted.inOne), {
      seed: part.seed + storms,
      numRuns: 1,
    });
    if (!storm) break;
    try {
      commands += await weather(dayOf(storm), storm.gusts, new Dice(part.seed + storms));
    } catch (error) {
      failed = error;
      console.log(`The storm that failed begins with BACKROW_LONG_SEED=${part.seed + storms}`);
    }
  }
  vi.useRealTimers();
  const held = failed === null && storms >= least;
  part.reached({ storms, commands, 'that somebody saw wrongly': failed === null ? 0 : 1 }, held);
  if (failed !== null) throw failed;
  expect(storms).toBeGreaterThanOrEqual(least);
});
