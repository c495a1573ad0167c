import type { BrowserContextOptions, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { People } from '../journeys/people.ts';

/** The page `/look` in a browser of its own context, as `npm run look` serves it. */
export class LookPage {
  readonly page: Page;
  readonly #people: People;
  readonly #vite: ViteDevServer;

  private constructor(page: Page, people: People, vite: ViteDevServer) {
    this.page = page;
    this.#people = people;
    this.#vite = vite;
  }

  static async open(options: BrowserContextOptions = {}): Promise<LookPage> {
    const vite = await createServer({
      configFile: 'vite.config.ts',
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false },
    });
    await vite.listen();
    const people = await People.arrive();
    const page = await people.withLaptop({ reducedMotion: 'reduce', ...options });
    await page.goto(new URL('/look', vite.resolvedUrls?.local[0]).href);
    await page.getByRole('heading', { name: 'compact' }).waitFor();
    return new LookPage(page, people, vite);
  }

  async close(): Promise<void> {
    await this.#people.leave();
    await this.#vite.close();
  }
}
