import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from '../load/chromium.ts';
import { until } from '../world/waiting.ts';

/** One place of the proxy's host: its path, where it leads on this computer, and whether the path goes along. */
export interface Place {
  path: string;
  port: string;
  strips: boolean;
}

/** Debian's nginx as a host of its own on 127.0.0.1 with several places, as a university's host has them. */
export class ReverseProxy {
  readonly origin: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'backrow-proxy-'));
  readonly #child: ChildProcess;

  private constructor(port: number, places: readonly Place[]) {
    this.origin = `http://127.0.0.1:${port}`;
    const file = join(this.#folder, 'nginx.conf');
    writeFileSync(file, configuration(this.#folder, port, places));
    this.#child = spawn(
      onPath('nginx'),
      ['-p', this.#folder, '-c', file, '-e', join(this.#folder, 'error.log')],
      {
        stdio: 'inherit',
      },
    );
  }

  /** Starts it, and resolves when it answers. */
  static async start(port: number, places: readonly Place[]): Promise<ReverseProxy> {
    const proxy = new ReverseProxy(port, places);
    let answers = false;
    await until(() => {
      void fetch(`${proxy.origin}/other`).then(
        () => {
          answers = true;
        },
        () => undefined,
      );
      return answers;
    }, 'nginx to answer');
    return proxy;
  }

  /** Ends it and removes its folder. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null) {
      const gone = once(this.#child, 'exit');
      this.#child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** As README says it. What `proxy_pass` names after the port takes the place of the path; nothing leaves it as it is. */
function configuration(folder: string, port: number, places: readonly Place[]): string {
  const location = ({ path, port: to, strips }: Place) => `
    location "${decodeURIComponent(path)}/" {
      proxy_pass http://127.0.0.1:${to}${strips ? '/' : ''};
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
    }`;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `  ${what}_temp_path ${folder}/${what};`,
  );
  return `daemon off;
master_process off;
pid ${folder}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off;
${temporary.join('\n')}
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  server {
    listen 127.0.0.1:${port};
    location / { return 404 'Something else of this host'; }${places.map(location).join('')}
  }
}
`;
}
