// The page `/look`: every component in every state, as `npm run look` serves it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tintOf } from '../../shared/event/accent.ts';
import { faintWords } from '../journeys/contrast.ts';
import { LookPage } from './look-page.ts';

describe('[X11] every component', () => {
  let look: LookPage;
  let page: Page;
  beforeAll(async () => {
    look = await LookPage.open();
    page = look.page;
  });
  afterAll(() => look.close());

  test('has 4.5:1 at its words in every state, by day, by night, stale and in forced colours', async () => {
    expect(await faintWords(page)).toEqual([]);
  });

  test('[E9] wears an event’s own colour on its primary buttons, by night its tint', async () => {
    const accent = '#767676';
    await page.evaluate(
      ([day = '', night = '']) => {
        const { style } = document.documentElement;
        style.setProperty('--event', day);
        style.setProperty('--event-tint', night);
      },
      [accent, tintOf(accent)],
    );
    for (const [colorScheme, ground, words] of [
      ['light', accent, '#ffffff'],
      ['dark', tintOf(accent), '#0b1a2b'],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const dressed = page.locator('button').evaluateAll((buttons) =>
        buttons.flatMap((button) => {
          const { backgroundColor, color } = getComputedStyle(button);
          return [`${backgroundColor} ${color}`];
        }),
      );
      const own = (await dressed).filter((colours) => colours.startsWith(rgb(ground)));
      expect(own.length).toBeGreaterThan(0);
      expect(new Set(own)).toEqual(new Set([`${rgb(ground)} ${rgb(words)}`]));
    }
    await page.emulateMedia({ colorScheme: null });
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
  });

  test('has 4.5:1 in a menu that is open', async () => {
    const open = page.getByRole('button', { name: 'More' }).first();
    await open.click();
    await page.getByRole('menuitem', { name: /^Edit/ }).waitFor();
    expect(await faintWords(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

/** A colour `#RRGGBB` as a browser says it. */
function rgb(colour: string): string {
  return `rgb(${[1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)).join(', ')})`;
}
