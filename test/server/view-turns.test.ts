import { expect, it } from 'vitest';
import { type After, ViewTurns } from '../../server/access/view-turns.ts';

/** A clock that a test moves; what is due is done in its order. */
function handClock() {
  let now = 0;
  const due: { at: number; act: () => void }[] = [];
  const after: After = (ms, act) => {
    const row = { at: now + ms, act };
    due.push(row);
    return () => due.splice(due.indexOf(row), due.includes(row) ? 1 : 0);
  };
  const pass = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      const [next] = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      due.splice(due.indexOf(next), 1);
      now = Math.max(now, next.at);
      next.act();
      await settled();
    }
    now = end;
    await settled();
  };
  return { turns: new ViewTurns(() => now, after), pass, timers: () => due.length };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Asks for turns, and notes who had theirs in which order. */
function asker(turns: ViewTurns) {
  const had: string[] = [];
  const ask = (person: string, of: string) => void turns.turn(person, of).then(() => had.push(of));
  return { had, ask };
}

it('[W60] gives twelve whole views in any minute, wherever it begins, in their order', async () => {
  const clock = handClock();
  const { turns } = clock;
  const { had, ask } = asker(turns);
  for (let count = 1; count <= 6; count += 1) ask('ann', `${count}`);
  await clock.pass(30_000);
  for (let count = 7; count <= 15; count += 1) ask('ann', `${count}`);
  await settled();
  expect(had).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}`));
  await clock.pass(29_900);
  expect(had).toHaveLength(12);
  await clock.pass(200);
  expect(had.slice(12)).toEqual(['13', '14', '15']);
  for (let count = 16; count <= 19; count += 1) ask('ann', `${count}`);
  await clock.pass(29_800);
  expect(had.slice(15)).toEqual(['16', '17', '18']);
  await clock.pass(200);
  expect(had.slice(15)).toEqual(['16', '17', '18', '19']);
  expect([turns.waiting, clock.timers()]).toEqual([0, 0]);
});

it('[W60] lets nobody wait for another', async () => {
  const clock = handClock();
  const { had, ask } = asker(clock.turns);
  for (let count = 1; count <= 20; count += 1) ask('ann', `ann ${count}`);
  ask('bob', 'bob');
  await settled();
  expect(had.at(-1)).toBe('bob');
});

it('[W60] keeps whoever comes late behind those who wait, also when there is a turn again', async () => {
  const clock = handClock();
  const { had, ask } = asker(clock.turns);
  for (let count = 1; count <= 12; count += 1) ask('ann', `${count}`);
  await clock.pass(100);
  for (const of of ['13', '14']) ask('ann', of);
  await clock.pass(59_800);
  ask('ann', 'late');
  await clock.pass(200);
  expect(had.slice(12)).toEqual(['13', '14', 'late']);
});

it('[W60] holds at most eight turns of a person: the rest shares the last, and all have it', async () => {
  const clock = handClock();
  const { turns } = clock;
  const { had, ask } = asker(turns);
  // One each second, so that turns come back one each second.
  for (let count = 1; count <= 12; count += 1) {
    ask('ann', `${count}`);
    await clock.pass(1_000);
  }
  for (let count = 13; count <= 1_012; count += 1) ask('ann', `${count}`);
  await clock.pass(48_000 + 6_500);
  expect(had).toHaveLength(12 + 7);
  await clock.pass(1_000);
  expect(had).toHaveLength(1_012);
  expect([turns.waiting, clock.timers()]).toEqual([0, 0]);
});

it('[W60] gives one turn to a connection that asks again while it waits, and none to one that is gone', async () => {
  const clock = handClock();
  const { turns } = clock;
  const { had, ask } = asker(turns);
  for (let count = 1; count <= 12; count += 1) ask('ann', `${count}`);
  for (const of of ['tab', 'tab', 'gone', 'next', 'tab']) ask('ann', of);
  turns.leave('ann', 'gone');
  await clock.pass(60_100);
  expect(had.slice(12)).toEqual(['tab', 'tab', 'tab', 'next']);
  for (let count = 1; count <= 10; count += 1) ask('ann', 'more');
  await settled();
  ask('ann', 'again');
  turns.leave('ann', 'again');
  expect([turns.waiting, clock.timers()]).toEqual([0, 0]);
});
