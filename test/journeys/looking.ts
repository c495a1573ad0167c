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
