import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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

  /** Pulls the plug: no goodbye, no time to finish. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.removeAllListeners('exit');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Ends it and removes its folder. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
