import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LogReader } from '../../server/log/reader.ts';
import { endOf, type Logged } from './last-views.ts';
import type { People } from './people.ts';

/** The built server as a process of its own, to be used like an organiser uses it, killed and started again. */
export class ServerProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'backrow-journey-'));
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #port = '0';
  #printed: string[] = [];

  /** `env` adds to the environment of the server. */
  constructor(env: NodeJS.ProcessEnv = {}) {
    this.#env = env;
  }

  get port(): string {
    return this.#port;
  }

  /** Starts it, again on the same port, and resolves when it has printed its links. Gives the milliseconds it took. */
  async start(): Promise<number> {
    const began = performance.now();
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
      env: {
        ...process.env,
        HOST: '0.0.0.0',
        LOG_LEVEL: 'error',
        ...this.#env,
        DATA_DIR: this.dataDir,
        PORT: this.#port,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.#printed = [];
    const lines = createInterface({ input: child.stdout });
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) =>
        reject(new Error(`The server ended with ${code}: ${this.#printed.join('\n')}`)),
      );
      lines.on('line', (line) => {
        this.#printed.push(line);
        this.#port = /listening on https?:\/\/[^ ]+:(\d+)/.exec(line)?.[1] ?? this.#port;
        if (line.includes('Without https') || line.includes('Served by https')) resolve();
      });
    });
    return performance.now() - began;
  }

  /** The printed link with this label, on an origin of the caller's choice. */
  link(
    label: 'Open this first' | 'Phone' | 'Moderator' | 'Screen' | 'Organiser' | 'Lectern',
    origin = `http://127.0.0.1:${this.#port}`,
  ): string {
    const line = this.#printed.find((each) => each.trim().startsWith(label));
    const link = line?.trim().split(/\s+/).at(-1);
    if (link === undefined) throw new Error(`No link was printed for ${label}`);
    const { pathname, hash } = new URL(link);
    return `${origin}${pathname}${hash}`;
  }

  /** Closes it in good order; its folder stays. */
  async close(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Pulls the plug: no goodbye, no time to finish. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.removeAllListeners('exit');
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** What stands in the log of an event after a seq, also while the server runs, and the log's epoch. */
  async logged(slug: string, after: number): Promise<Logged> {
    const reader = LogReader.ofFolder(this.dataDir);
    try {
      return { epoch: reader.head(slug)?.epoch ?? null, entries: [...reader.entries(slug, after)] };
    } finally {
      reader.close();
    }
  }

  /** Closes it, asks the pages of its people what they saw last, sends these away and removes the folder. */
  async remove(people?: People | null): Promise<void> {
    try {
      if (people) await endOf(people, this);
    } finally {
      await people?.leave();
      await this.kill();
      rmSync(this.dataDir, { recursive: true, force: true });
    }
  }
}
