import { describe, expect, test } from 'vitest';
import { SteadyClock } from '../../server/steady-clock.ts';
import { openWorld } from '../world/world.ts';

const [minute, hour] = [60_000, 3_600_000];
const begin = Date.parse('2026-04-26T08:00:00.000Z');

/** A clock whose two sources a test moves: `pass` is time that passes, `set` is a hand at the wall clock. */
function clocks() {
  const sources = { wall: begin, steady: 1_000 };
  const clock = new SteadyClock({ wall: () => sources.wall, steady: () => sources.steady });
  const pass = (ms: number) => {
    sources.wall += ms;
    sources.steady += ms;
    return clock.now();
  };
  const set = (by: number) => {
    sources.wall += by;
  };
  return { clock, pass, set };
}

describe('[T44] the time', () => {
  test('is the wall clock’s, also where that is corrected by minutes', () => {
    const { clock, pass, set } = clocks();
    expect(pass(hour)).toBe(begin + hour);
    set(4 * minute);
    expect(pass(minute)).toBe(begin + hour + 5 * minute);
    set(-4 * minute);
    expect(pass(minute)).toBe(begin + hour + 2 * minute);
    expect(clock.ahead).toBeNull();
  });

  test.each([24 * hour, 6 * minute, -hour])('goes on where that jumps by %i ms for a moment', (by) => {
    const { clock, pass, set } = clocks();
    pass(minute);
    set(by);
    expect(pass(2_000)).toBe(begin + minute + 2_000);
    expect(clock.ahead).toBe(by);
    set(-by);
    expect(pass(1_000)).toBe(begin + minute + 3_000);
    expect(clock.ahead).toBeNull();
  });

  test.each([24 * hour, -hour])('follows it once it has been off by %i ms for two minutes', (by) => {
    const { clock, pass, set } = clocks();
    set(by);
    let passed = 0;
    for (; passed < 2 * minute; passed += 1_000) expect(pass(1_000)).toBe(begin + passed + 1_000);
    expect(pass(1_000)).toBe(begin + passed + 1_000 + by);
    expect(clock.ahead).toBeNull();
  });

  test.each([1_500, 10_000, 4 * minute])('is not led away by steps of %i ms, one a second', (step) => {
    const { clock, pass, set } = clocks();
    for (let second = 1; second <= hour / 1_000; second += 1) {
      set(step);
      pass(1_000);
    }
    expect(Math.abs(clock.now() - begin - hour)).toBeLessThan(1_000);
    expect(clock.ahead).toBeGreaterThan(5 * minute);
  });

  test.each([30_000, 4 * minute])(
    'a step of %i ms counts once it has held, and another is judged anew',
    (step) => {
      const { clock, pass, set } = clocks();
      for (let n = 1; n <= 10; n += 1) {
        set(step);
        for (let second = 0; second <= 121; second += 1) pass(1_000);
        expect(clock.ahead).toBeNull();
        expect(clock.now()).toBe(begin + n * (step + 122_000));
      }
    },
  );

  test('waits anew where the new time jumps as well', () => {
    const { pass, set } = clocks();
    set(hour);
    pass(1_000);
    pass(119_000);
    set(hour);
    pass(1_000);
    expect(pass(119_000)).toBe(begin + 4 * minute);
    expect(pass(1_000)).toBe(begin + 4 * minute + 1_000 + 2 * hour);
  });

  test('follows it at once where somebody says that it is right, and tells of every change', () => {
    const { clock, pass, set } = clocks();
    let told = 0;
    clock.onChange(() => {
      told += 1;
    });
    set(hour);
    pass(1_000);
    pass(1_000);
    expect(told).toBe(1);
    clock.trust();
    expect(told).toBe(2);
    expect(pass(1_000)).toBe(begin + 3_000 + hour);
  });
});

/** A server whose wall clock a test sets; its steady clock is this computer's. */
async function openAt() {
  let by = 0;
  const time = { wall: () => Date.now() + by, steady: () => performance.now() };
  const world = await openWorld({ time });
  return {
    world,
    set: (ahead: number) => {
      by = ahead;
    },
  };
}

describe('[T44] two seconds at +24 h with one command', () => {
  test('poison nothing: what follows is stamped as before, and questions are taken', async () => {
    const { world, set } = await openAt();
    const moderator = await world.joinAs('moderator');
    const attendee = await world.joinAs('attendee');
    const before = world.running().live.state.at;
    set(24 * hour);
    await moderator.must({ type: 'policy.set', names: false });
    await moderator.until(() => Math.abs((moderator.view.event?.clockAhead ?? 0) - 24 * hour) < 2_000);
    expect(world.alarms.join()).toMatch(
      /clock of this computer jumped: it says .*, and by the time that has passed it is/,
    );
    expect(attendee.view.event).not.toHaveProperty('clockAhead');
    set(0);
    await moderator.until(() => moderator.view.event?.clockAhead === null);
    await attendee.ask('Is it still today?');
    expect(world.running().live.state.at - before).toBeLessThan(minute);
  });

  test('count where a moderator says that they are right', async () => {
    const { world, set } = await openAt();
    const moderator = await world.joinAs('moderator');
    const before = world.running().live.state.at;
    set(24 * hour);
    await moderator.until(() => moderator.view.event?.clockAhead != null);
    const passed = world.running().live.state.passedTo;
    await moderator.must({ type: 'clock.trust' });
    await moderator.until(() => moderator.view.event?.clockAhead === null);
    // What has come due meanwhile happens at once, not when somebody next does something.
    await moderator.until(() => world.running().live.state.passedTo > passed);
    await moderator.must({ type: 'policy.set', names: false });
    expect(world.running().live.state.at - before).toBeGreaterThan(23 * hour);
  });
});

test('[T44] what is stamped by a clock that was ahead is what views say and rules do alike', async () => {
  let now = begin;
  const world = await openWorld({ clock: () => now });
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  // One entry of tomorrow, by a server that took a wrong clock at its start; then the clock is right again.
  now += 24 * hour;
  await moderator.must({ type: 'policy.set', names: false });
  now -= 24 * hour;
  await moderator.must({ type: 'policy.set', names: true });
  await attendee.until(() =>
    Object.values(attendee.view.sessions ?? {}).every(({ questions }) => questions === 'closed'),
  );
  for (const { id, questions } of Object.values(attendee.view.sessions ?? {})) {
    const asked = await attendee.send({ type: 'question.ask', session: id, text: 'Open?' });
    expect([id, questions, asked.ok]).toEqual([id, questions, questions === 'open']);
  }
});
