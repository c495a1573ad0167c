// A phone on slow 4G with a slow processor opens the demo: when one can ask, read, and whether anything moves meanwhile.
import { cpus, loadavg } from 'node:os';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { People } from '../journeys/people.ts';
import { ServerProcess } from '../journeys/server-process.ts';

/** Slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up; and a processor of a quarter of this one's speed. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowedBy = 4;
const rounds = 5;

/** Milliseconds, and of layout shift its score. */
const limits = { usable: 1_800, readable: 2_300, painted: 2_300, shift: 0.02 };

const server = new ServerProcess();
let people: People | null = null;
beforeAll(async () => {
  await server.start();
  people = await People.arrive();
});
afterAll(async () => server.remove(people));

/** Notes on the page itself when its field and its first question stand there, what was painted last, and what moved. */
const noting = `
  window.seen = { usable: 0, readable: 0, painted: 0, shift: 0 };
  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch('largest-contentful-paint', (entry) => { seen.painted = entry.startTime; });
  const look = () => {
    if (!seen.usable && document.querySelector('textarea')) seen.usable = performance.now();
    if (seen.readable || !document.querySelector('li[data-question]')) return;
    seen.readable = performance.now();
    setTimeout(() => console.info('opened'), 2_000);
  };
  addEventListener('DOMContentLoaded', look);
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
`;

async function opened() {
  const page = await people!.withPhone();
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', slow);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
  await page.addInitScript(noting);
  // A locator would have its own script evaluated by the page just as the questions come: a tenth of a second here.
  const opened = page.waitForEvent('console', { predicate: (line) => line.text() === 'opened' });
  await page.goto(new URL('/e/demo', server.link('Phone')).href);
  await opened;
  const seen = await page.evaluate<typeof limits>('window.seen');
  await page.context().close();
  return seen;
}

/** Whether more runs on the computer than it has processors for, by the last minute. */
const isBusy = () => (loadavg()[0] ?? 0) > cpus().length;

it('a phone can ask within 1.8 s and read within 2.3 s, and nothing moves meanwhile', {
  timeout: 300_000,
}, async () => {
  // What ran before this is still in the last minute. Where something else goes on, times are told and not judged.
  await vi.waitUntil(() => !isBusy(), { timeout: 150_000, interval: 5_000 }).catch(() => undefined);
  const busy = isBusy();
  const all: (typeof limits)[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await opened());
  const median = (of: keyof typeof limits) =>
    all.map((each) => each[of]).toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
  for (const of of ['usable', 'readable', 'painted', 'shift'] as const) {
    console.log(`${of}: ${Math.round(median(of) * 1_000) / 1_000}, at most ${limits[of]}`);
    if (of === 'shift' || !busy) expect.soft(median(of), of).toBeLessThanOrEqual(limits[of]);
  }
});
