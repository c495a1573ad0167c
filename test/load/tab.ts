import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import * as z from 'zod';
import { chromiumFlags, onPath } from './chromium.ts';

/** Megabytes of a tab after its garbage was collected: JavaScript's heap, and all that its process has for itself alone. */
export interface TabMemory {
  heap: number;
  /** Null where the system does not say. */
  process: number | null;
}

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });
const processesSchema = z.object({
  processInfo: z.array(z.object({ type: z.string(), id: z.number(), cpuTime: z.number() })),
});

/** One page in a browser of its own, with what Chromium's own tools say of it. */
export class Tab {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #browser: Browser;
  readonly #session: CDPSession;

  private constructor(browser: Browser, context: BrowserContext, page: Page, session: CDPSession) {
    this.#browser = browser;
    this.context = context;
    this.page = page;
    this.#session = session;
  }

  static async open(viewport: { width: number; height: number }): Promise<Tab> {
    const browser = await chromium.launch({ executablePath: onPath('chromium'), args: chromiumFlags });
    const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'UTC' });
    // Sources that run without a build name their inner functions by a helper, which pages do not have.
    await context.addInitScript('globalThis.__name = (named) => named');
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    return new Tab(browser, context, page, session);
  }

  async memory(): Promise<TabMemory> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = metricsSchema.parse(await this.#session.send('Performance.getMetrics'));
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    return { heap: heap / 1e6, process: await this.#ownMemory() };
  }

  /** Begins to note which functions run; the answer gives those in which most time went, with their milliseconds. */
  async profile(): Promise<() => Promise<[string, number][]>> {
    await this.#session.send('Profiler.enable');
    await this.#session.send('Profiler.setSamplingInterval', { interval: 500 });
    await this.#session.send('Profiler.start');
    return async () => busiest((await this.#session.send('Profiler.stop')).profile);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** Milliseconds of a processor that the page's process used so far: what other programs do meanwhile is not in them. */
  async cpu(): Promise<number> {
    return ((await this.#renderer())?.cpuTime ?? 0) * 1_000;
  }

  async #ownMemory(): Promise<number | null> {
    const renderer = await this.#renderer();
    return renderer ? privateMemory(renderer.id) : null;
  }

  async #renderer() {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = processesSchema.parse(await session.send('SystemInfo.getProcessInfo'));
    await session.detach();
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .toSorted((a, b) => b.cpuTime - a.cpuTime)
      .at(0);
  }
}

/** What a process has for itself alone, in megabytes; null where the system does not say. */
function privateMemory(pid: number): number | null {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, kB]) =>
      Number(kB),
    );
    return (kilobytes.reduce((sum, kB) => sum + kB, 0) * 1024) / 1e6;
  } catch {
    return null;
  }
}

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/** The functions of a CPU profile in which most time went themselves, with their milliseconds. */
export function busiest(profile: unknown, most = 25): [string, number][] {
  const { nodes, samples, timeDeltas } = profileSchema.parse(profile);
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(unnamed)'} ${url.split('/').at(-1)}:${lineNumber + 1}`,
    ]),
  );
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1_000);
  });
  return [...times].toSorted(([, a], [, b]) => b - a).slice(0, most);
}
