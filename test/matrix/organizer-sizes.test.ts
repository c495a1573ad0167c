// Each of the organiser's pages with the demo: short enough on a laptop, narrow enough for a phone.
import { describe, expect, test } from 'vitest';
import { journey } from '../journeys/journey.ts';
import { expectText, goTo } from '../journeys/looking.ts';

const names = ['Programme', 'People and links', 'Screens', 'Settings', 'Export'] as const;

describe('the organiser’s pages', () => {
  const { server, people } = journey();
  const open = async (viewport: { width: number; height: number }) => {
    const page = await people().withLaptop({ viewport });
    await page.goto(server.link('Organiser'));
    await expectText(page.locator('body'), 'Before the doors open');
    return page;
  };

  test('none is longer than one and a half screens at 1366 × 768', async () => {
    const page = await open({ width: 1366, height: 768 });
    const heights: Record<string, number> = {};
    for (const name of ['Overview', ...names]) {
      if (name !== 'Overview') await goTo(page, name);
      heights[name] = await page.evaluate(() => document.documentElement.scrollHeight);
    }
    expect(Object.entries(heights).filter(([, height]) => height > 768 * 1.5)).toEqual([]);
  });

  test('none scrolls sideways at 320 px, a session’s form neither', async () => {
    const page = await open({ width: 320, height: 640 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(320);
    for (const name of names) {
      await goTo(page, name);
      expect(await width(), name).toBeLessThanOrEqual(320);
    }
    await goTo(page, 'Programme');
    await page
      .getByRole('button', { name: /^(Edit|Unlock)/ })
      .first()
      .click();
    expect(await width(), 'form').toBeLessThanOrEqual(320);
  });
});
