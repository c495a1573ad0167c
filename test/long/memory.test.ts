// A day's coming and going in ten minutes: what the server's process holds must not grow with who was there.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { joinedSchema } from '../../shared/wire/http.ts';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import { openWorld, testSecret } from '../world/world.ts';
import { Wire } from './kills/wire.ts';
import { LongPart } from './part.ts';

/** People that are there at once, each for some seconds, and how long a place stays empty, milliseconds. */
const places = { count: 60, stay: 2_000, pause: 200 };

/**
 * What the process may grow by in an hour, by the slope of the last minutes: of the least that it held in each span of
 * so many looks, which is what it holds right after it has collected what nobody needs.
 */
const wanted = { mbAnHour: 60, minutes: 7, every: 500, span: 40 };

it('holds no more after an hour of people who come and go than at its beginning', async () => {
  const part = new LongPart('memory');
  const { dice } = part;
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
  const origin = await server.origin();
  const moderator = await world.connect({
    ...{ origin, role: 'moderator' },
    token: await world.sign({ role: 'moderator', expiresAt: world.now() + 86_400_000 }),
  });
  const questions = await Promise.all(Array.from({ length: 40 }, (_, n) => moderator.ask(`Question ${n}?`)));
  for (const question of questions) await moderator.must({ type: 'question.approve', question });
  moderator.drop();
  let going = true;
  let visits = 0;
  const visit = async () => {
    const joined = await call(origin, `/api/events/${world.slug}/join`, { body: { attendance: 'remote' } });
    const { token } = joinedSchema.parse(joined.body);
    await stay(origin, { event: world.slug, token }, places.stay * (0.5 + dice.next()));
    visits += 1;
    await pause(places.pause * dice.next());
  };
  const crowd = Array.from({ length: places.count }, async () => {
    while (going) await visit();
  });
  const samples: { at: number; mb: number }[] = [];
  const length = part.left();
  for (const began = performance.now(); part.left() > 2_000; ) {
    await pause(wanted.every);
    samples.push({ at: performance.now() - began, mb: residentMb(server.child.pid ?? 0) });
  }
  going = false;
  await Promise.all(crowd);
  const late = samples.filter(({ at }) => at > length - wanted.minutes * 60_000 * part.scale);
  const slope = slopeOf(least(late)) * 3_600_000;
  // A short run says nothing of an hour: the noise of collecting is as large as the growth.
  const held = part.scale < 1 || slope <= wanted.mbAnHour;
  part.reached(
    {
      'people who came and went': visits,
      'MB an hour over the last 7 minutes': Math.round(slope * 10) / 10,
      'MB at the end': Math.round(late.at(-1)?.mb ?? 0),
      minutes: Math.round(length / 6_000) / 10,
    },
    held,
  );
  expect(server.errors).toBe('');
  expect(held).toBe(true);
});

/** One connection that reads what it is sent and goes after a while; ends when it is over. */
function stay(origin: string, auth: object, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wire = new Wire(origin, auth, {
      opened: () => void setTimeout(() => wire.close(), ms),
      heard: () => undefined,
      answered: () => undefined,
      closed: resolve,
    });
  });
}

/** What a process holds in memory, in megabytes. */
function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/** The least of each span of samples. */
function least(samples: readonly { at: number; mb: number }[]): { at: number; mb: number }[] {
  const spans = Array.from({ length: Math.ceil(samples.length / wanted.span) }, (_, index) =>
    samples.slice(index * wanted.span, (index + 1) * wanted.span),
  );
  return spans.flatMap((span) => span.toSorted((a, b) => a.mb - b.mb).slice(0, 1));
}

/** Growth by least squares, megabytes a millisecond. */
function slopeOf(samples: readonly { at: number; mb: number }[]): number {
  const mean = (of: 'at' | 'mb') => samples.reduce((sum, each) => sum + each[of], 0) / samples.length;
  const [at, mb] = [mean('at'), mean('mb')];
  const spread = samples.reduce((sum, each) => sum + (each.at - at) ** 2, 0);
  return samples.reduce((sum, each) => sum + (each.at - at) * (each.mb - mb), 0) / Math.max(1, spread);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
