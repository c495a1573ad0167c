import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How long a screen may take to show something, in milliseconds; a longer wait is a failure, not a delay. */
const patience = 15_000;

/** Waits until an element's text says something. */
export async function expectText(locator: Locator, text: string, timeout = patience): Promise<void> {
  await expect
    .poll(() => locator.allInnerTexts().then((texts) => texts.join('\n')), { timeout })
    .toContain(text);
}

/** The part of a page under a heading. */
export function sectionOf(page: Page, heading: string): Locator {
  return page.getByRole('region', { name: heading });
}

/** What somebody of the audience asked: goes there where they are not, and gives that part of their page. */
export async function mineOf(page: Page): Promise<Locator> {
  const mine = sectionOf(page, 'My questions');
  if (!(await mine.isVisible())) await page.getByRole('button', { name: /^Mine/ }).click();
  return mine;
}

/** Waits until something is said of what somebody asked. */
export async function expectMine(page: Page, text: string, timeout = patience): Promise<void> {
  await expectText(await mineOf(page), text, timeout);
}

/** Notes what a page says to screen readers from now on; gives the sentences so far. */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const region = document.querySelector('[role="status"].unseen');
    if (!region) throw new Error('This page says nothing');
    const note = () => {
      const { dataset } = document.documentElement;
      dataset['said'] = `${dataset['said'] ?? ''}${region.textContent?.trim()}\n`;
    };
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return async () =>
    (await page.evaluate(() => document.documentElement.dataset['said'] ?? ''))
      .split('\n')
      .filter((sentence) => sentence !== '');
}

/** Goes to one of the organiser's pages by the rail. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
