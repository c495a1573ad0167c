import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { displayCode } from '../../client/stage/display-code.ts';
import type { Show } from '../../shared/stage/show.ts';
import { movedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';
import { drawnIn, pixelAt, pixelsOf, thinlyDrawn } from '../journeys/pixels.ts';
import { expectScene, inQuestions, reachable, StageCrew } from '../journeys/stage-crew.ts';

const layouts = ['lower-third', 'side', 'corner'] as const;

/** Where a layout's box may draw, in percent of a 16:9 picture. */
const within = {
  'lower-third': { left: 5, top: 65, right: 95, bottom: 95 },
  side: { left: 66.6, top: 0, right: 100, bottom: 100 },
  corner: { left: 51, top: 55, right: 95, bottom: 95 },
} as const;

/** A box lets 12 % of what lies below through, the picture's own rounding taken off. */
const boxAlpha = Math.floor(0.88 * 255);

const asked = 'How sensitive are these results to the choice of prior?';

describe('displays that wait, are claimed, and come back', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  let crew: StageCrew;
  let question: string;
  const pages: Record<string, Page> = {};
  const page = (name: string): Page => {
    const found = pages[name];
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  };
  const idOf = async (name: string): Promise<string> => {
    const code = await page(name)
      .getByText(/^\d{4}$/)
      .first()
      .innerText();
    return crew.desk.until(
      () => Object.keys(crew.desk.view.displays ?? {}).find((id) => displayCode(id) === code),
      `the display ${code}`,
    ) as Promise<string>;
  };

  beforeAll(async () => {
    crew = await StageCrew.of(day);
    question = await crew.question(asked);
    const address = {
      wall: '/stage',
      stream: '/stage?background=transparent&layout=corner',
      foyer: '/stage?theme=light',
    };
    for (const [name, path] of Object.entries(address))
      pages[name] = await day.show(await day.people.projector(), path, 'projector');
  });

  test('a display without a room says its four digits and waits, and the desk sees it wait', async () => {
    for (const name of ['wall', 'foyer', 'stream']) {
      await expectText(page(name).locator('body'), 'Waiting to be assigned');
      const id = await idOf(name);
      await crew.desk.until(() => crew.desk.view.displays?.[id]?.kind === 'waiting', 'it to wait');
      expect(crew.desk.view.displays?.[id]?.room).toBeNull();
      await day.picture(page(name), `display-waiting-${name}`);
    }
    await expectText(page('wall').locator('body'), '1920 × 1080 pixels');
    await expectText(page('wall').locator('body'), 'slow; countdowns are right all the same');
    await expectText(page('wall').locator('body'), 'Cursor is hidden');
  });

  test('what a desk sets of three displays each of them does, whatever its address says', async () => {
    await crew.show({ kind: 'question', question });
    const set = async (name: string, look: object) =>
      crew.desk.must({ type: 'display.set', display: await idOf(name), ...look });
    await set('wall', { name: 'Main wall', room: 'main' });
    await set('stream', { name: 'Stream', room: 'main', layout: 'lower-third' });
    await set('foyer', { name: 'Foyer screen', room: 'foyer', theme: 'dark' });
    await expectScene(page('wall'), 'question');
    await expectScene(page('stream'), 'question');
    await expectScene(page('foyer'), 'talk');
    expect(await frameOf(page('stream'))).toEqual({
      layout: 'lower-third',
      background: 'transparent',
      theme: 'dark',
    });
    expect(await frameOf(page('foyer'))).toEqual({ layout: 'full', background: 'solid', theme: 'dark' });
    await crew.desk.until(
      () =>
        Object.values(crew.desk.view.displays ?? {}).filter(
          (display) => display.question === question && display.fits,
        ).length === 2,
      'two displays to say that they show it',
    );
  });

  test('asked who it is, a display says its name and digits over what it shows, and stops by itself', async () => {
    const id = Object.values(crew.desk.view.displays ?? {}).find(({ name }) => name === 'Stream')?.id ?? '';
    await crew.desk.say('identify', { display: id });
    await expectText(page('stream').locator('main'), displayCode(id));
    await expectText(page('stream').locator('main'), 'Stream');
    expect(await page('wall').locator('main').innerText()).not.toContain('Main wall');
    const seen = await pixelsOf(page('stream'));
    expect(drawnIn(seen)?.bottom).toBeLessThanOrEqual(95.1);
    expect(await underSign(page('stream'))).toEqual([]);
    await day.picture(page('stream'), 'display-identify-lower-third');
    await expect
      .poll(() => page('stream').locator('main').innerText(), { timeout: 15_000 })
      .not.toContain(displayCode(id));
    await crew.desk.say('identify', {});
    for (const name of ['Main wall', 'Foyer screen'])
      await expectText(page(name === 'Main wall' ? 'wall' : 'foyer').locator('main'), name);
    await day.picture(page('wall'), 'display-identify-full');
  });

  test('[D3] a reload, or a browser that starts anew, shows the right scene within 5 s and without a touch', async () => {
    await page('wall').reload();
    await expectScene(page('wall'), 'question', 5_000);
    const context = page('stream').context();
    const address = page('stream').url();
    await page('stream').close();
    await crew.show({ kind: 'message', text: 'Back in five minutes' });
    const again = await context.newPage();
    pages['stream'] = again;
    await again.goto(address);
    await expectScene(again, 'message', 5_000);
    expect(await frameOf(again)).toMatchObject({ layout: 'lower-third', background: 'transparent' });
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

describe('the layouts that share the screen', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  let crew: StageCrew;
  let question: string;
  let long: string;
  const pages: Record<string, Page> = {};
  const page = (name: string): Page => {
    const found = pages[name];
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  };

  beforeAll(async () => {
    crew = await StageCrew.of(day);
    question = await crew.question(asked);
    long = await crew.question(`${'W'.repeat(40)} ${'Why is that so? '.repeat(16)}`.slice(0, 299));
    const open = async (name: string, search: string) => {
      const screen = await day.people.projector({ viewport: { width: 640, height: 360 } });
      pages[name] = await day.show(screen, `/stage/main?${search}`, 'projector', { room: 'main' });
    };
    for (const layout of layouts) await open(layout, `layout=${layout}&background=transparent`);
    await open('solid', 'layout=lower-third');
  });

  const drawing: [string, () => Show, string, string][] = [
    ['a question', () => ({ kind: 'question', question }), 'question', asked],
    ['a question of 300 units', () => ({ kind: 'question', question: long }), 'question', '1 / '],
    [
      'a message',
      () => ({ kind: 'message', text: 'The lunch buffet opens at noon' }),
      'message',
      'The lunch buffet',
    ],
    ['the code', () => ({ kind: 'join' }), 'join', 'follow along'],
    ['the invitation to ask', () => ({ kind: 'scene', scene: 'qa' }), 'qa-invite', 'Ask your question'],
    ['the timer', () => ({ kind: 'timer' }), 'timer', 'min'],
    ['which display it is', () => ({ kind: 'test' }), 'test', 'pixels'],
  ];

  test.each(drawing)('%s stands on its own box and nowhere else', async (title, show, scene, words) => {
    await crew.show(show());
    for (const layout of layouts) {
      const stage = page(layout);
      await expectText(stage.locator('main'), words);
      await expectScene(stage, scene);
      await day.picture(stage, `overlay-${layout}-${title.replaceAll(' ', '-')}`);
      const seen = await pixelsOf(stage);
      if (scene !== 'test') expectInside(seen, layout);
      expect(thinlyDrawn(seen, boxAlpha), layout).toBe(0);
      expect(pixelAt(seen, 25, 25), layout).toEqual([0, 0, 0, 0]);
      expect(await overflowing(stage), layout).toEqual([]);
    }
    await expectScene(page('solid'), scene);
    expect(pixelAt(await pixelsOf(page('solid')), 25, 25)).toEqual([11, 13, 15, 255]);
  });

  test('[D8] asked which one it is a layout covers none of the words that are read', async () => {
    await crew.show({ kind: 'question', question });
    for (const layout of layouts) await expectScene(page(layout), 'question');
    await crew.desk.say('identify', {});
    const under = layouts.map(async (layout) => {
      await page(layout).locator('[data-read="true"]').waitFor();
      return underSign(page(layout));
    });
    expect(await Promise.all(under)).toEqual(layouts.map(() => []));
    for (const layout of layouts)
      await page(layout).locator('[data-read]').waitFor({ state: 'detached', timeout: 15_000 });
  });

  test('what nobody looks for beside slides draws nothing at all', async () => {
    await crew.show({ kind: 'message', text: 'Before' });
    for (const layout of layouts) await expectScene(page(layout), 'message');
    for (const kind of ['blank', 'timeline'] as const) {
      await crew.show({ kind });
      await expectNothing(kind);
    }
    for (const scene of ['doors', 'break', 'talk', 'panel', 'posters', 'end'] as const) {
      await crew.show({ kind: 'scene', scene });
      await expectNothing(scene);
    }
  });

  const expectNothing = async (scene: string): Promise<void> => {
    for (const layout of layouts) {
      await expectScene(page(layout), scene);
      expect(drawnIn(await pixelsOf(page(layout))), `${scene} ${layout}`).toBeNull();
    }
  };

  test('Black draws nothing where others are mixed below, and black where it stands alone', async () => {
    await crew.show({ kind: 'question', question });
    await crew.black(true);
    await expectNothing('black');
    await expectScene(page('solid'), 'black');
    expect(pixelAt(await pixelsOf(page('solid')), 25, 25)).toEqual([0, 0, 0, 255]);
    await crew.black(false);
    await expectScene(page('corner'), 'question');
  });

  test('a swap from words to words lets no more through than the box does', async () => {
    const stage = page('lower-third');
    await expectScene(stage, 'question');
    await stage.evaluate(() => {
      const real = globalThis.setTimeout;
      Object.assign(globalThis, {
        setTimeout: (act: () => void, ms = 0) => real(act, ms < 1_000 ? ms * 20 : ms),
      });
    });
    await crew.show({ kind: 'question', question: long });
    await stage.waitForFunction(() => document.querySelectorAll('[data-mirrored]').length === 2);
    await stage.evaluate(() => {
      for (const animation of document.getAnimations()) {
        animation.pause();
        animation.currentTime = 100;
      }
    });
    const seen = await pixelsOf(stage);
    // Boxes are as wide as their words: what both draw over is judged, in percent of the picture.
    const both = await stage.evaluate(() => {
      const boxes = [...document.querySelectorAll('[data-mirrored] [data-layout]')].map((box) =>
        box.getBoundingClientRect(),
      );
      return {
        count: boxes.length,
        left: (Math.max(...boxes.map(({ left }) => left)) / innerWidth) * 100,
        right: (Math.min(...boxes.map(({ right }) => right)) / innerWidth) * 100,
        top: (Math.max(...boxes.map(({ top }) => top)) / innerHeight) * 100,
        bottom: (Math.min(...boxes.map(({ bottom }) => bottom)) / innerHeight) * 100,
      };
    });
    expect(both.count).toBe(2);
    // Two halves that are rounded may miss one.
    for (const x of [both.left + 1.5, both.right - 1.5])
      for (const y of [both.top + 1.5, both.bottom - 1.5])
        expect(pixelAt(seen, x, y)[3]).toBeGreaterThanOrEqual(boxAlpha - 1);
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

function expectInside(seen: Parameters<typeof drawnIn>[0], layout: (typeof layouts)[number]): void {
  const drawn = drawnIn(seen);
  const box = within[layout];
  expect(drawn, layout).not.toBeNull();
  if (!drawn) return;
  expect(drawn.left).toBeGreaterThanOrEqual(box.left - 0.1);
  expect(drawn.top).toBeGreaterThanOrEqual(box.top - 0.1);
  expect(drawn.right).toBeLessThanOrEqual(box.right + 0.1);
  expect(drawn.bottom).toBeLessThanOrEqual(box.bottom + 0.1);
}

/** The words of a picture that lie below the strip which says which screen this is. */
function underSign(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sign = document.querySelector('[data-read]')?.getBoundingClientRect();
    if (!sign) return ['no sign'];
    const range = document.createRange();
    const words = document.createTreeWalker(
      document.querySelector('[data-mirrored]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const under: string[] = [];
    while (words.nextNode()) {
      range.selectNodeContents(words.currentNode);
      for (const { top, bottom, left, right } of range.getClientRects())
        if (bottom > sign.top + 1 && top < sign.bottom - 1 && right > sign.left && left < sign.right)
          under.push(words.currentNode.textContent ?? '');
    }
    return under;
  });
}

function frameOf(page: Page): Promise<object> {
  return page.evaluate(() => {
    const { layout, background, theme } = document.querySelector<HTMLElement>('[data-scene]')?.dataset ?? {};
    return { layout, background, theme };
  });
}

/** The texts that are larger than the place they were fitted into. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-size][dir]')]
      .filter((box) => {
        const words = box.firstElementChild;
        return (
          (words?.getBoundingClientRect().height ?? 0) > box.getBoundingClientRect().height + 0.5 ||
          (words?.scrollWidth ?? 0) > box.clientWidth
        );
      })
      .map((box) => box.innerText),
  );
}
