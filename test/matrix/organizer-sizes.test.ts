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

  test('on a phone: none longer than one and a half screens, ways on in one line, everything as high as a thumb', async () => {
    const page = await open({ width: 390, height: 844 });
    for (const name of ['Overview', ...names]) {
      if (name !== 'Overview') await goTo(page, name);
      const { height, ways, low } = await page.evaluate(() => {
        const controls = [...document.querySelectorAll('a, button, summary, select, input:not([type])')];
        return {
          height: document.documentElement.scrollHeight,
          ways: document.querySelector('nav')?.getBoundingClientRect().height,
          low: controls
            .map((each) => ({ of: each.outerHTML, high: each.getBoundingClientRect().height }))
            .filter(({ high }) => high > 0 && high < 44),
        };
      });
      expect(low, name).toEqual([]);
      expect(height, name).toBeLessThanOrEqual(844 * 1.5);
      expect(ways, name).toBeLessThanOrEqual(56);
    }
  });

  test.each([
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ])(
    '$width × $height: nothing lies over what is said of a title and a room, and nothing moved for it',
    async (viewport) => {
      const page = await open(viewport);
      await goTo(page, 'Settings');
      const title = page.getByLabel('Title', { exact: true });
      if (!(await title.isVisible())) await page.getByText('Event and rooms').click();
      const add = page.getByRole('button', { name: 'Add a room' });
      const apart = async () => ((await add.boundingBox())?.y ?? 0) - ((await title.boundingBox())?.y ?? 0);
      const before = await apart();
      await title.fill('');
      await page.getByLabel('Name of room 1').fill('');
      for (const words of ['The event needs a title.', 'A room has no name.']) {
        const said = page.getByRole('main').getByText(words, { exact: true }).first();
        await said.scrollIntoViewIfNeeded();
        const isUncovered = await said.evaluate((element) => {
          const own = document.createRange();
          own.selectNodeContents(element);
          const { left, top, right, bottom } = own.getBoundingClientRect();
          const others = [...document.querySelectorAll('main :is(label, legend, button, input, select)')];
          return others.every((other) => {
            const box = other.getBoundingClientRect();
            const isBeside =
              box.right <= left || box.left >= right || box.bottom <= top + 1 || box.top >= bottom - 1;
            return isBeside || other.closest('[aria-label="Unsaved changes"]') !== null;
          });
        });
        expect(isUncovered, words).toBe(true);
      }
      expect(await apart()).toBe(before);
      await page.getByRole('button', { name: 'Discard' }).click();
    },
  );

  test.each([
    { width: 1366, height: 768 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ])(
    '$width × $height: the form of the last session is in the window, and what waits can be published beside it',
    async (viewport) => {
      const page = await open(viewport);
      await goTo(page, 'Programme');
      await page
        .getByRole('button', { name: /^(Edit|Unlock)/ })
        .last()
        .click();
      const form = page.getByRole('complementary');
      await form.getByLabel('Title', { exact: true }).first().fill('Another title');
      const publish = page.getByRole('button', { name: 'Publish changes' });
      await publish.click({ trial: true });
      const head = await form.getByRole('heading').first().boundingBox();
      expect(head?.y).toBeGreaterThanOrEqual(0);
      const button = await publish.boundingBox();
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
      await page.getByRole('button', { name: 'Discard' }).click();
    },
  );

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
