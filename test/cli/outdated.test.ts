import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { question } from '../log/drafts.ts';
import { dayFile, Site } from './site.ts';

let site: Site;

beforeEach(async () => {
  site = new Site();
  const store = await SqliteLogStore.open(site.dataDir);
  const log = await store.open('day');
  await log.append({ ...question('Does it last?'), rules: 3 });
  await store.close();
  writeFileSync(join(site.dataDir, 'secret'), 'a secret that was kept of old');
});

afterEach(() => site.remove());

/** Every file of the data folder with its content. */
function content(): Record<string, string> {
  const names = readdirSync(site.dataDir);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(site.dataDir, name), 'base64')]));
}

const sentence =
  /^\S+ was made by a Backrow before 0\.1\.0 \(rules 3\), .*nothing in it was changed\. To start with an empty folder, .*DATA_DIR=\S+ npm start$/;

it('[L19] a server does not start on a folder of before 0.1.0, says so, and changes nothing in it', async () => {
  const before = content();
  await expect(site.serve()).rejects.toThrow(sentence);
  expect(content()).toEqual(before);
});

it.each([
  ['verify', ['verify']],
  ['verify as JSON', ['verify', '--json']],
  ['export', ['export', 'day', '--format', 'csv', '--out', '-']],
  ['invite', ['invite', 'day', '--role', 'moderator']],
  ['delete', ['delete', 'day', '--yes']],
])('[L19] %s says the same of it', async (_, args) => {
  const before = content();
  const { code, out, err } = await site.run(...args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(sentence);
  expect(content()).toEqual(before);
});

it('[L19] import says the same of it, and writes nothing', async () => {
  const before = content();
  const { code, err } = await site.run('import', site.file('other.yaml', dayFile({ slug: 'other' })));
  expect(code).toBe(1);
  expect(err).toContain('was made by a Backrow before 0.1.0 (rules 3)');
  expect(content()).toEqual(before);
});

it('[L19] a backup of before 0.1.0 is not restored', async () => {
  const backup = join(site.folder, 'backup.db');
  expect((await site.run('backup', backup)).code).toBe(0);
  const other = new Site();
  await other.json('import', other.file('day.yaml', dayFile()));
  const { code, err } = await other.run('restore', backup);
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
  expect((await other.json('verify')).events).toMatchObject([{ slug: 'day', ok: true }]);
  await other.remove();
});
