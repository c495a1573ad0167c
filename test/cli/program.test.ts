import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayFile, Site } from './site.ts';

let site: Site;

beforeEach(() => {
  site = new Site();
});

afterEach(() => site.remove());

/** Runs the built command line as a process of its own. */
function child(
  path: string,
  ...args: string[]
): Promise<{ code: number | string; out: string; err: string }> {
  const program = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...process.env, ...site.env } },
      (error, out, err) => resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

it('[C1] names every command and every setting in its help', async () => {
  const { code, out, err } = await site.run('--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const word of 'serve import invite export revoke delete verify backup restore DATA_DIR PUBLIC_URL'.split(
    ' ',
  )) {
    expect(out).toContain(word);
  }
  expect((await site.run('invite', '--help')).out).toContain('--expires <time>');
});

it('[C1] refuses what it does not know with a sentence and 1', async () => {
  expect(await site.run('verfy')).toMatchObject({ code: 1, out: '' });
  expect((await site.run('verfy')).err).toMatch(/Unknown command 'verfy'.*\n.*Did you mean verify/);
  expect(await site.run('verify', '--loud')).toMatchObject({
    code: 1,
    err: expect.stringContaining("'--loud'"),
  });
  expect(await site.run('invite', 'day')).toMatchObject({ code: 1, err: expect.stringContaining('--role') });
  expect(await site.run()).toMatchObject({ code: 1, out: '' });
});

it('[C1] says every bad setting at once', async () => {
  Object.assign(site.env, { PORT: 'many', LOG_LEVEL: 'loud' });
  const { code, err } = await site.run('verify');
  expect(code).toBe(1);
  expect(err).toMatch(/^PORT: .*\nLOG_LEVEL: /);
});

it('[C1] says where it looked when there is no log', async () => {
  for (const command of [
    ['verify'],
    ['backup', 'file.db'],
    ['delete', 'day', '--yes'],
    ['export', 'day', '--format', 'csv', '--out', '-'],
  ]) {
    expect(await site.run(...command)).toMatchObject({
      code: 1,
      err: `There is no log in ${site.dataDir}. Is DATA_DIR right?`,
    });
  }
});

it('[C1] runs as a program, from the build and through npx', async () => {
  const day = site.file('day.yaml', dayFile());
  expect(await child('dist/server/cli.js', 'import', day)).toMatchObject({
    code: 0,
    out: expect.stringContaining('day: made'),
  });
  const { code, out } = await child('scripts/backrow.mjs', 'verify', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true, events: [{ slug: 'day', ok: true }] });
  expect(await child('scripts/backrow.mjs', 'restore', 'missing.db')).toMatchObject({
    code: 1,
    out: '',
    err: 'There is no file missing.db.\n',
  });
});

it('[C2] serves like npm start, and a second one says who has the folder', async () => {
  await site.serve();
  const { code, err } = await child('dist/server/cli.js', 'serve', '--empty');
  expect(code).toBe(1);
  expect(err).toBe(`${site.dataDir} is in use by process ${process.pid} at ${site.app?.origins.here}\n`);
});
