import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { auditSchema } from '../../shared/wire/audit.ts';
import { sectionOf } from './looking.ts';

/** How long a desk may take to do what was asked, in milliseconds; a longer wait is a failure, not a delay. */
const patience = 15_000;

/** Somebody at a desk: their keys, their lists, the line that says what came of it. */
export class Hands {
  readonly page: Page;
  readonly #slug: string;

  constructor(page: Page, slug = 'demo') {
    this.page = page;
    this.#slug = slug;
  }

  row(list: string, text: string): Locator {
    return sectionOf(this.page, list).locator('[data-row]').filter({ hasText: text });
  }

  /** Opens a list where this desk shows one at a time. */
  async open(list: string): Promise<void> {
    if ((await sectionOf(this.page, list).count()) === 0)
      await this.page.getByRole('button', { name: new RegExp(`^${list}`) }).click();
  }

  /** Puts the focus on the row at a place of a list by a press of the mouse at its words; gives its question's id. */
  async goToPlace(list: string, place: number): Promise<string> {
    await this.open(list);
    const row = sectionOf(this.page, list).locator('[data-row]').nth(place);
    await row.getByRole('paragraph').first().click();
    await expect.poll(() => row.getAttribute('data-current'), { timeout: patience }).toBe('true');
    return (await row.getAttribute('data-row')) ?? '';
  }

  /** Puts the focus on a row by a press of the mouse at its words. */
  async goTo(list: string, text: string): Promise<void> {
    await this.open(list);
    await this.row(list, text).getByText(text).first().click();
    await expect
      .poll(() => this.row(list, text).getAttribute('data-current'), { timeout: patience })
      .toBe('true');
  }

  /** The line at the foot of the desk. */
  get line(): Locator {
    return this.page.locator('footer [data-kind]');
  }

  /**
   * Presses a key until the line at the foot says what it did. A key that the desk holds off, because the row is new under
   * it or the same key was just pressed, says nothing and is pressed again, as people do.
   */
  async press(key: string, says: string): Promise<void> {
    const until = Date.now() + patience;
    let said = '';
    while (!said.includes(says) && Date.now() < until) {
      const before = await this.#saidAt();
      await this.page.keyboard.press(key);
      const heard = await this.page
        .waitForFunction(
          (at) => (document.querySelector('footer [data-at]')?.getAttribute('data-at') ?? at) !== at,
          before,
          { timeout: 2_000 },
        )
        .then(() => true)
        .catch(() => false);
      if (!heard) continue;
      said = (await this.line.allInnerTexts()).join('\n');
    }
    expect(said, key).toContain(says);
  }

  async #saidAt(): Promise<string> {
    const [at = ''] = await this.page
      .locator('footer [data-at]')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-at') ?? ''));
    return at;
  }

  /** How many entries of a type have changed something: to show what is shown changes nothing. */
  async entries(type: string): Promise<number> {
    const raw: unknown = await this.page.evaluate(
      async (slug) => (await fetch(`/api/events/${slug}/audit?as=moderator&limit=500`)).json(),
      this.#slug,
    );
    return auditSchema.parse(raw).entries.filter((entry) => entry.type === type && entry.changes.length > 0)
      .length;
  }
}

/** Presses one key on several pages at the same moment, so many milliseconds from now. */
export async function together(pages: readonly Page[], key: string, code: string, inMs = 300): Promise<void> {
  const at = Date.now() + inMs;
  await Promise.all(
    pages.map((page) =>
      page.evaluate(
        ({ at: moment, key: k, code: c }) =>
          new Promise<void>((resolve) => {
            setTimeout(() => {
              document.body.dispatchEvent(new KeyboardEvent('keydown', { key: k, code: c, bubbles: true }));
              resolve();
            }, moment - Date.now());
          }),
        { at, key, code },
      ),
    ),
  );
}

/** When the stages on these pages went black, epoch milliseconds, from now on. */
export async function whenBlack(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const look = () => {
      const black = document.querySelector('[data-scene="black"]');
      if (black && !document.documentElement.dataset['blackAt'])
        document.documentElement.dataset['blackAt'] = String(Date.now());
      else requestAnimationFrame(look);
    };
    look();
  });
  return async () => {
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset['blackAt'] ?? ''), {
        timeout: patience,
      })
      .not.toBe('');
    return Number(await page.evaluate(() => document.documentElement.dataset['blackAt']));
  };
}
