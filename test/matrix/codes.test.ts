// Codes typed on the start page: an event's own, and one that stands for a colleague's link.
import { describe, expect, test } from 'vitest';
import { journey } from '../journeys/journey.ts';
import { expectText } from '../journeys/looking.ts';

describe('a code on the start page', () => {
  const { server, people } = journey();

  test('of eight characters goes to the server in one piece, however it was typed; one that is over says so', async () => {
    const page = await people().withPhone();
    await page.goto(`http://127.0.0.1:${server.port}/`);
    await page.getByLabel('Code from the screen').fill(' “ｋｌｍ４ pqr-7.”\u200B');
    const asked = page.waitForRequest((request) => request.url().includes('/j/'));
    await page.getByRole('button', { name: 'Join' }).click();
    expect(new URL((await asked).url()).pathname).toBe('/j/KLM4PQR7');
    await expectText(page.locator('body'), 'The code KLM4PQR7 has expired');
    await expectText(page.locator('body'), 'Ask whoever gave it to you for a new one');
  });

  test('[W45] of the event opens it, however it was typed', async () => {
    const page = await people().withPhone();
    await page.goto(`http://127.0.0.1:${server.port}/`);
    const code = new URL(server.link('Phone')).pathname.slice('/j/'.length);
    const wide = [...code]
      .map((sign) => String.fromCodePoint(0xfee0 + (sign.codePointAt(0) ?? 0)))
      .join('\u200B');
    await page.getByLabel('Code from the screen').fill(`"${wide}."`);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL('**/e/demo');
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});
