import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

describe('a log whose tables have another form', () => {
  /** Another form, by the number that a file names it with; everything else stays as it was. */
  function setForm(form: number): void {
    const db = new Database(join(site.dataDir, 'backrow.db'));
    db.pragma(`user_version = ${form}`);
    db.close();
  }

  const older = /^\S+ was made by a Backrow before 0\.1\.0 \(form 1\), .*nothing in it was changed\./;
  const newer =
    /^\S+ was made by a newer Backrow \(form 99, this one reads \d+\); nothing in it was changed\. Start it with that one\.$/;

  it.each([
    ['before 0.1.0', 1, older],
    ['a newer version', 99, newer],
  ])('[L21] of %s is refused by server and commands, and nothing in it is changed', async (_, form, said) => {
    setForm(form);
    const before = content();
    await expect(site.serve()).rejects.toThrow(said);
    for (const args of [
      ['verify'],
      ['export', 'day', '--format', 'csv', '--out', '-'],
      ['delete', 'day', '--yes'],
    ])
      expect(await site.run(...args)).toEqual({ code: 1, out: '', err: expect.stringMatching(said) });
    expect(content()).toEqual(before);
  });

  it('[L21] of a newer version is not restored', async () => {
    setForm(99);
    const other = new Site();
    const { code, err } = await other.run('restore', join(site.dataDir, 'backrow.db'));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(newer) });
    await other.remove();
  });
});
