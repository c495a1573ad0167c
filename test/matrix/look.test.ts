// The page `/look`: every component in every state, as `npm run look` serves it.
import type { Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faintWords } from '../journeys/contrast.ts';
import { People } from '../journeys/people.ts';

describe('[X11] every component', () => {
  let vite: ViteDevServer;
  let people: People;
  let page: Page;
  beforeAll(async () => {
    vite = await createServer({
      configFile: 'vite.config.ts',
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false },
    });
    await vite.listen();
    people = await People.arrive();
    page = await people.withLaptop({ reducedMotion: 'reduce' });
    await page.goto(new URL('/look', vite.resolvedUrls?.local[0]).href);
    await page.getByRole('heading', { name: 'compact' }).waitFor();
  });
  afterAll(async () => {
    await people.leave();
    await vite.close();
  });

  test('has 4.5:1 at its words in every state, by day, by night, stale and in forced colours', async () => {
    expect(await faintWords(page)).toEqual([]);
  });

  test('has 4.5:1 in a menu that is open', async () => {
    const open = page.getByRole('button', { name: 'More' }).first();
    await open.click();
    await page.getByRole('menuitem', { name: /^Edit/ }).waitFor();
    expect(await faintWords(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});
