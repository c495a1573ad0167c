import { createHash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../server/log/log.ts';
import { logFile } from '../../server/log/sqlite/file.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { question, vote } from './drafts.ts';
import { Folder } from './folder.ts';

let folder: Folder;
let store: SqliteLogStore;
let log: Log;

beforeEach(async () => {
  folder = new Folder();
  store = await SqliteLogStore.open(folder.path);
  log = await store.open('workshop');
});

afterEach(async () => {
  await store.close();
  folder.remove();
});

/** Looks into the file as any SQLite program does. */
function inShell<T>(work: (db: Database.Database) => T): T {
  const db = new Database(logFile(folder.path), { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const lines = () => inShell((db) => db.prepare('SELECT line FROM lines ORDER BY seq').pluck().all());

describe('what any SQLite program reads of the file', () => {
  it('[L22] is each entry as the text that is hashed, and the chain over these texts', async () => {
    const staff = { participant: randomUUID(), role: 'moderator' } as const;
    const asked = question('Why?');
    for (const draft of [vote(), asked, { ...vote(), by: staff, seen: 1 }]) await log.append(draft);
    const read = inShell((db) =>
      db.prepare("SELECT line, hash FROM lines WHERE slug = 'workshop' ORDER BY seq").all(),
    );
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    let hash = sha('backrow workshop');
    const entries = await log.read({ after: 0 });
    expect(read).toEqual(
      entries.map(({ personal, ...entry }) => {
        const digests = personal?.bodies.map(({ digest }) => digest);
        const line = sorted({ ...entry, ...(personal && { personal: { owner: personal.owner, digests } }) });
        hash = sha(hash + line);
        return { line, hash };
      }),
    );
  });

  it('[L22] is the words of people beside them', async () => {
    await log.append(question('Why not?', 'ann'));
    expect(inShell((db) => db.prepare('SELECT seq, owner, text FROM bodies').all())).toEqual([
      { seq: 1, owner: 'ann', text: 'Why not?' },
    ]);
  });

  it('[L21] is the number of its form', () => {
    expect(inShell((db) => db.pragma('user_version', { simple: true }))).toBe(2);
  });
});

it('[L7] gives a line again whatever stands in the ids of its entry', async () => {
  const odd = ['"', '\\', "it's", '\u0000', '\u0001\b\t\n\f\r\u001f', '\u007f\u2028', 'é😀', '},"x":{', '%s'];
  for (const id of odd) await log.append(vote({ id, participant: `p ${id}` }));
  await store.close();
  store = await SqliteLogStore.open(folder.path);
  log = await store.open('workshop');
  expect((await log.read({ after: 0 })).map(({ id, by }) => [id, by.participant])).toEqual(
    odd.map((id) => [id, `p ${id}`]),
  );
  expect(lines()).toHaveLength(odd.length);
  expect(await store.check('workshop')).toEqual({ entries: odd.length, seq: odd.length, damage: null });
});

it('[L22] takes at most 0.4 kB of the file for a vote, with its key in the index', async () => {
  const people = Array.from({ length: 100 }, () => randomUUID());
  const size = async (votes: number) => {
    for (let left = votes; left > 0; left -= 500)
      await Promise.all(
        people.flatMap((participant) =>
          Array.from({ length: 5 }, () => log.append(vote({ participant, at: 1_800_000_000_000 }))),
        ),
      );
    await store.close();
    const { size } = statSync(logFile(folder.path));
    store = await SqliteLogStore.open(folder.path);
    log = await store.open('workshop');
    return size;
  };
  const before = await size(1_000);
  const after = await size(5_000);
  expect((after - before) / 5_000).toBeLessThan(400);
});

/** JSON with sorted keys, apart from the product's own. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
