import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { until } from './waiting.ts';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

/** The built server as a process of its own, as it runs for an event; it ends with the test. */
export class Built {
  readonly child: ChildProcess;
  output = '';
  errors = '';

  /** `under`: a program with its arguments that runs the server's process, and leaves it the child of this one. */
  constructor(
    env: Record<string, string>,
    args: readonly string[] = ['--empty'],
    under: readonly string[] = [],
  ) {
    const [program = '', ...rest] = [...under, process.execPath, main, ...args];
    this.child = spawn(program, rest, {
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.output += text;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    onTestFinished(async () => {
      this.child.kill('SIGKILL');
      await this.exit();
    });
  }

  /** Where it listens, as soon as it says so; `most`: milliseconds, where it has more to read than a few entries. */
  async origin(most?: number): Promise<string> {
    const said = await until(
      () => /listening on (\S+)/.exec(this.output),
      () => `the server to listen: ${this.errors}`,
      most,
    );
    const origin = said?.[1] ?? '';
    return origin;
  }

  /** Waits for its end: the exit code, or the signal that killed it. */
  async exit(): Promise<number | string | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode ?? this.child.signalCode;
  }
}
