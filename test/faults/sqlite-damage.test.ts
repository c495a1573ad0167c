import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stateHash } from '../../server/log/canonical.ts';
import { checkFile, firstDamage } from '../../server/log/maintenance.ts';
import { LogReader } from '../../server/log/reader.ts';
import { logFile } from '../../server/log/sqlite/file.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { question, vote } from '../log/drafts.ts';
import { Folder } from '../log/folder.ts';

let origin: Folder;
let folder: Folder;

beforeAll(async () => {
  origin = new Folder();
  const store = await SqliteLogStore.open(origin.path);
  for (const slug of ['workshop', 'other']) {
    const log = await store.open(slug);
    for (let count = 1; count <= 30; count += 1)
      await log.append(count % 3 === 0 ? question('Why?', 'owner') : vote({ at: count }));
    await log.append(question('gone', 'forgotten'));
    await log.forget('forgotten');
    await store.saveSnapshot(slug, { seq: 20, state: '{"a":1}', hash: stateHash('{"a":1}') });
  }
  await store.close();
});

afterAll(() => origin.remove());

beforeEach(() => {
  folder = new Folder();
  copyFileSync(logFile(origin.path), logFile(folder.path));
});

afterEach(() => folder.remove());

/** Changes the file as a careless or malicious hand would. */
function tamper(...statements: string[]): void {
  const db = new Database(logFile(folder.path));
  db.pragma('foreign_keys = OFF');
  for (const statement of statements) db.exec(statement);
  db.close();
}

async function damage(): Promise<string | null> {
  const store = await SqliteLogStore.open(folder.path);
  const { damage } = await store.check('workshop');
  await store.close();
  expect(firstDamage(checkFile(logFile(folder.path)))).not.toBeNull();
  return damage;
}

describe('a check of the log', () => {
  it('[L12] finds nothing in a log that is whole, and other events untouched by damage to one', async () => {
    expect(checkFile(logFile(folder.path))).toMatchObject({
      damage: null,
      events: [
        { slug: 'workshop', entries: 31, seq: 31, damage: null },
        { slug: 'other', entries: 31, seq: 31, damage: null },
      ],
    });
    tamper('DELETE FROM entries WHERE event = 1 AND seq = 5');
    expect(checkFile(logFile(folder.path)).events.map((event) => event.damage === null)).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    [
      'a changed line',
      "UPDATE entries SET data = replace(data, 'true', 'false') WHERE event = 1 AND seq = 7",
      'seq 7: the entry does not match its hash',
    ],
    [
      'a changed hash',
      'UPDATE entries SET hash = zeroblob(32) WHERE event = 1 AND seq = 7',
      'seq 7: the entry does not match its hash',
    ],
    ['a missing row', 'DELETE FROM entries WHERE event = 1 AND seq = 9', 'seq 9: the entry is missing'],
    [
      'a missing tail',
      'DELETE FROM entries WHERE event = 1 AND seq > 28; DELETE FROM bodies WHERE seq > 28',
      'seq 29: the entry is missing, the log went to 31',
    ],
    [
      'two swapped rows',
      'UPDATE entries SET seq = -4 WHERE event = 1 AND seq = 4; UPDATE entries SET seq = 4 WHERE event = 1 AND seq = 5; UPDATE entries SET seq = 5 WHERE event = 1 AND seq = -4',
      'seq 4: the entry does not match its hash',
    ],
    [
      'changed rules',
      'UPDATE entries SET rules = 2 WHERE event = 1 AND seq = 8',
      'seq 8: the entry does not match its hash',
    ],
    [
      'another sender',
      "UPDATE entries SET participant = 'somebody' WHERE event = 1 AND seq = 8",
      'seq 8: the entry does not match its hash',
    ],
    [
      'another id',
      "UPDATE entries SET id = 'x' WHERE event = 1 AND seq = 8",
      'seq 8: the entry does not match its hash',
    ],
    [
      'another role',
      'UPDATE entries SET sender = \'{"role":"moderator"}\' WHERE event = 1 AND seq = 8',
      'seq 8: the entry does not match its hash',
    ],
    [
      'a seq acted on that nobody sent',
      'UPDATE entries SET seen = 7 WHERE event = 1 AND seq = 8',
      'seq 8: the entry does not match its hash',
    ],
    [
      'a changed text',
      "UPDATE bodies SET text = 'Why not?' WHERE event = 1 AND seq = 6",
      'seq 6: a text does not match its digest',
    ],
    [
      'another owner of a text',
      "UPDATE bodies SET owner = 'somebody' WHERE event = 1 AND seq = 6",
      'seq 6: a text does not match its digest',
    ],
    [
      'a text said to be forgotten',
      'UPDATE bodies SET kept = 0 WHERE event = 1 AND seq = 6',
      'seq 6: a text does not match its digest',
    ],
    ['a missing text', 'DELETE FROM bodies WHERE event = 1 AND seq = 12', 'seq 12: a text is missing'],
    [
      'a row added at the end',
      "INSERT INTO entries SELECT event, 32, at, participant, 'x', type, rules, seen, sender, data, personal, hash FROM entries WHERE event = 1 AND seq = 31",
      'seq 32: the entry does not match its hash',
    ],
    [
      'another last entry in the event',
      "UPDATE events SET seq = 30 WHERE slug = 'workshop'",
      "seq 31: the last entry is not the one the event's row names",
    ],
    ['a missing event', "DELETE FROM events WHERE slug = 'workshop'", 'the event has no readable row'],
  ])('[L12] finds %s', async (_, statement, found) => {
    tamper(statement);
    expect(await damage()).toBe(found);
  });

  it('[L12] finds a page of zeros', () => {
    const bytes = readFileSync(logFile(folder.path));
    for (let page = 0; page * 4_096 < bytes.length; page += 1) {
      const copy = Buffer.from(bytes);
      copy.fill(0, page * 4_096, (page + 1) * 4_096);
      const file = join(folder.path, 'zeroed.db');
      writeFileSync(file, copy);
      expect({ page, found: firstDamage(checkFile(file)) }).not.toEqual({ page, found: null });
    }
  });

  it('[L12] finds a flipped bit wherever it changes what is read', () => {
    const bytes = readFileSync(logFile(folder.path));
    const whole = contents(logFile(folder.path));
    const file = join(folder.path, 'flipped.db');
    let found = 0;
    for (let step = 0; step < 1_000; step += 1) {
      const bit = (step * 2_654_435_761) % (bytes.length * 8);
      const copy = Buffer.from(bytes);
      copy[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(file, copy);
      if (firstDamage(checkFile(file)) === null)
        expect({ bit, read: contents(file) }).toEqual({ bit, read: whole });
      else found += 1;
    }
    expect(found).toBeGreaterThan(300);
  });

  it('[L17] gives no snapshot that is damaged, but the one before it', async () => {
    const second = '{"a":2}';
    const store = await SqliteLogStore.open(folder.path);
    await store.saveSnapshot('workshop', { seq: 25, state: second, hash: stateHash(second) });
    expect((await store.snapshot('workshop'))?.seq).toBe(25);
    await store.close();
    tamper('UPDATE snapshots SET state = \'{"a":3}\' WHERE seq = 25');
    const again = await SqliteLogStore.open(folder.path);
    expect((await again.snapshot('workshop'))?.seq).toBe(20);
    await again.close();
  });
});

/** Everything a log file says that has to be true. */
function contents(file: string): unknown {
  const reader = LogReader.ofFile(file);
  const read = reader.slugs().map((slug) => {
    const head = reader.head(slug);
    return { slug, seq: head?.seq, entries: [...reader.entries(slug)] };
  });
  reader.close();
  return read.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
