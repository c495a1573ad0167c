import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { chromiumFlags, onPath } from './chromium.ts';

const answerSchema = z.object({
  id: z.number(),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});
const processesSchema = z.object({
  processInfo: z.array(z.object({ type: z.string(), cpuTime: z.number() })),
});

/** How long the browser may take to come to rest, how long a look at it takes, and what counts as rest; ms. */
const rest = { patience: 15_000, look: 500, busy: 25 };

/**
 * A browser whose pages nobody watches. Tools that test pages have every frame of a socket copied to them: at a view of
 * seven megabytes the page's own thread does that for a third of a second, which no moderator's browser does.
 */
export class PlainChromium {
  readonly #process: ChildProcess;
  readonly #input: Writable;
  readonly #profile: string;
  readonly #waiting = new Map<number, { done: (result: unknown) => void; failed: (error: Error) => void }>();
  #sent = 0;

  private constructor(process: ChildProcess, input: Writable, output: Readable, profile: string) {
    this.#process = process;
    this.#input = input;
    this.#profile = profile;
    let rest = '';
    output.setEncoding('utf8');
    output.on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#hear(JSON.parse(message));
    });
  }

  /** Starts a browser and waits until it has come to rest, as on a laptop where it has been open for a while. */
  static async launch({ width, height }: { width: number; height: number }): Promise<PlainChromium> {
    const profile = mkdtempSync(join(tmpdir(), 'backrow-chromium-'));
    const flags = [
      ...chromiumFlags,
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--window-size=${width},${height}`,
    ];
    const child = spawn(onPath('chromium'), [...flags, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const [, , , input, output] = child.stdio;
    if (!(input instanceof Writable) || !(output instanceof Readable))
      throw new Error('Chromium has no pipe');
    const browser = new PlainChromium(child, input, output, profile);
    await browser.#comeToRest();
    return browser;
  }

  /** Sends one command of the DevTools protocol, to the browser or to the page of a session. */
  send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    this.#sent += 1;
    const id = this.#sent;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  /** Milliseconds of a processor that pages used so far: the busiest of their processes alone, or all that there are. */
  async cpu(of: 'page' | 'all'): Promise<number> {
    const { processInfo } = processesSchema.parse(await this.send('SystemInfo.getProcessInfo'));
    const times = processInfo
      .filter(({ type }) => of === 'all' || type === 'renderer')
      .map(({ cpuTime }) => cpuTime * 1_000);
    return of === 'all' ? times.reduce((sum, time) => sum + time, 0) : Math.max(0, ...times);
  }

  async close(): Promise<void> {
    const exited = once(this.#process, 'exit');
    await this.send('Browser.close');
    await exited;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10 });
  }

  async #comeToRest(): Promise<void> {
    const until = performance.now() + rest.patience;
    let before = await this.cpu('all');
    while (performance.now() < until) {
      await pause(rest.look);
      const now = await this.cpu('all');
      if (now - before < rest.busy) return;
      before = now;
    }
  }

  #hear(message: unknown): void {
    const answer = answerSchema.safeParse(message);
    if (!answer.success) return;
    const { id, result, error } = answer.data;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.failed(new Error(error.message));
    else waiting?.done(result);
  }
}
