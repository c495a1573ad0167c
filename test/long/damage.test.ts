// A log file that is cut, flipped and blanked at random: nothing wrong is read without a word.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { checkFile, firstDamage } from '../../server/log/maintenance.ts';
import { LogReader } from '../../server/log/reader.ts';
import { logFile } from '../../server/log/sqlite/file.ts';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import type { Dice } from '../world/dice.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';
import { LongPart } from './part.ts';

/** Damages that are looked at in this process, by the command line, and by a server that starts on them. */
const wanted = { looked: 3_000, verified: 25, started: 12 };

const part = new LongPart('damage');
const found = { cut: 0, flipped: 0, blanked: 0, harmless: 0, missed: 0 };
const cli = { found: 0, harmless: 0, missed: 0 };
const started = { said: 0, harmless: 0, missed: 0 };
const tails = { cut: 0, wrong: 0 };

afterAll(() => {
  const missed = found.missed + cli.missed + started.missed + tails.wrong;
  const all = found.cut + found.flipped + found.blanked;
  part.reached(
    {
      'damages found': all + cli.found + started.said,
      'of them cuts': found.cut,
      'flipped bits': found.flipped,
      'blanked pages': found.blanked,
      'by the command line': cli.found,
      'by a server that started': started.said,
      'changed nothing that is read': found.harmless + cli.harmless + started.harmless,
      'write-ahead logs cut anywhere and read up to there': tails.cut,
      missed,
    },
    missed === 0 && all > 0 && tails.cut > 0,
  );
});

it('[L12] finds every cut, flipped or blanked place of its file, or nothing that is read is another', async () => {
  const world = await longDay();
  const file = logFile(world.dataDir);
  const whole = readFileSync(file);
  const truth = contents(file);
  const copy = join(world.folder, 'damaged');
  mkdirSync(copy);
  for (let left = part.times(wanted.looked); left > 0 && part.patience() > 40_000 * part.scale; left -= 1) {
    const { kind, bytes } = damaged(whole, part.dice);
    writeFileSync(logFile(copy), bytes);
    if (firstDamage(checkFile(logFile(copy))) !== null) found[kind] += 1;
    else if (contents(logFile(copy)) === truth) found.harmless += 1;
    else found.missed += 1;
  }
  for (let left = part.times(wanted.verified); left > 0; left -= 1) {
    writeFileSync(logFile(copy), damaged(whole, part.dice).bytes);
    if (!verifies(copy)) cli.found += 1;
    else if (contents(logFile(copy)) === truth) cli.harmless += 1;
    else cli.missed += 1;
  }
  for (let left = part.times(wanted.started); left > 0; left -= 1) {
    writeFileSync(logFile(copy), damaged(whole, part.dice).bytes);
    const before = contents(logFile(copy));
    if (await saysSo(copy, world)) started.said += 1;
    else if (before === truth) started.harmless += 1;
    else started.missed += 1;
    rmSync(copy, { recursive: true });
    mkdirSync(copy);
  }
  expect({ found, cli, started }).toMatchObject({
    found: { missed: 0 },
    cli: { missed: 0 },
    started: { missed: 0 },
  });
  expect(found.cut + found.flipped + found.blanked).toBeGreaterThan(0);
});

it('[L2] reads what is left of a write-ahead log that is cut anywhere: whole entries up to there', async () => {
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
  const token = await world.sign({ role: 'moderator' });
  const desk = await world.connect({ origin: await server.origin(), role: 'moderator', token });
  for (let asked = 0; asked < 120; asked += 1) await desk.ask(`Question ${asked}?`);
  server.child.kill('SIGKILL');
  await server.exit();
  const entries = linesOf(logFile(world.dataDir), world.slug, world.folder);
  const wal = readFileSync(`${logFile(world.dataDir)}-wal`);
  const copy = join(world.folder, 'cut');
  mkdirSync(copy);
  for (let left = part.times(60); left > 0; left -= 1) {
    copyFileSync(logFile(world.dataDir), logFile(copy));
    writeFileSync(`${logFile(copy)}-wal`, wal.subarray(0, part.dice.below(wal.length)));
    rmSync(`${logFile(copy)}-shm`, { force: true });
    const kept = linesOf(logFile(copy), world.slug, world.folder);
    tails.cut += 1;
    if (!isDeepStrictEqual(kept, entries.slice(0, kept.length))) tails.wrong += 1;
  }
  expect(tails.wrong).toBe(0);
});

/** A world with some hundred entries, texts and a snapshot, whose server has closed in good order. */
async function longDay(): Promise<World> {
  const world = await openWorld({ log: 'file', policy: { moderation: 'after' } });
  const desk = await world.joinAs('moderator');
  for (let asked = 0; asked < 150; asked += 1) {
    const question = await desk.ask(`Question ${asked}: what would change your mind?`);
    await desk.must({ type: 'question.label', question, labels: ['theory'] });
    await desk.must({ type: 'question.upvote', question, on: false }).catch(() => 0);
  }
  desk.drop();
  await world.shut();
  return world;
}

function damaged(whole: Buffer, dice: Dice): { kind: 'cut' | 'flipped' | 'blanked'; bytes: Buffer } {
  const kind = dice.pick(['cut', 'flipped', 'flipped', 'blanked'] as const);
  const at = dice.below(whole.length);
  if (kind === 'cut') return { kind, bytes: Buffer.from(whole.subarray(0, at)) };
  const bytes = Buffer.from(whole);
  if (kind === 'flipped') bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
  else bytes.fill(0, at - (at % 4_096), at - (at % 4_096) + 4_096);
  return { kind, bytes };
}

/** Everything that a log file says, as one text; what cannot be read is said instead. */
function contents(file: string): string {
  try {
    const reader = LogReader.ofFile(file);
    try {
      const read = reader.slugs().map((slug) => [slug, reader.head(slug)?.seq, [...reader.entries(slug)]]);
      return JSON.stringify(read);
    } finally {
      reader.close();
    }
  } catch (error) {
    return String(error);
  }
}

/** The lines of a log, read of a copy: reading brings a write-ahead log along. */
function linesOf(file: string, slug: string, folder: string): string[] {
  const copy = join(folder, 'read.db');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  rmSync(`${copy}-shm`, { force: true });
  const reader = LogReader.ofFile(copy);
  const lines = [...reader.entries(slug)].map((entry) => JSON.stringify(entry));
  const { damage } = reader.check(slug);
  reader.close();
  expect(damage).toBeNull();
  return lines;
}

function verifies(dataDir: string): boolean {
  const cli = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, SECRET: testSecret };
  return spawnSync(process.execPath, [cli, 'verify'], { env }).status === 0;
}

/** Whether a server on a damaged folder does not start, or says so and takes nothing. */
async function saysSo(dataDir: string, world: World): Promise<boolean> {
  const server = new Built({ DATA_DIR: dataDir, SECRET: testSecret });
  const origin = await Promise.race([server.origin(), server.exit().then(() => null)]).catch(() => null);
  if (origin === null) return true;
  const token = await world.sign({ role: 'moderator' });
  const body = { id: crypto.randomUUID(), type: 'policy.set', names: true };
  for (const end = performance.now() + 3_000; performance.now() < end; ) {
    const ready = await call(origin, '/readyz');
    const taken = await call(origin, `/api/events/${world.slug}/commands`, { token, body });
    if (ready.status !== 200 || taken.status !== 200) {
      server.child.kill('SIGKILL');
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.child.kill('SIGKILL');
  return false;
}
