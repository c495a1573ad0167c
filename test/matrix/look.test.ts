// The page `/look`: every component in every state, as `npm run look` serves it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdsWhite, tintOf } from '../../shared/event/accent.ts';
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

  // The lightest that is taken; test/rules/look.test.ts reckons with all others.
  test.each(['#767676'])('[E7] has it in an event’s own colour %s, too', async (accent) => {
    expect(holdsWhite(accent)).toBe(true);
    await page.evaluate(
      ([day = '', night = '']) => {
        const { style } = document.documentElement;
        style.setProperty('--event', day);
        style.setProperty('--event-tint', night);
      },
      [accent, tintOf(accent)],
    );
    expect(await faintWords(page)).toEqual([]);
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
