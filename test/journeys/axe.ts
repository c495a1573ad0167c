import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The colours in which a page is looked at: by day, by night, and those that a reader forces upon it. */
const colours = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** What axe finds on a page as it stands: each rule with where it is broken. */
export async function faultsByAxe(page: Page): Promise<string[]> {
  // No page has frames of others: what axe needs a second page for is not there.
  return faultsIn(await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze());
}

/** What axe finds on a page by day, and what it finds of colours at night and where a reader forces them. */
export async function faultsInAllColours(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const look of colours) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const first = look === colours[0];
    const found = await (first ? axe.withTags(rules) : axe.withRules(['color-contrast'])).analyze();
    faults.push(...faultsIn(found).map((fault) => `${look.colorScheme}, ${look.forcedColors}: ${fault}`));
  }
  return faults;
}

function faultsIn({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
