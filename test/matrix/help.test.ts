import { describe, expect, test } from 'vitest';
import { faultsInAllColours } from '../journeys/axe.ts';
import { journey } from '../journeys/journey.ts';

const pages = ['/help', '/help/moderator-card', '/help/chair-script', '/help/screens'];

describe('the help is there for whoever runs the day, on a screen and on paper', () => {
  const { server, people } = journey();
  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

  test.each(pages)('%s: axe finds nothing in any colours, and every drawing is there', async (path) => {
    const page = await people().withLaptop();
    await page.goto(at(path));
    const broken = await page
      .locator('img')
      .evaluateAll((all) =>
        all.flatMap((img) =>
          img instanceof HTMLImageElement && img.naturalWidth > 0 ? [] : [img.outerHTML],
        ),
      );
    expect(broken).toEqual([]);
    expect(await page.locator('img').count()).toBe(path === '/help/screens' ? 5 : 0);
    expect(await faultsInAllColours(page)).toEqual([]);
    await page.context().close();
  });

  test.each(pages)('%s needs no JavaScript, and fits 320 px without scrolling sideways', async (path) => {
    const page = await people().withPhone({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    await page.goto(at(path));
    expect(await page.locator('h1').innerText()).not.toBe('');
    const widest = await page
      .locator('main *')
      .evaluateAll((all) => Math.max(...all.map((each) => each.getBoundingClientRect().right)));
    expect(widest).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test.each([
    ['A4', { preferCSSPageSize: true }],
    ['Letter', { format: 'Letter', margin: { top: '10mm', bottom: '10mm', left: '12mm', right: '12mm' } }],
  ] as const)('the moderator card is one printed page (%s)', async (_name, paper) => {
    const page = await people().withLaptop({ colorScheme: 'dark' });
    await page.goto(at('/help/moderator-card'));
    expect(pagesIn(await page.pdf(paper))).toBe(1);
    await page.goto(at('/help/screens'));
    expect(pagesIn(await page.pdf(paper))).toBeGreaterThan(1);
    await page.context().close();
  });

  test('nothing went wrong in any browser, and no policy was broken', () => {
    expect(people().trouble).toEqual([]);
  });
});

/** How many pages a PDF of Chromium has: one object of this type each. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
