import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stateHash } from '../../server/log/canonical.ts';
import { type Log, type LogStore, LogUnavailable } from '../../server/log/log.ts';
import { matches } from '../../server/log/personal.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { question, vote } from './drafts.ts';

/** A filling under test, with what it keeps between two openings. */
export interface Shelf {
  /** Opens what is kept; the store before it has been closed. */
  open(): Promise<LogStore>;
  /** Every byte that is kept outside the process. */
  bytes(): Buffer[];
  dispose(): Promise<void>;
}

/** What every filling of the log promises; the rules are in docs/rules.md, "The log". */
export function describeLogContract(name: string, make: () => Promise<Shelf>): void {
  describe(`the log in ${name}`, () => {
    let shelf: Shelf;
    let store: LogStore;
    let log: Log;

    beforeEach(async () => {
      shelf = await make();
      store = await shelf.open();
      log = await store.open('workshop');
    });

    afterEach(async () => {
      await store.close();
      await shelf.dispose();
    });

    async function reopen(): Promise<void> {
      await store.close();
      store = await shelf.open();
      log = await store.open('workshop');
    }

    it('[L1] numbers 500 concurrent appends 1, 2, 3 … in the order they were made', async () => {
      const drafts = Array.from({ length: 500 }, () => vote());
      const appended = await Promise.all(drafts.map((draft) => log.append(draft)));
      expect(appended.map(({ entry }) => entry.seq)).toEqual(drafts.map((_, index) => index + 1));
      const read = await log.read({ after: 0 });
      expect(read.map(({ id }) => id)).toEqual(drafts.map(({ id }) => id));
    });

    it('[W66] knows how many bytes an event holds, of lines and texts, also when it is opened again', async () => {
      const empty = log.bytes;
      await log.append(vote());
      const one = log.bytes - empty;
      expect(one).toBeGreaterThan(100);
      const draft = question('ann', 'é'.repeat(1_000));
      await log.append(draft);
      const texts = log.bytes - empty - one;
      expect(texts).toBeGreaterThan(2_000);
      expect(texts).toBeLessThan(5_000);
      await log.append(draft);
      expect(log.bytes).toBe(empty + one + texts);
      const other = await store.open('another');
      expect(other.bytes).toBe(empty);
      const { bytes } = log;
      await reopen();
      expect(Math.abs(log.bytes - bytes)).toBeLessThan(200);
    });

    it('[L1] numbers each event by itself', async () => {
      const other = await store.open('other');
      await Promise.all([log.append(vote()), other.append(vote()), log.append(vote()), other.append(vote())]);
      expect((await log.read({ after: 0 })).map(({ seq }) => seq)).toEqual([1, 2]);
      expect((await other.read({ after: 0 })).map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it('[L3] gives the first entry for a key that is known, and writes nothing', async () => {
      const draft = question('Why?');
      const first = await log.append(draft);
      const again = await log.append({ ...draft, at: 9_000 });
      expect(first.repeated).toBe(false);
      expect(again).toEqual({ entry: first.entry, repeated: true });
      expect(await log.read({ after: 0 })).toEqual([first.entry]);
    });

    it('[L3] stores a key once that is sent 50 times at once', async () => {
      const draft = vote();
      const appended = await Promise.all(Array.from({ length: 50 }, () => log.append(draft)));
      expect(appended.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(new Set(appended.map(({ entry }) => entry.seq))).toEqual(new Set([1]));
      expect(await log.read({ after: 0 })).toHaveLength(1);
    });

    it('[L3] knows a key after it was opened again', async () => {
      const draft = vote();
      const { entry } = await log.append(draft);
      await reopen();
      expect(await log.append(draft)).toEqual({ entry, repeated: true });
      expect((await log.append(vote())).entry.seq).toBe(2);
    });

    it('[L3] takes the same id from two participants as two keys', async () => {
      const id = randomUUID();
      const appended = await Promise.all([log.append(vote({ id })), log.append(vote({ id }))]);
      expect(appended.map(({ entry, repeated }) => [entry.seq, repeated])).toEqual([
        [1, false],
        [2, false],
      ]);
    });

    it('[L4] gives every follower each entry once and in order, wherever and whenever it begins', async () => {
      const heard: Entry[][] = [[], [], [], []];
      const follow = (after: number, ears: Entry[]) => log.follow(after, (entry) => ears.push(entry));
      follow(0, heard[0]!);
      const before = Array.from({ length: 40 }, () => log.append(vote()));
      follow(0, heard[1]!);
      await before[10];
      follow(0, heard[2]!);
      follow(25, heard[3]!);
      const later = Array.from({ length: 40 }, () => log.append(vote()));
      await Promise.all([...before, ...later]);
      const all = Array.from({ length: 80 }, (_, index) => index + 1);
      await vi.waitFor(() => expect(heard.map((ears) => ears.at(-1)?.seq)).toEqual([80, 80, 80, 80]));
      expect(heard.map((ears) => ears.map(({ seq }) => seq))).toEqual([all, all, all, all.slice(25)]);
      expect(heard[0]).toEqual(await log.read({ after: 0 }));
      expect(heard[2]).toEqual(heard[0]);
    });

    it('[L4] reads a follower up over several pages while appends go on', async () => {
      await Promise.all(Array.from({ length: 2_300 }, () => log.append(vote())));
      const heard: number[] = [];
      log.follow(0, ({ seq }) => heard.push(seq));
      expect(heard).toEqual([]);
      await Promise.all(Array.from({ length: 300 }, () => log.append(vote())));
      await vi.waitFor(() => expect(heard).toHaveLength(2_600));
      expect(heard).toEqual(heard.map((_, index) => index + 1));
    });

    it('[L4] tells a follower nothing of a repeat, and nothing after it stopped', async () => {
      const heard: number[] = [];
      const stop = log.follow(0, ({ seq }) => heard.push(seq));
      const draft = vote();
      await log.append(draft);
      await log.append(draft);
      stop();
      await log.append(vote());
      expect(heard).toEqual([1]);
    });

    it('[L5] has told a follower that is up to date before the append resolves', async () => {
      const heard: number[] = [];
      log.follow(0, ({ seq }) => heard.push(seq));
      for (const seq of [1, 2, 3]) {
        await log.append(vote());
        expect(heard.at(-1)).toBe(seq);
      }
    });

    it('[L6] never lets time run backwards', async () => {
      const stamps = [5_000, 4_000, 6_000, 1].map((at) => log.append(vote({ at })));
      expect((await Promise.all(stamps)).map(({ entry }) => entry.at)).toEqual([5_000, 5_000, 6_000, 6_000]);
      await reopen();
      expect((await log.append(vote({ at: 2 }))).entry.at).toBe(6_000);
    });

    it('[L7] gives the same entries after it was opened again', async () => {
      const first = await log.append(question('Why is the sky blue? 青空 🟦'));
      const second = await log.append({ ...vote(), seen: undefined });
      const entries = [first.entry, second.entry];
      expect(await log.read({ after: 0 })).toEqual(entries);
      await reopen();
      expect(await log.read({ after: 0 })).toStrictEqual(entries);
      expect(await log.read({ after: 1 })).toStrictEqual([second.entry]);
      expect(await log.read({ after: 0, limit: 1 })).toStrictEqual([first.entry]);
      expect(await log.read({ after: 2 })).toEqual([]);
      expect(
        await log.read({ key: { participant: first.entry.by.participant, id: first.entry.id } }),
      ).toStrictEqual([first.entry]);
      expect(
        await log.read({ key: { participant: first.entry.by.participant, id: second.entry.id } }),
      ).toEqual([]);
    });

    it('[L7] refuses a draft that is not of its type, before anything is written', async () => {
      const draft = vote();
      await expect(
        log.append({ ...draft, data: { ...draft.data, question: 'not an id' } }),
      ).rejects.toThrow();
      await expect(log.append({ ...draft, at: Number.NaN })).rejects.toThrow();
      expect(await log.read({ after: 0 })).toEqual([]);
    });

    it('[L8] keeps nothing of the texts of somebody who is forgotten, and everything else', async () => {
      const [gone, stays] = [randomUUID(), randomUUID()];
      const canary = (whose: string, index: number) =>
        `canary-${whose}-${index}-${'x'.repeat((index * 97) % 5_000)}`;
      for (let index = 0; index < 60; index += 1) {
        await Promise.all([
          log.append(question(canary(gone, index), gone)),
          log.append(question(canary(stays, index), stays)),
        ]);
      }
      const salts = (await log.read({ after: 0 }))
        .flatMap(({ by, personal }) => (by.participant === gone ? (personal?.bodies ?? []) : []))
        .map(({ salt }) => salt);
      expect(await log.forget(gone)).toBe(60);
      for (const bytes of shelf.bytes()) {
        expect(bytes.includes(`canary-${gone}`)).toBe(false);
        expect(salts.filter((salt) => bytes.includes(salt))).toEqual([]);
      }
      const entries = await log.read({ after: 0 });
      expect(entries).toHaveLength(120);
      for (const { by, personal } of entries)
        expect(personal?.owner).toBe(by.participant === gone ? undefined : stays);
      expect(JSON.stringify(entries)).not.toContain(`canary-${gone}`);
      expect(
        (await store.bodies('workshop', 120)).filter(({ text }) => text.startsWith(`canary-${stays}`)),
      ).toHaveLength(60);
      expect(await log.forget(gone)).toBe(0);
      expect(await store.check('workshop')).toEqual({ entries: 120, seq: 120, damage: null });
      await reopen();
      expect(await log.read({ after: 0 })).toEqual(entries);
      for (const bytes of shelf.bytes()) expect(bytes.includes(`canary-${gone}`)).toBe(false);
    });

    it('[L8] keeps texts of those who write again after they were forgotten', async () => {
      const owner = randomUUID();
      await log.append(question('first', owner));
      await log.forget(owner);
      const { entry } = await log.append(question('second', owner));
      expect((await log.read({ after: 1 }))[0]).toEqual(entry);
      expect(await store.check('workshop')).toMatchObject({ damage: null });
    });

    it('[L8] keeps texts that their digests stand for, and gives those up to a seq', async () => {
      await log.append(question('one'));
      await log.append(question('two'));
      const bodies = await store.bodies('workshop', 1);
      expect(bodies.map(({ text }) => text)).toEqual(['one']);
      expect(matches('one', bodies[0]!)).toBe(true);
      expect(matches('two', bodies[0]!)).toBe(false);
    });

    it('[L20] gives each entry the same mark, whoever asks for it and however it is kept', async () => {
      const heard: string[] = [];
      log.follow(0, (entry, mark) => (heard[entry.seq - 1] = mark));
      const drafts = Array.from({ length: 20 }, (_, index) => ({
        ...vote(),
        id: fixedId(index),
        at: 1_000 + index,
      }));
      for (const draft of drafts)
        await log.append({
          ...draft,
          by: { participant: fixedId(99), role: 'attendee' },
          data: { question: fixedId(98), on: true },
        });
      const marks = await log.marks(0);
      expect(marks).toHaveLength(20);
      expect(new Set(marks).size).toBe(20);
      expect(heard).toEqual(marks);
      expect(await log.marks(15)).toEqual(marks.slice(15));
      // The same for every filling: this one value was worked out by hand, from the lines' chain of hashes.
      expect(stateHash(marks.join())).toBe(await marksByHand(await log.read({ after: 0 })));
      await reopen();
      expect(await log.marks(0)).toEqual(marks);
    });

    it('[L9] keeps its epoch while it lives, and gets a new one when it is made anew', async () => {
      const { epoch } = log;
      const other = await store.open('other');
      expect(other.epoch).not.toBe(epoch);
      await reopen();
      expect(log.epoch).toBe(epoch);
      await store.remove('workshop');
      expect((await store.open('workshop')).epoch).not.toBe(epoch);
    });

    it('[L10] waits for what is under way when it closes, and takes nothing afterwards', async () => {
      const appends = Array.from({ length: 50 }, () => log.append(vote()));
      await log.close();
      expect((await Promise.all(appends)).at(-1)?.entry.seq).toBe(50);
      await expect(log.append(vote())).rejects.toBeInstanceOf(LogUnavailable);
      await expect(log.read({ after: 0 })).rejects.toBeInstanceOf(LogUnavailable);
      expect(await (await store.open('workshop')).read({ after: 0 })).toHaveLength(50);
    });

    it('[L10] waits for all logs when the store closes', async () => {
      const appends = Array.from({ length: 50 }, () => log.append(vote()));
      await store.close();
      expect((await Promise.all(appends)).at(-1)?.entry.seq).toBe(50);
    });

    it('[L17] keeps the newest three snapshots and gives the newest that is asked for', async () => {
      await Promise.all(Array.from({ length: 5 }, () => log.append(vote())));
      const snapshots = [1, 2, 3, 5].map((seq) => ({
        seq,
        state: `{"seq":${seq}}`,
        hash: stateHash(`{"seq":${seq}}`),
      }));
      for (const snapshot of snapshots) await store.saveSnapshot('workshop', snapshot);
      await reopen();
      expect(await store.snapshot('workshop')).toEqual(snapshots[3]);
      expect(await store.snapshot('workshop', 4)).toEqual(snapshots[2]);
      expect(await store.snapshot('workshop', 1)).toBeNull();
    });

    it('[L17] refuses a snapshot that is newer than the log or not of its hash', async () => {
      await log.append(vote());
      await expect(
        store.saveSnapshot('workshop', { seq: 2, state: '{}', hash: stateHash('{}') }),
      ).rejects.toThrow();
      await expect(
        store.saveSnapshot('workshop', { seq: 1, state: '{}', hash: stateHash('[]') }),
      ).rejects.toThrow();
      expect(await store.snapshot('workshop')).toBeNull();
    });

    it('[L18] lists events in the order of their making and removes one with all it holds', async () => {
      const other = await store.open('another');
      await log.append(question('canary-removed'));
      await other.append(vote());
      expect(await store.list()).toEqual(['workshop', 'another']);
      await store.remove('workshop');
      expect(await store.list()).toEqual(['another']);
      await expect(log.append(vote())).rejects.toBeInstanceOf(LogUnavailable);
      for (const bytes of shelf.bytes()) expect(bytes.includes('canary-removed')).toBe(false);
      expect(await other.read({ after: 0 })).toHaveLength(1);
      log = await store.open('workshop');
      expect(await log.read({ after: 0 })).toEqual([]);
    });

    it('[L18] gives the same log to all who open it', async () => {
      expect(await store.open('workshop')).toBe(log);
    });
  });
}

function fixedId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** The marks of entries as docs/rules.md says: the first twelve digits of the hash over all lines up to each. */
async function marksByHand(entries: readonly Entry[]): Promise<string> {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_key, each: unknown) =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    );
  let hash = sha('backrow workshop');
  const marks = entries.map((entry) => {
    hash = sha(hash + sorted(entry));
    return hash.slice(0, 12);
  });
  return sha(marks.join());
}
