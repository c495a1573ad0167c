// A form that somebody uses stays open, whatever time goes by and whoever changes the programme meanwhile.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from './day.ts';

describe('[X12] a session that is edited while the day runs', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  let page: Page;

  beforeAll(async () => {
    page = await day.people.withLaptop();
    await page.clock.install();
    await day.show(page, '/admin', 'organizer');
  });

  test('is opened by one press, stays open, and keeps a time that was typed and not left yet', async () => {
    await page.getByRole('button', { name: 'Unlock and edit Invited Talk 2' }).click();
    const minutes = page.getByRole('spinbutton', { name: 'Minutes' }).first();
    await minutes.waitFor();
    await minutes.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('35');
    await page.clock.fastForward(120_000);
    expect(await minutes.inputValue()).toBe('35');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => page.locator('body').innerText(), { timeout: 15_000 }).toContain('10:20–10:55');
    await page.getByRole('button', { name: 'Unlock and edit Invited Talk 2' }).waitFor();
  });
});
