import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { secretOf } from '../../server/access/secret.ts';
import { Unusable } from '../../server/unusable.ts';
import { Site } from '../cli/site.ts';
import { Built } from '../world/built.ts';
import { SmallDisk } from '../world/small-disk.ts';
import { testSecret } from '../world/world.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backrow-first-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** How a start ends that cannot write: with 1 and one sentence, and nothing else. */
async function ends(env: Record<string, string>, sentence: RegExp, args?: string[]): Promise<void> {
  const server = new Built(env, args);
  expect([await server.exit(), server.errors, server.output]).toEqual([
    1,
    expect.stringMatching(sentence),
    expect.not.stringContaining('Open this first'),
  ]);
  expect(server.errors.trimEnd().split('\n')).toHaveLength(1);
}

describe('[W78] a secret that could be guessed is none', { timeout: 60_000 }, () => {
  it.each(['', '\n', 'a', '   short   \n', 'fifteen letters'])('in a file: %j', (text) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'secret'), text);
    expect(() => secretOf(undefined, folder)).toThrow(Unusable);
    expect(() => secretOf(undefined, folder)).toThrow(
      /^\S+secret has \d+ characters?, and a secret has at least 16: /,
    );
    expect(secretOf(testSecret, folder)).toBe(testSecret);
  });

  it('which the start says in a sentence, and the command line too', async () => {
    const site = new Site();
    onTestFinished(() => site.remove());
    mkdirSync(site.dataDir);
    writeFileSync(join(site.dataDir, 'secret'), 'a');
    await ends({ DATA_DIR: site.dataDir }, /^\S+secret has 1 character, and a secret has at least 16: /);
    for (const args of [
      ['invite', '*', '--role', 'organizer'],
      ['revoke', '*', '--invite', 'abcdefgh'],
    ])
      expect(await site.run(...args)).toMatchObject({ code: 1, err: expect.stringContaining('at least 16') });
  });

  it('as is a file that cannot be read as one', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'secret'));
    await ends(
      { DATA_DIR: folder },
      /^\S+secret cannot be read \(EISDIR\)\. It signs every link and badge: /,
    );
  });
});

describe('[W79] a start that cannot write says in one sentence what and where, and ends with 1', {
  timeout: 60_000,
}, () => {
  it('in a folder that nobody may write, and in none that can be made', async () => {
    const disk = new SmallDisk(4_096);
    const folder = join(disk.path, 'data');
    mkdirSync(folder);
    disk.makeReadOnly();
    await ends({ DATA_DIR: folder, SECRET: testSecret }, /^The lock cannot be written in \S+\/data: /);
    await ends(
      { DATA_DIR: join(disk.path, 'new') },
      /^DATA_DIR \S+\/new cannot be used \(E\w+\)\. Set another one/,
    );
    await ends({ DATA_DIR: '/dev/null/data' }, /^DATA_DIR \/dev\/null\/data cannot be used \(ENOTDIR\)\./);
  });

  it.each([
    ['the lock', 'lock.held', /^The lock cannot be written in /],
    ['the note of who runs', 'lock.new', /^The lock cannot be written in /],
    ['the secret', 'secret.new', /^The secret cannot be written in /],
    ['the log', 'backrow.db', /^The log cannot be written in /],
    ['installation.json', 'installation.json.new', /^installation\.json cannot be written in /],
  ])('%s, with a folder in its place', async (_what, name, sentence) => {
    const folder = newFolder();
    mkdirSync(join(folder, name));
    await ends({ DATA_DIR: folder }, sentence);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it.each([[[]], [['--empty']]])(
    'on a full disk, wherever that begins, with arguments %j',
    { timeout: 60_000 },
    async (args) => {
      const disk = new SmallDisk(2_048);
      const left = [0, 4, 8, 12, 16, 24, 40, 64, 96, 160].map((kib) => kib * 1_024);
      const said = new Set<string>();
      for (const bytes of left) {
        const free = disk.fill(bytes);
        const server = new Built({ DATA_DIR: join(disk.path, 'data'), SECRET: testSecret }, args);
        const code = await Promise.race([
          server.exit(),
          server.origin().then(
            () => null,
            () => server.exit(),
          ),
        ]);
        if (code !== null) {
          expect([code, server.errors.trimEnd().split('\n').length, server.errors]).toEqual([
            1,
            1,
            server.errors,
          ]);
          expect(server.errors).toMatch(
            /^(The lock|The note of who runs here|The log|installation\.json|The secret) cannot be written in \S+: .*[^.]\.\n$|^DATA_DIR \S+ cannot be used \(ENOSPC\)\. /,
          );
          said.add(server.errors);
        } else server.child.kill('SIGKILL');
        await server.exit();
        free();
        for (const name of readdirSync(disk.path))
          rmSync(join(disk.path, name), { recursive: true, force: true });
      }
      expect(said.size).toBeGreaterThan(0);
    },
  );
});

it('[W79] on a full disk a server starts again on the log that it has, and what was kept is read', {
  timeout: 60_000,
}, async () => {
  const disk = new SmallDisk(8_192);
  const start = () => new Built({ DATA_DIR: join(disk.path, 'data'), SECRET: testSecret }, []);
  const server = start();
  const before: unknown = await (await fetch(`${await server.origin()}/api/events`)).json();
  expect(before).toMatchObject([{ slug: 'demo' }, {}]);
  const free = disk.fill();
  server.child.kill('SIGKILL');
  await server.exit();
  const again = start();
  const after: unknown = await (await fetch(`${await again.origin()}/api/events`)).json();
  expect(after).toEqual(before);
  free();
  again.child.kill('SIGTERM');
  expect(await again.exit()).toBe(0);
});
