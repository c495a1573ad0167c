import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { chromiumFlags, onPath } from '../load/chromium.ts';
import { witness } from './witness.ts';

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
const laptop: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
const wall: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };

/** Real browsers, one a person, with everything that went wrong in any of them. */
export class People {
  /** Errors of pages and what the security policy refused: a journey ends with none. */
  readonly trouble: string[] = [];
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Starts Chromium; `flags` of the caller add to those that a machine without network needs. */
  static async arrive(...more: string[]): Promise<People> {
    const args = [...chromiumFlags, ...more];
    return new People(await chromium.launch({ executablePath: onPath('chromium'), args }));
  }

  /** Somebody with a phone. */
  async withPhone(options: BrowserContextOptions = {}): Promise<Page> {
    return this.#person({ ...phone, ...options });
  }

  /** Somebody at a laptop. */
  async withLaptop(options: BrowserContextOptions = {}): Promise<Page> {
    return this.#person({ ...laptop, ...options });
  }

  /** The room's projector. */
  async projector(options: BrowserContextOptions = {}): Promise<Page> {
    return this.#person({ ...wall, ...options });
  }

  /** All pages that are still open. */
  get pages(): Page[] {
    return this.#contexts.flatMap((context) => context.pages());
  }

  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.#browser.close();
  }

  async #person(options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Lisbon',
      ...options,
    });
    this.#contexts.push(context);
    await context.addInitScript(witness);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.trouble.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text()))
        this.trouble.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }
}
