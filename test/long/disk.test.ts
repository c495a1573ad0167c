// A disk that fills up and gets room again, under a built server: a tmpfs of a few megabytes that is really full.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { LogReader } from '../../server/log/reader.ts';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import type { Member, Outcome } from '../world/member.ts';
import { until } from '../world/waiting.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';
import { LongPart } from './part.ts';

/** Bytes of the disk, and how often it fills up. */
const disk = { bytes: 24_000_000, rounds: 12 };

/** How long an erasure may still take once there is room, milliseconds: it is tried again, not waited for. */
const patience = 60_000;

/** How soon it records again when there is room, milliseconds. */
const soon = 5_000;

const part = new LongPart('disk');
const rounds = part.times(disk.rounds);
const found = {
  acknowledged: 0,
  lost: 0,
  refused: 0,
  wrong: 0,
  unready: 0,
  /** What was answered where reading failed, by its status. */
  unread: [] as number[],
  slowest: 0,
  erased: 0,
};

afterAll(() => {
  const { acknowledged, lost, refused, wrong, unready, unread, slowest, erased } = found;
  part.reached(
    {
      'times full': rounds,
      'commands acknowledged': acknowledged,
      'refused while it was full': refused,
      lost,
      'times not ready was not said': unready,
      'ms until it recorded again at most': Math.round(slowest),
      'erasures carried out once there was room': erased,
    },
    lost + wrong + unready + unread.length === 0 && slowest <= soon && refused > 0 && erased === 1,
  );
});

it('[L11] acknowledges nothing on a full disk, reads on, and records again as soon as there is room', async () => {
  const { world, folder, server, origin, desk } = await onSmallDisk();
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const room = 20_000 + part.dice.below(1_500_000);
    fill(folder, room);
    for (const enough = found.refused + 100; found.refused < enough; )
      for (const { id, outcome } of await burst(desk, 20))
        if (outcome.ok) acknowledged.set(id, outcome.seq);
        else if (outcome.reason === 'unavailable') found.refused += 1;
        else if (outcome.reason !== 'too-fast') found.wrong += 1;
    if ((await call(origin, '/readyz')).status !== 503) found.unready += 1;
    // Somebody else each time: a person is given twelve whole views a minute, and then waits.
    const token = await world.sign({ role: 'moderator' });
    const view = await call(origin, `/api/events/${world.slug}/view`, { token });
    if (view.status !== 200) found.unread.push(view.status);
    const freed = performance.now();
    makeRoom(folder);
    await until(async () => {
      const [{ outcome, id } = { outcome: null, id: '' }] = await burst(desk, 1);
      if (outcome?.ok) acknowledged.set(id, outcome.seq);
      return outcome?.ok;
    }, 'an acknowledgement after there was room');
    found.slowest = Math.max(found.slowest, performance.now() - freed);
  }
  desk.drop();
  server.child.kill('SIGTERM');
  expect(await server.exit()).toBe(0);
  const entries = entriesOf(folder, world.slug);
  const lost = [...acknowledged].filter(([id, seq]) => entries.get(seq) !== id);
  found.acknowledged = acknowledged.size;
  found.lost = lost.length;
  expect(lost).toEqual([]);
  expect(found).toMatchObject({ wrong: 0, unready: 0, unread: [] });
  expect(found.refused).toBeGreaterThan(0);
  expect(found.slowest).toBeLessThanOrEqual(soon);
});

/*
 * Erasure on a full disk: the entry fits, blanking the texts does not. What was acknowledged is carried out once there
 * is room, whatever happens in between.
 */
it('[L8] carries out an erasure that the disk had no room for, once it has', async () => {
  const { world, folder, server, origin, desk } = await onSmallDisk();
  const participant = randomUUID();
  const token = await world.sign({ role: 'attendee', participant });
  const somebody = await world.connect({ origin, role: 'attendee', token });
  const canary = randomUUID();
  for (let count = 0; count < 28; count += 1) await somebody.ask(textOf(`${canary} ${count}`));
  const erase = { type: 'participant.erase', participant };
  await narrow(folder, desk);
  const erased = await until(async () => {
    const outcome = await somebody.send(erase);
    if (!outcome.ok) loosen(folder);
    return outcome.ok;
  }, 'the entry of the erasure to fit');
  expect(erased).toBe(true);
  makeRoom(folder);
  const left = () => bytesOf(folder).filter((bytes) => bytes.includes(canary)).length;
  for (const end = performance.now() + patience; left() > 0 && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 200));
  expect(left()).toBe(0);
  expect(server.child.exitCode).toBeNull();
  found.erased = 1;
});

interface OnSmallDisk {
  world: World;
  folder: string;
  server: Built;
  origin: string;
  desk: Member;
}

/** A served event whose data folder is a small disk of its own; fails with the reason where none can be mounted. */
async function onSmallDisk(): Promise<OnSmallDisk> {
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const folder = join(world.folder, 'small-disk');
  mkdirSync(folder);
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${disk.bytes}`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mount.status !== 0)
    throw new Error(
      `A small disk could not be mounted: ${mount.stderr}. Run the part as root: sudo npm run test:long -- disk`,
    );
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  cpSync(world.dataDir, folder, { recursive: true });
  const server = new Built({ DATA_DIR: folder, SECRET: testSecret });
  const origin = await server.origin();
  const token = await world.sign({ role: 'moderator', expiresAt: world.now() + 86_400_000 });
  return { world, folder, server, origin, desk: await world.connect({ origin, role: 'moderator', token }) };
}

/** Asks so many long questions at once. */
function burst(desk: Member, many: number): Promise<{ id: string; outcome: Outcome }[]> {
  return Promise.all(
    Array.from({ length: many }, async () => {
      const id = randomUUID();
      const outcome = await desk.send({ id, type: 'question.ask', session: 'talk-1', text: textOf(id) });
      return { id, outcome };
    }),
  );
}

function textOf(words: string): string {
  return `${words} ${'long '.repeat(60)}`.slice(0, 290);
}

/** Leaves so many bytes of room at most: the server may take some of it meanwhile. */
function fill(folder: string, room: number): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

function makeRoom(folder: string): void {
  rmSync(join(folder, 'ballast'), { force: true });
}

/** Fills the disk to the last page: even a short entry does not fit. */
async function narrow(folder: string, desk: Member): Promise<void> {
  fill(folder, 0);
  await until(async () => (await burst(desk, 1)).some(({ outcome }) => !outcome.ok), 'the disk to be full');
}

/** Gives a few pages of room back. */
function loosen(folder: string): void {
  const ballast = join(folder, 'ballast');
  // Written anew it could find its own place taken by the server.
  truncateSync(ballast, Math.max(0, statSync(ballast).size - 8_192));
}

function bytesOf(folder: string): Buffer[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((file) =>
    file.isFile() && file.name !== 'ballast' ? [readFileSync(join(folder, file.name))] : [],
  );
}

const entrySchema = z.object({ seq: z.number(), id: z.string() });

function entriesOf(folder: string, slug: string): Map<number, string> {
  const reader = LogReader.ofFolder(folder);
  const entries = [...reader.entries(slug)].map((entry) => entrySchema.parse(entry));
  reader.close();
  return new Map(entries.map(({ seq, id }) => [seq, id]));
}
