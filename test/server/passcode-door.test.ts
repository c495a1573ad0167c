import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Limits } from '../../server/access/limits.ts';
import { PasscodeDoor } from '../../server/access/passcode-door.ts';
import { model } from '../../shared/model.ts';

const kept = 'scrypt$salt$hash';
const right = 'open sesame';
const hall = '203.0.113.7';

/** A door whose hashes are counted, and end when the test says so. */
function counted() {
  const running: (() => void)[] = [];
  const looked: string[] = [];
  let most = 0;
  const door = new PasscodeDoor(new Limits(model, [], () => 0), async (typed) => {
    looked.push(typed);
    await new Promise<void>((end) => {
      running.push(end);
      most = Math.max(most, running.length);
    });
    return typed === right;
  });
  /** Lets everything that is looked at come to its end. */
  const settle = async () => {
    for (await soon(); running.length > 0; await soon()) running.shift()?.();
  };
  const enter = (typed: string, address = hall) => door.refusal(address, typed, kept);
  return { looked, settle, enter, most: () => most };
}

const codes = (refusals: readonly ({ code: string } | null)[]) => {
  const said = refusals.map((refusal) => refusal?.code ?? 'in');
  return Object.fromEntries(
    [...new Set(said)].map((code) => [code, said.filter((one) => one === code).length]),
  );
};

test('[W26] three hundred wrong passcodes at once are a few hashes, two at a time, and no more guesses than a minute has', async () => {
  const { looked, settle, enter, most } = counted();
  const first = Promise.all(Array.from({ length: 300 }, (_, count) => enter(`wrong ${count}`)));
  await settle();
  expect(codes(await first)).toEqual({ 'passcode-wrong': 10, 'many-joining': 290 });
  expect([looked.length, most()]).toEqual([10, 2]);
  const second = Promise.all(Array.from({ length: 300 }, (_, count) => enter(`other ${count}`)));
  await settle();
  expect(codes(await second)).toEqual({ 'passcode-wrong': 10, 'too-many-guesses': 290 });
  expect(await enter(right)).toMatchObject({ code: 'too-many-guesses', retryAfterMs: expect.any(Number) });
  expect(looked).toHaveLength(20);
});

test('[W26] a hall that types the right passcode at once costs one hash, and so does everybody after them', async () => {
  const { looked, settle, enter } = counted();
  const all = Promise.all(Array.from({ length: 150 }, () => enter(right)));
  await settle();
  expect(codes(await all)).toEqual({ in: 150 });
  for (let count = 0; count < 150; count += 1) expect(await enter(`  ${right}`)).toBeNull();
  expect(looked).toEqual([right]);
});

test('[W26] whoever types the same wrong one at once waits for one hash and counts all the same', async () => {
  const { looked, settle, enter } = counted();
  const all = Promise.all(Array.from({ length: 30 }, () => enter('wrong')));
  await settle();
  expect(codes(await all)).toEqual({ 'passcode-wrong': 20, 'too-many-guesses': 10 });
  expect(looked).toEqual(['wrong']);
  expect(await enter(right)).toMatchObject({ code: 'too-many-guesses' });
});

test('[W26] addresses take turns: who comes after a crowd of one waits for two hashes of it, not for all', async () => {
  const { looked, settle, enter } = counted();
  const crowd = Array.from({ length: 10 }, (_, count) => enter(`wrong ${count}`));
  const other = enter(right, '203.0.113.8');
  await settle();
  expect(await other).toBeNull();
  expect(looked.indexOf(right)).toBeLessThan(4);
  expect(codes(await Promise.all(crowd))).toEqual({ 'passcode-wrong': 10 });
});

test('[W26] once the right one is known a wrong one costs no hash, and counts', async () => {
  const { looked, settle, enter } = counted();
  const known = enter(right, '203.0.113.8');
  await settle();
  expect(await known).toBeNull();
  for (let count = 0; count < 20; count += 1)
    expect(await enter(`wrong ${count}`)).toMatchObject({ code: 'passcode-wrong' });
  expect(await enter(right)).toMatchObject({ code: 'too-many-guesses' });
  expect(looked).toEqual([right]);
});
