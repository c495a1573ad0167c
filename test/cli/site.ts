import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type App, openApp } from '../../server/app.ts';
import { run } from '../../server/cli/program.ts';
import { readConfig } from '../../server/config.ts';

/** What a command said, and its exit code. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** An installation of a test's own: a data folder, files beside it, commands, and a server where one is wanted. */
export class Site {
  readonly folder = mkdtempSync(join(tmpdir(), 'backrow-cli-'));
  readonly dataDir = join(this.folder, 'data');
  readonly env: NodeJS.ProcessEnv = {
    DATA_DIR: this.dataDir,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
  app: App | null = null;

  /** Runs a command in this process. */
  async run(...args: string[]): Promise<Said> {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = {
      env: this.env,
      out: (line: string) => out.push(line),
      err: (line: string) => err.push(line),
    };
    const code = await run(args, { ...terminal, clock: Date.now });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  /** Runs a command that has to succeed, and gives what it printed as JSON. */
  async json(...args: string[]) {
    const said = await this.run(...args, '--json');
    if (said.code !== 0) throw new Error(said.err);
    return JSON.parse(said.out);
  }

  /** Writes a file beside the data folder and gives its path. */
  file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  /** Opens a server on the data folder; gives its address. */
  async serve(samples = false): Promise<string> {
    const read = readConfig(this.env);
    if (!read.ok) throw new Error(read.errors.join('\n'));
    // Apart from the data: whoever opens and closes the file of the lock in this process gives the lock up.
    const clientDir = join(this.folder, 'client');
    mkdirSync(clientDir, { recursive: true });
    writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
    this.app = await openApp(read.config, {
      log: pino({ level: 'silent' }),
      clientDir,
      samples,
    });
    return this.app.origins.here;
  }

  /** Another installation with the same data, while no server runs here. */
  copy(): Site {
    const copy = new Site();
    cpSync(this.dataDir, copy.dataDir, { recursive: true });
    return copy;
  }

  /** Stops the server, if there is one. */
  async stop(): Promise<void> {
    await this.app?.close();
    this.app = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** An event file of one day with two talks. */
export function dayFile({ slug = 'day', title = 'A day', more = '' } = {}): string {
  return `backrow: 1
slug: ${slug}
title: ${title}
timezone: Europe/Berlin
${more}rooms: [{id: hall, name: Hall}, {id: lab, name: Lab}]
sessions:
  - {id: one, kind: talk, title: One, start: 2031-05-10 09:00, minutes: 40, room: hall}
  - {id: two, kind: talk, title: Two, start: 2031-05-11 10:00, minutes: 40, room: lab}
`;
}

/** Sends JSON and gives the status with the answer. */
export async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}
