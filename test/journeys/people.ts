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

/** The browser that the people of all files in this process use; it ends with the process. */
let shared: Browser | null = null;

function launched(flags: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: onPath('chromium-headless-shell'),
    args: [...chromiumFlags, ...flags],
  });
}

/** Real browsers, one a person, with everything that went wrong in any of them. */
export class People {
  /** Errors of pages and what the security policy refused: a journey ends with none. */
  readonly trouble: string[] = [];
  readonly #browser: Browser;
  readonly #isShared: boolean;
  readonly #contexts: BrowserContext[] = [];

  private constructor(browser: Browser, isShared: boolean) {
    this.#browser = browser;
    this.#isShared = isShared;
  }

  /**
   * Comes with the Chromium of this process, which all files that it runs share; with one of their own where `flags` add to
   * those that a machine without network needs.
   */
  static async arrive(...flags: string[]): Promise<People> {
    if (flags.length > 0) return new People(await launched(flags), false);
    if (!shared?.isConnected()) shared = await launched([]);
    return new People(shared, true);
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
    if (!this.#isShared) await this.#browser.close();
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
