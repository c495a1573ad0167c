import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { snapshotOf } from '../../server/live/snapshots.ts';
import { canonical, stateHash } from '../../server/log/canonical.ts';
import { dayFile, post, Site } from './site.ts';

let made: Site;
let site: Site;
let file: string;

beforeAll(async () => {
  made = new Site();
  const files = [made.file('day.yaml', dayFile()), made.file('night.yaml', dayFile({ slug: 'night' }))];
  await made.json('import', ...files);
});

beforeEach(() => {
  site = made.copy();
  file = join(site.dataDir, 'backrow.db');
});

afterEach(() => site.remove());
afterAll(() => made.remove());

/** Asks a question at the running server and gives what came of it. */
async function ask(address: string, text = 'Does it last?'): Promise<{ ok: boolean; seq: number }> {
  const { token } = (await post(`${address}/api/events/day/join`, { attendance: 'remote' })).body;
  const command = { type: 'question.ask', id: randomUUID(), session: 'one', text };
  return (await post(`${address}/api/events/day/commands`, command, { authorization: `Bearer ${token}` }))
    .body;
}

it('[C8] checks every event beside a running server, and its hash is that of the state', async () => {
  const address = await site.serve();
  await ask(address);
  const verified = await site.json('verify');
  expect(Object.keys(verified)).toEqual(['ok', 'events']);
  expect(Object.keys(verified.events[0])).toEqual(['slug', 'ok', 'entries', 'seq', 'epoch', 'hash']);
  expect(verified).toMatchObject({
    ok: true,
    events: [
      { slug: 'day', ok: true },
      { slug: 'night', ok: true },
    ],
  });
  const state = site.app?.events.get('day')?.live.state;
  expect(state && snapshotOf(state)).toMatchObject({
    seq: verified.events[0].seq,
    hash: verified.events[0].hash,
  });
  expect((await site.json('verify', 'night')).events).toHaveLength(1);
  expect(await site.run('verify', 'noon')).toMatchObject({
    code: 1,
    err: 'There is no event "noon". There are: day, night.',
  });
});

it('[C8] finds a flipped byte, exits with 1 and says what to do', async () => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf('"title":"One"') + 10;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const { code, out, err } = await site.run('verify', '--json');
  expect(code).toBe(1);
  const { ok, events } = JSON.parse(out);
  expect(ok).toBe(false);
  expect(events.filter((event: { ok: boolean }) => !event.ok)).toMatchObject([
    { damage: expect.stringMatching(/^seq 1: /) },
  ]);
  expect(err).toContain('npx backrow restore FILE');
});

it('[C8] finds a file that is none any more', async () => {
  writeFileSync(file, 'This is no database. '.repeat(500));
  const { code, out, err } = await site.run('verify', '--json');
  expect({ code, out: JSON.parse(out) }).toEqual({ code: 1, out: { ok: false, events: [] } });
  expect(err).toContain('The file of the log is damaged');
});

it('[C8] finds a snapshot that is not what the log gives', async () => {
  const db = new Database(file);
  const ofDay = "event = (SELECT number FROM events WHERE slug = 'day')";
  const state = JSON.parse(String(db.prepare(`SELECT state FROM snapshots WHERE ${ofDay}`).pluck().get()));
  const other = canonical({ ...state, nextNumber: 99 });
  db.prepare(`UPDATE snapshots SET state = ?, hash = ? WHERE ${ofDay}`).run(other, stateHash(other));
  db.close();
  const { code, out } = await site.run('verify', 'day', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out).events[0].damage).toContain('the snapshot is not what a replay of the log gives');
});

it('[C9] backs up while questions come in, restores elsewhere under the same hash and a new epoch, and nowhere where a server runs', async () => {
  const address = await site.serve();
  let going = true;
  const asking = (async () => {
    while (going) await ask(address, 'While it is copied');
  })();
  const { seq } = await ask(address, 'canary-before');
  const copy = join(site.folder, 'copy.db');
  expect(await site.run('backup', copy)).toMatchObject({ code: 0, out: expect.stringContaining('2 events') });
  going = false;
  await asking;
  const other = new Site();
  try {
    expect((await other.run('restore', copy)).code).toBe(0);
    const [there] = (await other.json('verify')).events;
    expect(there.seq).toBeGreaterThanOrEqual(seq);
    expect(there.epoch).not.toBe(site.app?.events.get('day')?.live.log.epoch);
    const refused = await site.run('restore', copy);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toBe(
      `${site.dataDir} is in use by process ${process.pid} at ${address}; stop it first. Nothing was changed.`,
    );
    expect(existsSync(`${file}.restoring`)).toBe(false);
    await site.stop();
    expect(await site.run('restore', copy)).toMatchObject({
      code: 0,
      out: expect.stringContaining('is kept as'),
    });
    const [here] = (await site.json('verify')).events;
    expect(here).toMatchObject({ entries: there.entries, seq: there.seq, hash: there.hash });
    expect(here.epoch).not.toBe(there.epoch);
    expect((await other.run('export', 'day', '--format', 'csv', '--out', '-')).out).toContain(
      'canary-before',
    );
  } finally {
    await other.remove();
  }
});
