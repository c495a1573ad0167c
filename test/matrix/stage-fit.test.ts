import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectScene, inQuestions, reachable, StageCrew } from '../journeys/stage-crew.ts';
import { fitMatrix } from '../journeys/stage-words.ts';

/** What a stage draws: where each text and picture lies, in percent of the stage's height. */
interface Drawn {
  what: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

describe('a question is as large as it fits', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  const ids = new Map<string, string>();
  let crew: StageCrew;
  let usual: Page;
  let wide: Page;
  let huge: Page;

  beforeAll(async () => {
    const open = async (width: number, height: number) =>
      day.show(await day.people.projector({ viewport: { width, height } }), '/stage/main', 'projector', {
        room: 'main',
      });
    usual = await open(1920, 1080);
    wide = await open(1920, 1080);
    huge = await open(3840, 2160);
    crew = await StageCrew.of(day);
    for (const { name, text } of fitMatrix) ids.set(name, await crew.question(text));
    await wide.locator('[data-scene]').waitFor();
    await wide.evaluate(() => {
      const frame = document.querySelector<HTMLElement>('[data-scene]');
      if (frame) frame.style.fontFamily = '"DejaVu Sans"';
    });
  });

  test.each(fitMatrix)(
    '[D1] $name: at least $least vh, in the usual font and in a wide one',
    async ({ name, text, least }) => {
      await crew.show({ kind: 'question', question: ids.get(name) ?? '' });
      for (const [font, page] of [
        ['usual', usual],
        ['wide', wide],
      ] as const) {
        await shows(page, text);
        const fit = await fitOf(page);
        expect(fit, font).toMatchObject({ pages: 1, overflows: false });
        expect(fit.size, font).toBeGreaterThanOrEqual(least);
        await day.picture(page, `fit-${name.replaceAll(/\W+/g, '-')}-${font}`);
      }
    },
  );

  test('[D5] 4K and 1080p are the same picture, to a thousandth of the height', async () => {
    for (const { name, text } of fitMatrix) {
      await crew.show({ kind: 'question', question: ids.get(name) ?? '' });
      await shows(usual, text);
      await shows(huge, text);
      expectSame(await drawnOn(huge), await drawnOn(usual));
    }
    for (const scene of ['doors', 'talk', 'panel', 'posters'] as const) {
      await crew.show({ kind: 'scene', scene });
      await expectScene(usual, scene);
      await expectScene(huge, scene);
      expectSame(await drawnOn(huge), await drawnOn(usual));
    }
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

async function shows(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.locator('[data-size][dir]').last().innerText(), { timeout: 15_000 })
    .toBe(text);
  await expectScene(page, 'question');
}

function fitOf(page: Page): Promise<{ size: number; pages: number; overflows: boolean }> {
  return page.evaluate(() => {
    const box = document.querySelector<HTMLElement>('[data-size][dir]');
    const words = box?.firstElementChild;
    const frame = document.querySelector('[data-scene]')?.getBoundingClientRect();
    return {
      size: box && frame ? (Number.parseFloat(getComputedStyle(box).fontSize) / frame.height) * 100 : 0,
      pages: box?.dataset['paged'] === 'true' ? 2 : 1,
      overflows:
        (words?.getBoundingClientRect().height ?? 0) > (box?.getBoundingClientRect().height ?? 0) + 1 ||
        (words?.scrollWidth ?? 0) > (box?.clientWidth ?? 0),
    };
  });
}

/** Every line of text and every QR code, by the rectangles that the browser gives them. */
function drawnOn(page: Page): Promise<Drawn[]> {
  return page.evaluate(() => {
    const frame = document.querySelector('[data-scene]');
    const { left, top, height } = frame?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const drawn: { what: string; rect: DOMRect }[] = [];
    const walker = document.createTreeWalker(frame ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) drawn.push({ what: node.textContent ?? '', rect });
    }
    for (const svg of frame?.querySelectorAll('svg') ?? [])
      drawn.push({ what: 'QR code', rect: svg.getBoundingClientRect() });
    return drawn.map(({ what, rect }) => ({
      what,
      left: ((rect.left - left) / height) * 100,
      top: ((rect.top - top) / height) * 100,
      width: (rect.width / height) * 100,
      height: (rect.height / height) * 100,
    }));
  });
}

function expectSame(one: Drawn[], other: Drawn[]): void {
  expect(one.map(({ what }) => what)).toEqual(other.map(({ what }) => what));
  for (const [index, { what, ...rect }] of one.entries())
    for (const side of ['left', 'top', 'width', 'height'] as const)
      expect(Math.abs(rect[side] - (other[index]?.[side] ?? Number.NaN)), `${what}: ${side}`).toBeLessThan(
        0.1,
      );
}
