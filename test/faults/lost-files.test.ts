// Pages whose files do not come: offline at the first tap, one file lost once, a server that was upgraded meanwhile.
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';

/** Long enough for the network to come back and for some tries; milliseconds. */
const patience = 30_000;

describe('a page whose files do not come', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  const field = (page: Page) => page.getByRole('textbox', { name: 'Your question', exact: true });
  const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  /** Something that stands in the programme alone. */
  const programme = (page: Page) => page.getByText('On first results').first();
  const chunk = (name: string, ending = 'js') => new RegExp(`/assets/${name}-[^/]*\\.${ending}$`);

  /** Loses the first request for these files. */
  const loseOnce = async (page: Page, files: RegExp) => {
    let lost = 0;
    await page.route(files, (route: Route) => (lost++ === 0 ? route.abort() : route.continue()));
    return () => lost;
  };

  test('[X2] shows the programme offline: it was fetched ahead, after the page stood', async () => {
    const page = await day.people.withPhone();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    let before: string[] = [];
    await page.exposeFunction('viewStands', () => {
      before = [...asked];
    });
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (!document.querySelector('h1')?.textContent?.includes('workshop')) return;
        look.disconnect();
        void Reflect.get(window, 'viewStands')();
      });
      look.observe(document, { childList: true, subtree: true, characterData: true });
    });
    const ahead = page.waitForResponse(chunk('programme'));
    await day.show(page, '');
    await (await ahead).finished();
    expect(before.filter((url) => chunk('programme').test(url))).toEqual([]);
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
    await page.context().setOffline(true);
    await tab(page, 'Programme').click();
    await programme(page).waitFor();
    await page.context().setOffline(false);
  });

  test('[X2] stays usable where a part does not come, and puts it up when the network is back', async () => {
    const page = await day.people.withPhone();
    await page.route(chunk('programme'), (route) => route.abort());
    await day.show(page, '');
    await field(page).fill('A question that stays');
    await tab(page, 'Programme').click();
    await expectText(page.locator('main'), 'This part did not come through. It is tried again by itself.');
    await day.picture(page, 'lost-part-phone');
    await tab(page, 'Questions').click();
    expect(await field(page).inputValue()).toBe('A question that stays');
    await tab(page, 'Programme').click();
    await page.unroute(chunk('programme'));
    await programme(page).waitFor({ timeout: patience });
    await tab(page, 'Questions').click();
    expect(await field(page).inputValue()).toBe('A question that stays');
  });

  test('[X2] comes by its button too', async () => {
    const page = await day.people.withPhone();
    await page.route(chunk('programme'), (route) => route.abort());
    await day.show(page, '');
    await tab(page, 'Programme').click();
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute(chunk('programme'));
    await again.click().catch(() => undefined);
    await programme(page).waitFor({ timeout: patience });
  });

  test('[X3] says that there is a newer version where the server was upgraded, and keeps the draft', async () => {
    const page = await day.people.withPhone();
    await page.route(chunk('programme'), (route) => route.abort());
    await day.show(page, '');
    await field(page).fill('A draft of the old version');
    // The old version's files are gone: what the open page asks for answers 404, what a page that is loaded asks for comes.
    await page.route(chunk('programme'), (route) => route.fulfill({ status: 404, body: 'No such file' }));
    await page.route(chunk('index'), (route) =>
      route.request().method() === 'HEAD' ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await tab(page, 'Programme').click();
    await expectText(page.locator('main'), 'There is a newer version of this page.');
    await day.picture(page, 'lost-part-anew');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await expect
      .poll(() => field(page).inputValue(), { timeout: patience })
      .toBe('A draft of the old version');
    await page.unroute(chunk('programme'));
    await tab(page, 'Programme').click();
    await programme(page).waitFor({ timeout: patience });
  });

  const pages: [name: string, open: (page: Page) => Promise<Page>, stands: (page: Page) => Promise<void>][] =
    [
      ['phone', (page) => day.show(page, ''), (page) => field(page).waitFor({ timeout: patience })],
      [
        'desk',
        (page) => day.show(page, '/desk', 'moderator'),
        (page) => page.getByRole('heading', { name: 'To review' }).first().waitFor({ timeout: patience }),
      ],
      [
        'stage',
        (page) => day.show(page, '/stage/main', 'projector', { room: 'main' }),
        (page) =>
          page.locator('[data-scene], [data-kind], main > div').first().waitFor({ timeout: patience }),
      ],
      [
        'lectern',
        (page) => day.show(page, '/monitor/main', 'speaker', { room: 'main' }),
        (page) => page.getByText('Invited Talk 1').first().waitFor({ timeout: patience }),
      ],
      [
        'speaker',
        (page) => day.show(page, '/speaker/talk-1', 'speaker', { session: 'talk-1' }),
        (page) => page.getByText('Invited Talk 1').first().waitFor({ timeout: patience }),
      ],
      [
        'organizer',
        (page) => day.show(page, '/admin', 'organizer'),
        (page) => page.getByText('A small workshop day').first().waitFor({ timeout: patience }),
      ],
      [
        'start',
        async (page) => {
          await page.goto(`${day.app.origins.here}/`);
          return page;
        },
        (page) => page.getByRole('heading').first().waitFor({ timeout: patience }),
      ],
    ];

  test.each(pages)(
    '[X4] the %s stands though its script, its style or its code was lost once',
    async (name, open, stands) => {
      for (const files of [
        chunk('index'),
        chunk('phone', 'css'),
        /\/assets\/(?!index)[^/]*\.js$/,
        /\/assets\/(?!phone)[^/]*\.css$/,
      ]) {
        const page = await day.people.withLaptop();
        const lost = await loseOnce(page, files);
        await open(page);
        await stands(page);
        await expect
          .poll(
            () =>
              page.evaluate(() =>
                [...document.querySelectorAll('link[rel=stylesheet]')].every(
                  // A sheet that was lost stands there too, and is empty.
                  (link) => link instanceof HTMLLinkElement && (link.sheet?.cssRules.length ?? 0) > 0,
                ),
              ),
            { timeout: patience },
          )
          .toBe(true);
        if (String(files).includes('index'))
          expect(lost(), `${name} asks for ${files} again`).toBeGreaterThan(1);
        await page.context().close();
      }
    },
    240_000,
  );
});
