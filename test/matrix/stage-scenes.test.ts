import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Show, type StageTheme, stageThemes } from '../../shared/stage/show.ts';
import { movedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';
import { lightOf } from '../journeys/pixels.ts';
import { expectScene, inQuestions, reachable, resize, StageCrew } from '../journeys/stage-crew.ts';
import { voiceIn } from '../journeys/voice.ts';

const asked =
  'How sensitive are these results to the choice of prior, and would the ranking of the models survive another one?';

const shapes = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
] as const;

const scenes: { name: string; show: (question: string) => Show; scene: string }[] = [
  { name: 'question', show: (question) => ({ kind: 'question', question }), scene: 'question' },
  {
    name: 'message',
    show: () => ({ kind: 'message', text: 'Lunch is served on the terrace' }),
    scene: 'message',
  },
  { name: 'timeline', show: () => ({ kind: 'timeline' }), scene: 'timeline' },
  { name: 'timer', show: () => ({ kind: 'timer' }), scene: 'timer' },
  { name: 'join', show: () => ({ kind: 'join' }), scene: 'join' },
  { name: 'blank', show: () => ({ kind: 'blank' }), scene: 'blank' },
  { name: 'test', show: () => ({ kind: 'test' }), scene: 'test' },
  ...(
    [
      ['doors', 'doors'],
      ['break', 'break'],
      ['talk', 'talk'],
      ['qa', 'qa-invite'],
      ['panel', 'panel'],
      ['posters', 'posters'],
      ['end', 'end'],
    ] as const
  ).map(([name, scene]) => ({ name, show: (): Show => ({ kind: 'scene', scene: name }), scene })),
];

/** What stands in a box and, though no line of it ends in dots, reaches past its padding. */
function cutOff(box: HTMLElement): string[] {
  const { right } = box.getBoundingClientRect();
  const inside = right - Number.parseFloat(getComputedStyle(box).paddingInlineEnd);
  const ends = (element: Element) => getComputedStyle(element).textOverflow === 'ellipsis';
  return [...box.querySelectorAll<HTMLElement>(':scope *')]
    .filter((element) => !ends(element) && !element.closest('[aria-hidden="true"]'))
    .filter((element) => element.getBoundingClientRect().right > inside + 1)
    .map((element) => element.textContent);
}

/** A logo five times as wide as it is high. */
const wideLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="100" height="20"><path d="M0 0h100v20H0z" fill="#7a1f5c"/></svg>';

describe('every scene of a stage', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  const stages: Partial<Record<StageTheme, Page>> = {};
  let crew: StageCrew;
  let question: string;

  beforeAll(async () => {
    for (const theme of stageThemes)
      stages[theme] = await day.show(
        await day.people.projector(),
        `/stage/main?theme=${theme}`,
        'projector',
        {
          room: 'main',
        },
      );
    crew = await StageCrew.of(day);
    question = await crew.question(asked);
  });

  test.each(scenes)(
    '[D6] $name: every word has its contrast, in both themes, inside the safe area',
    async ({ name, show, scene }) => {
      await crew.show(show(question));
      for (const theme of stageThemes) {
        const stage = stages[theme];
        if (!stage) throw new Error(`No stage is ${theme}`);
        for (const viewport of shapes) {
          await resize(stage, viewport);
          await expectScene(stage, scene);
          await day.picture(stage, `scene-${name}-${theme}-${viewport.width}`);
          const words = await wordsOn(stage);
          if (scene !== 'blank') expect(words.length).toBeGreaterThan(0);
          for (const { text, ink, ground, fitted, left, top, right, bottom, size } of words) {
            expect(contrast(ink, ground), `${theme}: ${text}`).toBeGreaterThanOrEqual(fitted ? 12 : 7);
            expect(size, text).toBeGreaterThanOrEqual(2.99);
            for (const inside of [left - 5, top - 5, 95 - right, 95 - bottom])
              expect(inside, `${theme} ${viewport.width}: ${text}`).toBeGreaterThanOrEqual(-0.7);
          }
        }
      }
    },
  );

  test.each(scenes)(
    '$name: a QR code is large enough for a phone some rows away, or there is none',
    async ({ show, scene }) => {
      await crew.show(show(question));
      const stage = stages.dark;
      if (!stage) throw new Error('No stage is dark');
      await resize(stage, { width: 1920, height: 1080 });
      await expectScene(stage, scene);
      const widths = await stage
        .locator('svg[role="img"]')
        .evaluateAll((codes) => codes.map((code) => code.getBoundingClientRect().width));
      for (const width of widths) expect(width).toBeGreaterThanOrEqual(240);
    },
  );

  test('a lower third has two lines at most, is as wide as its words, and lets a little of the picture through', async () => {
    const page = await day.show(
      await day.people.projector({ viewport: { width: 1920, height: 1080 } }),
      '/stage/main?layout=lower-third&background=transparent',
      'projector',
      { room: 'main' },
    );
    const box = page.locator('[data-layout="lower-third"][data-of="text"]').last();
    for (const [text, widest] of [
      ['Why?', 1_000],
      [asked, 1_728],
      [`${asked} ${asked}`, 1_728],
    ] as const) {
      const id = await crew.question(text);
      await crew.show({ kind: 'question', question: id });
      await expect.poll(() => box.innerText()).toContain(text.slice(0, 20));
      const words = box.locator('[data-size][dir]');
      const { height, lines } = await words.evaluate((element) => {
        const { fontSize, lineHeight } = getComputedStyle(element);
        const tall = element.getBoundingClientRect().height;
        return { height: Number.parseFloat(fontSize) / 10.8, lines: tall / Number.parseFloat(lineHeight) };
      });
      expect(Math.round(lines)).toBeLessThanOrEqual(2);
      expect(height).toBeGreaterThanOrEqual(4.99);
      expect((await box.boundingBox())?.width).toBeLessThanOrEqual(widest);
    }
    const wordy = await voiceIn(day, 'attendee', '\u{fdfd}'.repeat(60));
    const id = await wordy.ask('Who has the longest name here?', { anonymous: false });
    await crew.desk.until(() => crew.desk.question(id) !== undefined, 'the question');
    await crew.desk.must({ type: 'question.approve', question: id });
    await crew.show({ kind: 'question', question: id });
    await expect.poll(() => box.innerText()).toContain('longest name');
    expect(await box.evaluate(cutOff)).toEqual([]);
    const ground = await box.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(ground).toMatch(/0\.88\)$/);
  });

  test('the pages of a lower third are as wide as each other, and each has two lines', async () => {
    const page = await day.show(
      await day.people.projector({ viewport: { width: 1280, height: 720 } }),
      '/stage/main?layout=lower-third&background=transparent',
      'projector',
      { room: 'main' },
    );
    const words = page.locator('[data-layout="lower-third"][data-of="text"] [data-size][dir]').last();
    const long =
      'How would you tell a model that reasons from one that retrieves a similar training example, when the training data is not public and its authors cannot be asked about it?';
    await crew.show({ kind: 'question', question: await crew.question(long) });
    await expect.poll(() => words.innerText()).toContain('How would you');
    const look = () =>
      words.evaluate((element) => {
        const { height, width } = element.getBoundingClientRect();
        return [
          Math.round(width),
          Math.round(height / Number.parseFloat(getComputedStyle(element).lineHeight)),
        ];
      });
    const first = await look();
    await expect.poll(() => words.innerText(), { timeout: 20_000 }).not.toContain('How would you');
    expect(await look()).toEqual(first);
    expect(first[1]).toBe(2);
  });

  test('no scene names who asked while names are off the screen', async () => {
    const named = await crew.question('Who asks this, and is it said?', { anonymous: false });
    await crew.show({ kind: 'question', question: named });
    const stage = stages.dark;
    if (!stage) throw new Error('No stage is dark');
    await expectText(stage.locator('main'), 'Rosalind');
    await crew.desk.must({ type: 'policy.set', names: false });
    await expect.poll(() => stage.locator('main').innerText(), { timeout: 15_000 }).not.toContain('Rosalind');
  });

  test.each(scenes)(
    '[E9] $name: in an event’s own colour every word has its contrast, and a logo leaves each alone',
    async ({ show, scene }) => {
      const logo = `data:image/svg+xml;base64,${Buffer.from(wideLogo).toString('base64')}`;
      await crew.desk.must({ type: 'policy.set', look: { accent: '#7a1f5c', logo } });
      await crew.show(show(question));
      for (const theme of stageThemes) {
        const stage = stages[theme];
        if (!stage) throw new Error(`No stage is ${theme}`);
        for (const viewport of shapes) {
          await resize(stage, viewport);
          await expectScene(stage, scene);
          const logos = stage.locator('main img, img');
          const shown = ['doors', 'break', 'join', 'end'].includes(scene);
          await expect.poll(() => logos.count(), { timeout: 15_000 }).toBe(shown ? 1 : 0);
          // Both are read once what comes has come, and was fitted to the frame.
          const words = await wordsOn(stage);
          const box = shown ? await logos.boundingBox() : null;
          const percent = (px: number, of: number) => (px / of) * 100;
          for (const { text, ink, ground, fitted, ...at } of words) {
            expect(contrast(ink, ground), `${theme}: ${text}`).toBeGreaterThanOrEqual(fitted ? 12 : 7);
            if (box === null) continue;
            const apart =
              at.left > percent(box.x + box.width, viewport.width) ||
              at.right < percent(box.x, viewport.width) ||
              at.top > percent(box.y + box.height, viewport.height) - 0.7 ||
              at.bottom < percent(box.y, viewport.height) + 0.7;
            expect(apart, `${theme} ${viewport.width}: ${text}`).toBe(true);
          }
          if (box !== null) expect(percent(box.height, viewport.height)).toBeLessThanOrEqual(9.1);
        }
      }
    },
  );

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

/** A piece of text: where it lies in percent of the frame, how large it is, and its real colours. */
interface Words {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  size: number;
  fitted: boolean;
  ink: number[];
  ground: number[];
}

/** The words in a frame once whatever comes or goes there has come or gone. */
function wordsOn(page: Page): Promise<Words[]> {
  return page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(passing.map(({ finished }) => finished));
    const frame = document.querySelector('[data-scene]');
    const edge = frame?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const unit = Number.parseFloat(getComputedStyle(frame ?? document.body).getPropertyValue('--vh'));
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const groundOf = (element: Element | null): number[] => {
      if (element === null) return [255, 255, 255];
      const [r = 0, g = 0, b = 0, alpha = 1] = channels(getComputedStyle(element).backgroundColor);
      return alpha === 1 ? [r, g, b] : groundOf(element.parentElement);
    };
    const opacityOf = (element: Element | null): number =>
      element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
    return [...(frame?.querySelectorAll<HTMLElement>('*') ?? [])]
      .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((each) => getComputedStyle(each).visibility === 'visible')
      .map((each) => {
        const rect = each.getBoundingClientRect();
        const { color, fontSize } = getComputedStyle(each);
        const ground = groundOf(each);
        const opacity = opacityOf(each);
        return {
          text: each.innerText,
          left: ((rect.left - edge.left) / edge.width) * 100,
          top: ((rect.top - edge.top) / edge.height) * 100,
          right: ((rect.right - edge.left) / edge.width) * 100,
          bottom: ((rect.bottom - edge.top) / edge.height) * 100,
          size: Number.parseFloat(fontSize) / unit,
          fitted: each.closest('[data-size][dir]') !== null,
          ink: channels(color)
            .slice(0, 3)
            .map((value, at) => value * opacity + (ground[at] ?? 0) * (1 - opacity)),
          ground,
        };
      });
  });
}

/** WCAG's contrast ratio of two colours, 1 to 21. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [lightOf(one), lightOf(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
