import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsInAllColours } from '../journeys/axe.ts';
import { journey } from '../journeys/journey.ts';
import { expectText } from '../journeys/looking.ts';

const views = [
  { name: 'start page', label: 'Open this first', says: 'Events', phone: true },
  { name: 'attendee', label: 'Phone', says: 'Your question', phone: true },
  { name: 'desk', label: 'Moderator', says: 'To review', phone: false },
  { name: 'stage', label: 'Screen', says: 'Invited Talk 2', phone: false },
  { name: 'organiser', label: 'Organiser', says: 'Before the doors open', phone: false },
  { name: 'lectern', label: 'Lectern', says: 'Planned end', phone: false },
] as const;

describe('every view can be used by everybody', () => {
  const { server, people } = journey();

  const open = async (
    { label, says, phone }: (typeof views)[number],
    options: BrowserContextOptions,
  ): Promise<Page> => {
    const page = phone ? await people().withPhone(options) : await people().withLaptop(options);
    await page.goto(server.link(label));
    await expectText(page.locator('body'), says);
    return page;
  };

  test.each(views)('$name: axe finds nothing by day, by night and in forced colours', async (view) => {
    const page = await open(view, {});
    expect(await faultsInAllColours(page)).toEqual([]);
    await page.context().close();
  });

  test.each(views.filter(({ phone }) => phone))(
    '$name fits 320 px without scrolling sideways',
    async (view) => {
      const page = await open(view, { viewport: { width: 320, height: 640 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.context().close();
    },
  );

  test('everything an attendee presses is at least 44 px', async () => {
    const page = await open(views[1], {});
    const small = await page
      .locator('button:visible, [role=tab]:visible, select:visible')
      .evaluateAll((all) =>
        all
          .map((each) => ({ name: each.textContent?.trim() ?? '', box: each.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 44 || box.height < 44)
          .map(({ name, box }) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });

  test('no page asks another origin for anything', async () => {
    const page = await people().withPhone();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.goto(server.link('Phone'));
    await expectText(page.locator('body'), 'Your question');
    expect([...new Set(asked)]).toEqual([`127.0.0.1:${server.port}`]);
  });
});
