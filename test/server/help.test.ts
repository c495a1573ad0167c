import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { helpFiles, helpPages } from '../../scripts/help-pages.ts';
import { World } from '../world/world.ts';

/** A server whose client was built with the help pages. */
async function openWithHelp(): Promise<World> {
  const world = new World({});
  onTestFinished(() => world.close());
  for (const { fileName, source } of helpFiles()) {
    const path = join(world.folder, fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }
  await world.make();
  await world.open();
  return world;
}

const titles = {
  index: 'Help for the people who run it',
  'moderator-card': 'Moderator card',
  'chair-script': 'Chair’s script',
  screens: 'Screens',
};

it('[W11] gives the help to everybody who asks, with its heading, its language and the headers of every page', async () => {
  const world = await openWithHelp();
  const paths = {
    '/help': titles.index,
    ...Object.fromEntries(helpPages.map((page) => [`/help/${page}`, titles[page]])),
  };
  const usual = (await world.call('/')).headers['content-security-policy'];
  for (const [path, title] of Object.entries(paths)) {
    const { status, headers, text } = await world.call(path);
    expect([path, status, headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toBe(usual);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain(`<title>${title} · Backrow</title>`);
    expect([...text.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, heading]) => heading)).toEqual([title]);
  }
});

it('[W11] has nothing in the help that the policy would stop: no script, no style, nothing of elsewhere', async () => {
  const world = await openWithHelp();
  for (const page of ['', ...helpPages.map((name) => `/${name}`)]) {
    const { text } = await world.call(`/help${page}`);
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=|(src|srcset|href)="(?:https?:)?\/\//);
  }
});

it('[W11] has every file, page and heading that the help leads to', async () => {
  const world = await openWithHelp();
  const seen = new Set<string>();
  for (const page of ['/help', ...helpPages.map((name) => `/help/${name}`)]) {
    const { text } = await world.call(page);
    const led = [...text.matchAll(/(?:href|src|srcset)="([^"]+)"/g)].map(
      ([, to]) => new URL(to ?? '', `http://here${page}`),
    );
    for (const { pathname, hash } of led) {
      const target = await world.call(pathname);
      expect([page, pathname, pathname === '/icon.svg' ? 200 : target.status]).toEqual([page, pathname, 200]);
      if (hash !== '') expect(target.text).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
      seen.add(pathname);
    }
  }
  expect([...seen].filter((path) => path.startsWith('/help/drawings/'))).toHaveLength(10);
});

it('[W11] answers 304 to a page of the help that did not change, and 404 to one that does not exist', async () => {
  const world = await openWithHelp();
  const { headers } = await world.call('/help/screens');
  expect(headers['cache-control']).toBe('no-cache');
  const again = await world.call('/help/screens', { headers: { 'if-none-match': String(headers['etag']) } });
  expect(again.status).toBe(304);
  for (const path of ['/help/nope', '/help/screens.html', '/help/..%2findex', '/help/drawings/nope.svg'])
    expect([path, (await world.call(path)).status]).toEqual([path, 404]);
});
