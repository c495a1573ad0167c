import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ServerClock } from '../../client/connection/server-clock.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const hour = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

/** A browser whose clock is wrong by `skew` (added to the true time), asking over a network of these delays (ms). */
function ask(clock: ServerClock, skew: number, trueTime: number, out: number, back: number): void {
  clock.exchange(trueTime + skew, trueTime + out, trueTime + skew + out + back);
}

/** How far a browser's idea of the server's time is off, at a true time. */
function error(clock: ServerClock, skew: number, trueTime: number): number {
  return trueTime + skew + clock.offset - trueTime;
}

describe('the server’s time in a browser', () => {
  test('[X23] whatever a client’s clock says, it is right within 200 ms, also 60 minutes after the connection was lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30 * hour, max: 30 * hour }),
        fc.array(fc.tuple(fc.nat({ max: 190 }), fc.nat({ max: 190 })), { minLength: 1, maxLength: 8 }),
        (skew, trips) => {
          const clock = new ServerClock();
          for (const [index, [out, back]] of trips.entries()) ask(clock, skew, noon + index * 250, out, back);
          expect(Math.abs(error(clock, skew, noon + hour))).toBeLessThanOrEqual(200);
        },
      ),
    );
  });

  test('[X23] a client’s clock that is set while it runs is noticed by the next exchange', () => {
    const clock = new ServerClock();
    ask(clock, 0, noon, 5, 5);
    ask(clock, -10 * 60_000, noon + 60_000, 40, 40);
    expect(Math.abs(error(clock, -10 * 60_000, noon + 61_000))).toBeLessThanOrEqual(200);
  });

  test('[X23] a clock set back or far ahead is noticed by the next word of the server, which asks again', () => {
    for (const set of [-60_000, 60_000]) {
      const clock = new ServerClock();
      ask(clock, 0, noon, 5, 5);
      expect(clock.heard(iso(noon + 2_500), noon + 2_540)).toBe(false);
      expect(clock.heard(iso(noon + 5_000), noon + 5_040 + set)).toBe(true);
      expect(Math.abs(error(clock, set, noon + 5_040))).toBeLessThanOrEqual(200);
    }
  });

  test('of exchanges that agree the one with the shortest way counts', () => {
    const clock = new ServerClock();
    ask(clock, 500, noon, 10, 10);
    ask(clock, 500, noon + 1_000, 10, 150);
    expect(error(clock, 500, noon + 2_000)).toBe(0);
  });
});
