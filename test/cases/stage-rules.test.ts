import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Show } from '../../shared/stage/show.ts';
import { movedDay } from '../journeys/day.ts';
import { decode, luminance } from '../journeys/pixels.ts';
import { expectScene, inQuestions, reachable, StageCrew } from '../journeys/stage-crew.ts';
import { fitMatrix } from '../journeys/stage-words.ts';

/** What a page saw of its texts and of black, frame by frame. */
interface Watched {
  frames: number;
  overflows: string[];
  resized: string[];
  /** When black covered everything, epoch milliseconds. */
  blackAt: number | null;
}

declare global {
  interface Window {
    watched?: Watched;
    /** Milliseconds that this browser's calendar clock runs ahead. */
    ahead?: number;
  }
}

/** Looks at every frame that is painted: no text may reach out of its box or change its size while it is there. */
function watchFrames(): void {
  const watched: Watched = { frames: 0, overflows: [], resized: [], blackAt: null };
  window.watched = watched;
  const known = new WeakMap<Element, string>();
  const look = () => {
    watched.frames += 1;
    for (const box of document.querySelectorAll<HTMLElement>('[data-size][dir]')) {
      const words = box.firstElementChild;
      if (!words) continue;
      const [outer, inner] = [box.getBoundingClientRect(), words.getBoundingClientRect()];
      if (inner.height > outer.height + 1 || words.scrollWidth > box.clientWidth)
        watched.overflows.push(box.innerText);
      const now = `${Math.round(inner.width)} × ${Math.round(inner.height)} ${box.innerText}`;
      if ((known.get(words) ?? now) !== now) watched.resized.push(`${known.get(words)} → ${now}`);
      known.set(words, now);
    }
    const black = document.querySelector('[data-scene="black"] [data-black="true"]');
    if (black === null) watched.blackAt = null;
    else if (watched.blackAt === null && getComputedStyle(black).opacity === '1')
      watched.blackAt = performance.timeOrigin + performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

describe('a stage keeps its manners', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  const ids: string[] = [];
  let crew: StageCrew;
  let stage: Page;

  beforeAll(async () => {
    const page = await day.people.projector({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(watchFrames);
    await page.addInitScript(() => {
      const right = Date.now;
      Date.now = () => right.call(Date) + (window.ahead ?? 0);
    });
    stage = await day.show(page, '/stage/main?theme=light', 'projector', { room: 'main' });
    crew = await StageCrew.of(day);
    for (const { text } of fitMatrix) ids.push(await crew.question(text));
  });

  const watched = async (): Promise<Watched> => {
    const seen = await stage.evaluate(() => window.watched);
    if (!seen) throw new Error('Nobody watches');
    return seen;
  };
  const last = () => stage.locator('[data-size][dir]').last();

  test('[D2] no frame of a swap shows a text that overflows or changes its size', async () => {
    const before = (await watched()).frames;
    for (const [index, question] of ids.entries()) {
      await crew.show({ kind: 'question', question });
      await expect.poll(() => last().innerText(), { timeout: 15_000 }).toBe(fitMatrix[index]?.text);
      await expectScene(stage, 'question');
    }
    const seen = await watched();
    expect(seen.frames - before).toBeGreaterThan(30);
    expect(seen).toMatchObject({ overflows: [], resized: [] });
  });

  test('[D7] 50 Show in 10 s: the last one stays, and nothing flashes more than three times a second', async () => {
    const shows: Show[] = [{ kind: 'join' }, { kind: 'question', question: ids[0] ?? '' }, { kind: 'blank' }];
    const session = await stage.context().newCDPSession(stage);
    const light: { at: number; light: number }[] = [];
    session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
      light.push({ at: metadata.timestamp ?? 0, light: luminance(decode(Buffer.from(data, 'base64'))) });
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => null);
    });
    await session.send('Page.startScreencast', { format: 'png', maxWidth: 320, maxHeight: 180 });
    const began = performance.now();
    for (let press = 0; press < 50; press += 1) {
      await crew.show(shows[press % shows.length] ?? { kind: 'auto' });
      await expect.poll(() => performance.now() - began, { interval: 10 }).toBeGreaterThan(press * 200);
    }
    expect(performance.now() - began).toBeLessThan(20_000);
    await expectScene(stage, 'question');
    await session.send('Page.stopScreencast');
    expect(await last().innerText()).toBe(fitMatrix[0]?.text);
    expect(light.length).toBeGreaterThan(10);
    expect(mostFlashes(light)).toBeLessThanOrEqual(3);
  });

  test('Black is black within 500 ms, and what was below comes back', async () => {
    const took: number[] = [];
    for (let press = 0; press < 5; press += 1) {
      const pressed = Date.now();
      await crew.black(true);
      await expect.poll(() => watched().then(({ blackAt }) => blackAt), { interval: 20 }).not.toBeNull();
      took.push(((await watched()).blackAt ?? Number.NaN) - pressed);
      await crew.black(false);
      await expectScene(stage, 'question');
      await expect.poll(() => watched().then(({ blackAt }) => blackAt)).toBeNull();
    }
    // The middle one of five: one hiccup of a busy machine is not a slow stage.
    expect(took.toSorted((a, b) => a - b)[2]).toBeLessThanOrEqual(500);
    expect(await last().innerText()).toBe(fitMatrix[0]?.text);
  });

  test('without the server it keeps its picture with a mark for the crew, then opens the doors, and says no word of it', async () => {
    await day.moveTo(new Date(day.now() + 42 * 60_000).toISOString());
    await expectScene(stage, 'question');
    await stage.context().setOffline(true);
    const mark = () =>
      stage.evaluate(() => {
        const { width = 0, height = 0 } =
          document.elementFromPoint(innerWidth - 1, innerHeight - 1)?.getBoundingClientRect() ?? {};
        return `${width} × ${height}`;
      });
    await expect.poll(mark, { timeout: 30_000 }).toBe('4 × 4');
    expect(await last().innerText()).toBe(fitMatrix[0]?.text);
    await stage.evaluate(() => {
      window.ahead = 6 * 60_000;
    });
    await expectScene(stage, 'doors');
    await day.picture(stage, 'rules-doors-offline');
    const said = await stage.locator('body').innerText();
    expect(said).toContain('Poster session');
    expect(said).not.toMatch(/error|offline|connect|server|retry/i);
    await stage.evaluate(() => {
      window.ahead = 0;
    });
    await stage.context().setOffline(false);
    await expectScene(stage, 'question', 30_000);
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

/** The most flashes in any second: pairs of opposing changes of mean luminance by a tenth or more (WCAG 2.3.1). */
function mostFlashes(light: readonly { at: number; light: number }[]): number {
  const turns: number[] = [];
  let [extreme, direction] = [light[0]?.light ?? 0, 0];
  for (const { at, light: now } of light) {
    const step = now - extreme;
    if (direction !== 0 && Math.sign(step) === direction) extreme = now;
    else if (Math.abs(step) >= 0.1) {
      turns.push(at);
      [extreme, direction] = [now, Math.sign(step)];
    }
  }
  return Math.max(0, ...turns.map((from) => turns.filter((at) => at >= from && at < from + 1).length / 2));
}
