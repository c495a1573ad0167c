// A stage through a long day, in minutes: the clock is moved, and as much is shown as in eight hours.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectScene, inQuestions, reachable, StageCrew } from '../journeys/stage-crew.ts';
import { fitMatrix } from '../journeys/stage-words.ts';
import { LongPart } from './part.ts';

const minute = 60_000;

/** Minutes of the soak: eight hours, with a swap in each, as far as a whole run's time reaches; so many at least. */
const minutes = { most: 480, least: 160 };

/** What a stage may grow by in that time, in bytes. */
const growth = 50_000_000;

const part = new LongPart('stage');

describe('a stage that runs all day', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  const complaints: string[] = [];
  let crew: StageCrew;
  let stage: Page;

  beforeAll(async () => {
    const page = await day.people.projector();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    stage = await day.show(page, '/stage/main', 'projector', { room: 'main' });
    crew = await StageCrew.of(day);
  });

  test('[D4] grows by less than 50 MB, and complains of nothing', async () => {
    const questions: string[] = [];
    for (const { text } of fitMatrix) questions.push(await crew.question(text));
    const heap = await heapOf(stage);
    let settled = 0;
    let passed = 0;
    for (; passed < part.times(minutes.most) && part.left() > 5_000; passed += 1) {
      await day.moveTo(new Date(day.now() + minute).toISOString());
      const question = questions[passed % questions.length] ?? '';
      if (passed === 40) settled = await heap();
      const kind = (['message', 'question', 'join', 'timeline'] as const)[passed % 4] ?? 'join';
      if (kind === 'message') await crew.show({ kind, text: `Minute ${passed}` });
      else if (kind === 'question') await crew.show({ kind, question });
      else await crew.show({ kind });
      await expectScene(stage, kind);
      if (passed % 10 !== 0) continue;
      await crew.black(true);
      await expectScene(stage, 'black');
      await crew.black(false);
    }
    await crew.black(false);
    await crew.show({ kind: 'question', question: questions[0] ?? '' });
    await expectScene(stage, 'question');
    // What was shown before fades away meanwhile.
    await expect.poll(() => stage.locator('[data-size][dir]').allInnerTexts()).toEqual([fitMatrix[0]?.text]);
    const grown = (await heap()) - settled;
    const mb = Math.round(grown / 100_000) / 10;
    const enough = passed >= part.times(minutes.least);
    const held = grown < growth && complaints.length === 0 && enough;
    part.reached({ 'minutes of a day': passed, 'MB grown': mb, complaints: complaints.length }, held);
    expect(grown).toBeLessThan(growth);
    expect(passed).toBeGreaterThanOrEqual(part.times(minutes.least));
    expect(complaints).toEqual([]);
    expect(day.people.trouble).toEqual([]);
  });
});

/** What a page's heap holds after everything nobody needs is gone, in bytes. */
async function heapOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };
}
