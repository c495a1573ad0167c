import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import { SmallDisk } from '../world/small-disk.ts';
import { until } from '../world/waiting.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';

/** The built server on the folder of a world, with a moderator connected. */
async function serving(env: Record<string, string> = { SECRET: testSecret }) {
  const world = await openWorld({ log: 'file', env });
  const token = await world.sign({ role: 'moderator' });
  await world.shut();
  if (env['SECRET'] === undefined)
    writeFileSync(inFolder(world, 'secret'), `${testSecret}\n`, { mode: 0o600 });
  const server = new Built({ DATA_DIR: world.dataDir, ...env });
  const origin = await server.origin();
  const member = await world.connect({ origin, role: 'moderator', token });
  expect(member.refusal).toBeNull();
  const ready = async () => {
    const { status, body } = await call(origin, '/readyz');
    return [status, body];
  };
  return { world, server, origin, member, ready };
}

function empty(world: World): void {
  for (const name of readdirSync(world.dataDir)) rmSync(inFolder(world, name));
}

const inFolder = (world: World, name: string) => join(world.dataDir, name);

describe('[W75] the log is removed or replaced under a server', { timeout: 60_000 }, () => {
  it.each([
    ['the file', (world: World) => rmSync(inFolder(world, 'backrow.db')), /backrow\.db was removed/],
    ['the folder’s content', empty, /was removed/],
    ['the folder', (world: World) => rmSync(world.dataDir, { recursive: true }), /was removed/],
    [
      'the name of the folder',
      (world: World) => renameSync(world.dataDir, `${world.dataDir}-away`),
      /was removed/,
    ],
    [
      'the write-ahead log',
      (world: World) => rmSync(inFolder(world, 'backrow.db-wal')),
      /backrow\.db-wal was removed/,
    ],
  ])(
    '%s: nothing is acknowledged, /readyz says so, and a clean stop makes no empty file',
    async (_what, attack, why) => {
      const { world, server, member, ready } = await serving();
      await member.ask('Is this kept?');
      expect(await ready()).toEqual([200, { ready: true }]);
      attack(world);
      const outcome = await member.send({ type: 'policy.set', slowMode: true });
      expect(outcome).toMatchObject({ ok: false, reason: 'unavailable' });
      expect(await until(async () => ((await ready())[0] === 503 ? ready() : null))).toEqual([
        503,
        { ready: false, reason: expect.stringMatching(why) },
      ]);
      expect(await member.send({ type: 'policy.set', slowMode: true })).toMatchObject({
        reason: 'unavailable',
        code: 'log-gone',
        message: expect.stringMatching(
          /^Nothing is stored any more: \S+ was removed while the server ran\. Put the data folder right/,
        ),
      });
      expect(member.seq).toBeGreaterThan(0);
      await until(() => why.test(server.errors));
      const before = existsSync(inFolder(world, 'backrow.db'));
      server.child.kill('SIGTERM');
      expect(await server.exit()).toBe(0);
      expect(existsSync(inFolder(world, 'backrow.db'))).toBe(before);
    },
  );

  it('is found within two seconds also where nobody does anything', async () => {
    const { world, ready } = await serving();
    rmSync(inFolder(world, 'backrow.db'));
    const began = performance.now();
    await until(async () => (await ready())[0] === 503);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

describe('[W76] /readyz says why nothing can be recorded', { timeout: 60_000 }, () => {
  it('a damaged event, by its name', async () => {
    const world = await openWorld({ log: 'file' });
    await world.shut();
    const db = new Database(inFolder(world, 'backrow.db'));
    db.exec('UPDATE entries SET rules = 3000 WHERE seq = 1');
    db.close();
    const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
    const origin = await server.origin();
    const ready = await until(async () => {
      const answer = await call(origin, '/readyz');
      return answer.status === 503 ? answer : null;
    });
    expect(ready?.body).toMatchObject({
      ready: false,
      reason: expect.stringMatching(/^small: The log of small is damaged/),
    });
    expect((await call(origin, '/healthz')).status).toBe(200);
    expect((await call(origin, '/api/events')).status).toBe(200);
  });

  it('a full disk, until there is room again', async () => {
    const disk = new SmallDisk(4_096);
    const server = new Built({ DATA_DIR: join(disk.path, 'data'), SECRET: testSecret });
    const origin = await server.origin();
    expect((await call(origin, '/readyz')).status).toBe(200);
    const free = disk.fill();
    const full = await until(async () => {
      const answer = await call(origin, '/readyz');
      return answer.status === 503 ? answer : null;
    });
    expect(full?.body).toEqual({
      ready: false,
      reason: 'The disk is full: nothing more can be recorded until there is room.',
    });
    free();
    await until(async () => (await call(origin, '/readyz')).status === 200);
  });
});

describe('[W77] what else is removed under a server is there again, and said', { timeout: 60_000 }, () => {
  it.each(['lock', 'lock.held', 'secret', 'installation.json'])('%s', async (name) => {
    const { world, server, member, ready } = await serving({});
    // A start writes last which links it printed; before, there is null or, with events of an earlier one, nobody.
    await until(() => /"printed": \[\s*"/.test(readFileSync(inFolder(world, 'installation.json'), 'utf8')));
    const text = readFileSync(inFolder(world, name), 'utf8');
    rmSync(inFolder(world, name));
    await until(() => existsSync(inFolder(world, name)) && server.errors.includes(`${name} was removed`));
    expect(readFileSync(inFolder(world, name), 'utf8')).toBe(text);
    if (name !== 'lock.held') expect(statSync(inFolder(world, name)).mode & 0o077).toBe(0);
    await member.ask('Does it go on?');
    expect(await ready()).toEqual([200, { ready: true }]);
  });

  it('a lock that somebody else holds, which is said once while it is so', async () => {
    const { world, server } = await serving();
    rmSync(inFolder(world, 'lock.held'));
    const other = new Database(inFolder(world, 'lock.held'));
    other.exec('BEGIN EXCLUSIVE');
    // Each look puts the note back: three of them have come and gone.
    for (let look = 0; look < 3; look += 1) {
      rmSync(inFolder(world, 'lock'));
      await until(() => existsSync(inFolder(world, 'lock')));
    }
    other.close();
    expect(server.errors.match(/lock\.held was replaced, and another process holds it/g)).toHaveLength(1);
  });

  it('a secret that was changed is put back, so that links hold over the next start', async () => {
    const { world, server } = await serving({});
    const secret = readFileSync(inFolder(world, 'secret'), 'utf8');
    writeFileSync(inFolder(world, 'secret'), 'x\n');
    await until(() => readFileSync(inFolder(world, 'secret'), 'utf8') === secret);
    await until(() => server.errors.includes('secret was removed or changed'));
  });

  it.each([[['lock']], [['lock.held']], [['lock', 'lock.held']]])(
    'a second server is refused at once when %j were removed',
    async (names) => {
      const { world, ready, member } = await serving();
      for (const name of names) rmSync(inFolder(world, name));
      const second = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
      expect(await second.exit()).toBe(1);
      expect(second.errors).toMatch(/^\S+ is in use by (another process|process \d+( at \S+)?)\n$/);
      await member.ask('Is there still one?');
      await until(() => names.every((name) => existsSync(inFolder(world, name))));
      expect(await ready()).toEqual([200, { ready: true }]);
      const third = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
      expect(await third.exit()).toBe(1);
    },
  );
});
