import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Site } from '../cli/site.ts';
import { Built } from '../world/built.ts';
import { until } from '../world/waiting.ts';

/** Starts the built server on a folder, and gives all that it printed when its box is there. */
async function printed(dataDir: string, args: string[] = ['--empty']): Promise<string> {
  const server = new Built({ DATA_DIR: dataDir, SECRET: 'a secret of sixteen' }, args);
  await until(() => server.output.split('─'.repeat(76)).length > 2 && server.output.endsWith('─\n'));
  server.child.kill('SIGTERM');
  await server.exit();
  return server.output;
}

const linkIn = (text: string, page: RegExp) => /#invite=(\S+)/.exec(page.exec(text)?.[0] ?? '')?.[1] ?? '';
const making = /Make one {3}\S+/;
const organiser = /Organiser +\S+/;

it('[W74] a start says which of its links are others than those that were printed before', {
  timeout: 60_000,
}, async () => {
  const site = new Site();
  onTestFinished(() => site.remove());
  site.env.SECRET = 'a secret of sixteen';
  const first = await printed(site.dataDir);
  expect(first).not.toContain('New since');
  expect(linkIn(await printed(site.dataDir), making)).toBe(linkIn(first, making));
  expect((await site.run('revoke', '*', '--invite', linkIn(first, making))).code).toBe(0);
  const second = await printed(site.dataDir);
  expect(linkIn(second, making)).not.toBe(linkIn(first, making));
  expect(second).toContain('New since the last start: Organiser.');
  expect(await printed(site.dataDir)).not.toContain('New since');
});

it('[W74] a folder of before says so of all of them, once', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backrow-new-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(await printed(folder, [])).not.toContain('New since');
  rmSync(join(folder, 'installation.json'));
  const again = await printed(folder, []);
  expect(again).toContain('New since the last start: Moderator, Screen, Organiser, Lectern.');
  expect(linkIn(again, organiser)).not.toBe('');
  expect(await printed(folder, [])).not.toContain('New since');
});
