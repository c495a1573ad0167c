// A server that is killed a hundred times while a crowd works, and what everybody heard of it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { LogReader } from '../../server/log/reader.ts';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import { faultsOf } from '../world/history/check.ts';
import { unknownEnds } from '../world/history/durability.ts';
import type { Happening, LogLine } from '../world/history/history.ts';
import type { FinalView, Shown } from '../world/history/votes.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';
import { Client } from './kills/client.ts';
import { Questions } from './kills/crowd.ts';
import { LongPart } from './part.ts';

/** What the whole part is: kills, and commands that were acknowledged meanwhile. */
const wanted = { kills: 100, acknowledged: 100_000 };

/** How long a start may take on a machine that is busy with other things, milliseconds; what it took is said. */
const startsWithin = 30_000;

/** What counts of a fresh view. */
const freshSchema = z.object({
  view: z.object({
    questions: z.record(z.string(), z.object({ status: z.string(), upvotes: z.number().nullable() })),
  }),
});

/** Who is there. Attendees vote as fast as the contract lets them, moderators as fast as they hear back. */
const crowd = { attendees: 30, moderators: 6 };

it('[W30] loses nothing that was acknowledged, whenever and however often it is killed', async () => {
  const part = new LongPart('kills');
  const { dice } = part;
  const world = await openWorld({ log: 'file', policy: { ranking: 'popular' } });
  await world.shut();
  const happenings: Happening[] = [];
  const clients = await gather(world, happenings, part);
  const acknowledged = () => happenings.reduce((sum, { what }) => sum + (what === 'ok' ? 1 : 0), 0);
  const target = { kills: part.times(wanted.kills), acknowledged: part.times(wanted.acknowledged) };
  const acting = setInterval(() => {
    for (const client of clients) client.act();
  }, 2);
  const starts: number[] = [];
  let kills = 0;
  let port = '0';
  for (; kills < target.kills || acknowledged() < target.acknowledged; kills += 1) {
    if (part.patience() < 30_000 * part.scale) break;
    const began = performance.now();
    const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret, PORT: port });
    // One in twenty is killed before it serves.
    if (kills > 0 && dice.chance(0.05)) await after(dice.below(400));
    else {
      const origin = await server.origin(startsWithin);
      starts.push(performance.now() - began);
      port = new URL(origin).port;
      for (const client of clients) client.meet(origin);
      for (const client of clients) client.sends(true);
      const round = (part.left() - 60_000 * part.scale) / Math.max(1, target.kills - kills);
      const share = Math.max(2_000, round - meanOf(starts.slice(-10)));
      const looking = setTimeout(() => void dice.pick(clients)?.look(), share / 3);
      await after(share * (0.3 + dice.next() * 1.4));
      clearTimeout(looking);
    }
    server.child.kill('SIGKILL');
    await server.exit();
  }
  for (const client of clients) client.sends(false);
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret, PORT: port });
  const origin = await server.origin(startsWithin);
  for (const client of clients) client.meet(origin);
  await settled(clients, world);
  const views = await finalViews(clients, origin);
  clearInterval(acting);
  for (const client of clients) client.meet(null);
  server.child.kill('SIGTERM');
  expect(await server.exit()).toBe(0);
  const history = { happenings, log: linesOf(world) };
  const faults = faultsOf(history, views);
  const ends = unknownEnds(history);
  const whole = verified(world);
  const oks = acknowledged();
  const held = faults.length === 0 && whole && kills >= target.kills && oks >= target.acknowledged;
  part.reached(
    {
      kills,
      'commands acknowledged': oks,
      lost: faults.filter((fault) => fault.startsWith('I1')).length,
      'other faults of the history': faults.filter((fault) => !fault.startsWith('I1')).length,
      'entries in the log': history.log.length,
      'messages heard': happenings.filter(({ what }) => what === 'view' || what === 'patch').length,
      'commands whose end nobody heard': ends.unknown,
      'ms to serve again at most': Math.round(Math.max(...starts)),
    },
    held,
  );
  expect(faults.slice(0, 20)).toEqual([]);
  expect(whole).toBe(true);
  expect(kills).toBeGreaterThanOrEqual(target.kills);
  expect(oks).toBeGreaterThanOrEqual(target.acknowledged);
});

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

async function gather(world: World, happenings: Happening[], { dice }: LongPart): Promise<Client[]> {
  const questions = new Questions(dice);
  const make = async (role: 'attendee' | 'moderator', index: number) => {
    const participant = `${role}-${index}`;
    const nature = {
      ...{ name: `${role} ${index}`, role, participant, event: world.slug },
      token: await world.sign({ role, participant, expiresAt: world.now() + 86_400_000 }),
      window: role === 'moderator' ? 4 : 2,
      pause: role === 'moderator' ? 12 : 110,
      keepsView: role === 'moderator' ? index < 2 : index < 3,
      next: () => (role === 'moderator' ? questions.ofModerator() : questions.ofAttendee()),
      taken: questions.taken.bind(questions),
    };
    return new Client(nature, happenings, dice);
  };
  return Promise.all([
    ...Array.from({ length: crowd.attendees }, (_, index) => make('attendee', index)),
    ...Array.from({ length: crowd.moderators }, (_, index) => make('moderator', index)),
  ]);
}

/**
 * Waits until every command has its end and everybody has heard the last entry. Nobody is told of an entry that changes
 * nothing of what they see, such as a second upvote: whoever is behind after a while is judged by what they see.
 */
async function settled(clients: readonly Client[], world: World): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const { seq } = headOf(world);
    const waiting = clients.filter((client) => client.waiting > 0);
    const isBehind = clients.some((client) => client.nature.keepsView && client.seq < seq);
    if (waiting.length === 0 && !isBehind) return;
    if (performance.now() > deadline) {
      if (waiting.length === 0) return;
      throw new Error(
        `Not answered: ${waiting.map((each) => `${each.nature.name} ${each.waiting}`).join(', ')}`,
      );
    }
    await after(100);
  }
}

/** What is seen at the end: the views that were kept up through all of it, and fresh ones. */
async function finalViews(clients: readonly Client[], origin: string): Promise<FinalView[]> {
  const views: FinalView[] = [];
  for (const { nature, followed } of clients.filter((client) => client.nature.keepsView)) {
    const { event, token, name } = nature;
    const { body } = await call(origin, `/api/events/${event}/view`, { token });
    views.push({ who: `${name}, fresh`, questions: shown(freshSchema.parse(body).view.questions) });
    views.push({ who: `${name}, kept up`, questions: shown(followed.view?.questions) });
  }
  return views;
}

function shown(questions: Readonly<Record<string, Shown>> = {}): Record<string, Shown> {
  return Object.fromEntries(
    Object.entries(questions).map(([id, { status, upvotes }]) => [id, { status, upvotes }]),
  );
}

function headOf(world: World): { seq: number } {
  const reader = LogReader.ofFolder(world.dataDir);
  const head = reader.head(world.slug);
  reader.close();
  return { seq: head?.seq ?? 0 };
}

/** The log as the checker reads it: fields and texts, and nothing that was made of them. */
function linesOf(world: World): LogLine[] {
  const reader = LogReader.ofFolder(world.dataDir);
  const texts: Record<string, string> = {};
  const lines = [...reader.entries(world.slug)].map(({ seq, id, by, type, data, personal }): LogLine => {
    for (const { digest, text } of personal?.bodies ?? []) texts[digest] = text;
    return { seq, id, participant: by.participant, role: by.role, type, fields: { ...data }, texts };
  });
  reader.close();
  return lines;
}

/** Whether `backrow verify` finds the log whole: chain, texts, index, and replay against the snapshot. */
function verified(world: World): boolean {
  const cli = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));
  const env = { PATH: process.env.PATH, DATA_DIR: world.dataDir, SECRET: testSecret };
  const { status, stdout } = spawnSync(process.execPath, [cli, 'verify', '--json'], {
    env,
    encoding: 'utf8',
  });
  return status === 0 && z.object({ ok: z.boolean() }).parse(JSON.parse(stdout)).ok;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
