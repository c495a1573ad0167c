import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { People } from '../journeys/people.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { source } from '../load/bench-server.ts';
import { press } from '../load/desk-acts.ts';
import { makeDeskEvent } from '../load/desk-event.ts';
import { installProbe } from '../load/desk-probe.ts';
import { percentiles } from '../load/percentiles.ts';

/** Three times what the busiest minute brings, for as long as a row is watched in each list. */
const perMinute = { questions: 150, upvotes: 1_500 } as const;
const watchFor = 10_000;

/** How often *Show* is pressed, and between presses what the desk's own locks ask for; milliseconds. */
const shows = 20;
const betweenKeys = 750;

/** What a key may take until a display has said that it drew it, and what an answer and two frames take on a machine at rest. */
const target = 300;
const atRest = 50;

describe('a desk at which 150 questions and 1,500 upvotes a minute arrive', () => {
  const server = new ServerProcess();
  let people: People;
  let desk: Page;
  let stage: Page;
  let crowd: ChildProcess;

  beforeAll(async () => {
    const { slug, live } = await makeDeskEvent(server.dataDir, 40, Date.now());
    await server.start();
    people = await People.arrive();
    desk = await people.withLaptop();
    await desk.addInitScript(installProbe, 30_000);
    stage = await people.projector();
    await Promise.all([desk.goto(server.link('Moderator')), stage.goto(server.link('Screen'))]);
    await desk.waitForSelector('[data-row][data-list="waiting"]');
    await stage.waitForSelector('main *');
    const args = [`http://127.0.0.1:${server.port}`, slug, ...Object.values(perMinute).map(String), ...live];
    crowd = fork('test/load/desk-crowd.ts', args, { execArgv: source });
    await once(crowd, 'message');
    crowd.send('go');
  });
  afterAll(async () => {
    crowd?.kill();
    await server.remove(people);
  });

  test.each(['live', 'waiting'])('[M3] the row in focus moves 0 px, list %s', async (list) => {
    await desk.locator(`[data-row][data-list="${list}"]`).nth(2).focus();
    await desk.waitForSelector(`[data-current="true"][data-list="${list}"]`);
    await desk.evaluate(() => window.deskProbe.watch());
    await pause(watchFor);
    const { moved, lost, frames } = await desk.evaluate(() => window.deskProbe.watched());
    expect({ moved, lost }).toEqual({ moved: 0, lost: 0 });
    expect(frames).toBeGreaterThan(20);
  });

  // On a busy machine everything is late: the target grows with what a bare answer and two frames take between presses.
  test('[M6] from the key to a display that says it drew it: 300 ms at p95', async () => {
    await desk.locator('[data-row][data-list="live"]').first().focus();
    const took: number[] = [];
    const bare: number[] = [];
    for (let time = 0; time < shows; time += 1) {
      await desk.keyboard.press('j');
      await pause(betweenKeys);
      bare.push(await desk.evaluate(bareAnswer));
      const { display } = await press(desk, 's', 'stage.show');
      if (display !== null) took.push(display);
    }
    expect(took).toHaveLength(shows);
    const slowness = Math.max(1, percentiles(bare).p95 / atRest);
    expect(percentiles(took).p95).toBeLessThanOrEqual(target * slowness);
  });

  test('all of it arrived, and nothing went wrong', async () => {
    crowd.send('stop');
    const [counted]: { asked: number; upvoted: number; refused: number }[] = await once(crowd, 'message');
    expect(counted?.refused).toBe(0);
    expect(counted?.asked).toBeGreaterThan(50);
    expect(counted?.upvoted).toBeGreaterThan(500);
    expect(people.trouble).toEqual([]);
  });
});

/** Runs in the page: milliseconds until a bare answer has come and two frames were drawn. */
async function bareAnswer(): Promise<number> {
  const began = performance.now();
  await fetch('/healthz', { cache: 'no-store' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - began;
}
