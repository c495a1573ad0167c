// A wall clock that jumps under a built server: its own shim moves Date, and leaves the monotonic clock alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { LogReader } from '../../server/log/reader.ts';
import { Built } from '../world/built.ts';
import type { Member } from '../world/member.ts';
import { until } from '../world/waiting.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';
import { LongPart } from './part.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Jumps of a whole run, there and back again. */
const wanted = 30;

/** What a stamp may differ from the true time by: steps up to this are followed at once. */
const tolerated = 5 * minute + 5_000;

/** After so long of steady agreement with a new time it is the time. */
const steady = 2 * minute;

const part = new LongPart('clock');
const found = { jumps: 0, refused: 0, astray: 0, back: 0, told: 0, followed: 0 };

afterAll(() => {
  const { jumps, followed, ...wrong } = found;
  part.reached(
    {
      'jumps of the clock': jumps,
      'questions refused': wrong.refused,
      'times a screen said closed': wrong.told,
      'entries stamped more than 5 min off': wrong.astray,
      'entries before their predecessor': wrong.back,
      'new time followed after it was steady': followed,
    },
    jumps >= part.times(wanted) && followed === 1 && Object.values(wrong).every((count) => count === 0),
  );
});

it('[L6] takes questions and stamps them right while the wall clock jumps to and fro', async () => {
  const { world, clock, desk, ann } = await underMovedClock();
  const began = performance.now();
  const origin = Date.now();
  const truth = () => origin + (performance.now() - began);
  const after = new Map<number, number>();
  for (let left = part.times(wanted); left > 0; left -= 1) {
    await clock.jump(part.dice.pick([24 * hour, 25 * hour, -3 * hour, 40 * minute, -26 * hour]));
    found.jumps += 1;
    const seq = await desk.must({ type: 'policy.set', names: left % 2 === 0 });
    after.set(seq, truth());
    await clock.jump(0);
    const asked = await ann.send({ type: 'question.ask', session: 'talk-1', text: `Is it still ${left}?` });
    if (asked.ok) after.set(asked.seq, truth());
    else if (asked.reason !== 'too-fast') found.refused += 1;
    if (ann.view.sessions?.['talk-1']?.questions !== 'open') found.told += 1;
  }
  let last = 0;
  for (const { seq, at } of entriesOf(world)) {
    if (at < last) found.back += 1;
    last = at;
    const then = after.get(seq);
    if (then !== undefined && Math.abs(at - then) > tolerated) found.astray += 1;
  }
  expect(found).toMatchObject({ refused: 0, astray: 0, back: 0, told: 0 });
});

it('[L6] follows a clock that stays where it went, after two minutes of agreement', async () => {
  const { world, clock, desk } = await underMovedClock();
  await clock.jump(30 * minute);
  const began = performance.now();
  const first = await desk.must({ type: 'policy.set', names: false });
  await new Promise((resolve) => setTimeout(resolve, steady + 10_000));
  const later = await desk.must({ type: 'policy.set', names: true });
  const entries = entriesOf(world);
  const stamp = (seq: number) => entries.find((entry) => entry.seq === seq)?.at ?? 0;
  // Between both 130 s went by, and the half hour that the clock had gone ahead is caught up.
  expect(stamp(later) - stamp(first)).toBeGreaterThan(25 * minute);
  expect(stamp(first) - Date.now() + (performance.now() - began)).toBeLessThan(tolerated);
  found.followed = 1;
});

/** Moves the wall clock of a server. */
class WallClock {
  readonly #file: string;

  constructor(world: World) {
    this.#file = join(world.folder, 'clock');
    writeFileSync(this.#file, '0');
    writeFileSync(`${this.#file}.seen`, '0');
  }

  /** What a server needs in its environment to run by this clock. */
  get env(): Record<string, string> {
    const shim = fileURLToPath(new URL('clock/shim.mjs', import.meta.url));
    return { CLOCK_FILE: this.#file, NODE_OPTIONS: `--import ${shim}` };
  }

  /** Jumps to so many milliseconds beside the true time, and resolves when the server's process reads it so. */
  async jump(offset: number): Promise<void> {
    writeFileSync(this.#file, String(offset));
    await until(() => readFileSync(`${this.#file}.seen`, 'utf8') === String(offset), 'the clock to jump');
  }
}

interface UnderMovedClock {
  world: World;
  clock: WallClock;
  desk: Member;
  ann: Member;
}

async function underMovedClock(): Promise<UnderMovedClock> {
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const clock = new WallClock(world);
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret, ...clock.env });
  const origin = await server.origin();
  const expiresAt = world.now() + 30 * 24 * hour;
  const desk = await world.connect({
    origin,
    role: 'moderator',
    token: await world.sign({ role: 'moderator', expiresAt }),
  });
  const ann = await world.connect({
    origin,
    role: 'attendee',
    token: await world.sign({ role: 'attendee', expiresAt }),
  });
  return { world, clock, desk, ann };
}

function entriesOf(world: World): { seq: number; at: number }[] {
  const reader = LogReader.ofFolder(world.dataDir);
  const entries = [...reader.entries(world.slug)].map(({ seq, at }) => ({ seq, at }));
  reader.close();
  return entries;
}
