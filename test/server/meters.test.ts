import { expect, it } from 'vitest';
import { Bucket, Span } from '../../server/access/meters.ts';

it('[W61] waits exactly as long as it said, for a bucket and for a span', () => {
  let now = 1_000;
  for (const meter of [new Bucket(3, 5, () => now), new Span(5, 7, () => now)]) {
    for (let count = 0; count < 5; count += 1) expect(meter.count('ann')).toBeNull();
    for (let round = 0; round < 20; round += 1) {
      const wait = meter.count('ann')?.retryAfterMs ?? 0;
      if (wait === 0) continue;
      now += wait - 2;
      expect(meter.look('ann')).not.toBeNull();
      now += 2;
      expect(meter.count('ann')).toBeNull();
    }
    expect(meter.count('bob')).toBeNull();
  }
});

it('[W61] does not count what it refuses, and takes back what it counted', () => {
  let now = 0;
  for (const meter of [new Bucket(1, 3, () => now), new Span(3, 3, () => now)]) {
    for (let count = 0; count < 3; count += 1) expect(meter.count('ann')).toBeNull();
    for (let count = 0; count < 50; count += 1) expect(meter.count('ann')).not.toBeNull();
    meter.giveBack('ann');
    expect(meter.count('ann')).toBeNull();
    expect(meter.count('ann')).not.toBeNull();
    meter.giveBack('nobody');
    now += 3_000;
    for (let count = 0; count < 3; count += 1) expect(meter.count('ann')).toBeNull();
    expect(meter.count('ann')).not.toBeNull();
  }
});

it('[W61] keeps to its rate over a long time, and never more than the burst at once', () => {
  let now = 0;
  const bucket = new Bucket(100, 400, () => now);
  let taken = 0;
  for (; now < 60_000; now += 1) while (bucket.count('ann') === null) taken += 1;
  expect(taken).toBeGreaterThanOrEqual(400 + 5_900);
  expect(taken).toBeLessThanOrEqual(400 + 6_000);
});

it('[W61] forgets whom it need not know any more: of many keys a few are left', () => {
  let now = 0;
  for (const meter of [new Bucket(100, 400, () => now), new Span(30, 4, () => now)]) {
    for (let key = 0; key < 60_000; key += 1) {
      now += 1;
      meter.count(`${key}`);
    }
    expect(meter.size).toBeLessThanOrEqual(5_002);
  }
});
