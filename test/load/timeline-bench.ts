import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source, start } from './bench-server.ts';
import { bigDay } from './big-day.ts';
import type { Percentiles } from './percentiles.ts';

const load = { sockets: 1_000, moves: 60 };

/** How long a moved session takes to reach everybody: from the operator's press to each socket, in milliseconds. */
export async function measureTimeline(): Promise<
  typeof load & { sessions: number; rooms: number; reached: Percentiles }
> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backrow-bench-'));
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' };
  const command = (...args: string[]) =>
    execFileSync(process.execPath, ['dist/server/cli.js', ...args], { env, encoding: 'utf8' });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const file = join(dataDir, 'big.json');
  writeFileSync(file, JSON.stringify(bigDay(tomorrow)));
  const { server, origin } = await start(['dist/server/main.js'], env);
  try {
    command('import', file);
    const { invite }: { invite: string } = JSON.parse(
      command('invite', 'big', '--role', 'moderator', '--json'),
    );
    const redeemed = await fetch(`${origin}/api/events/big/redeem`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invite }),
    });
    const { token }: { token: string } = await redeemed.json();
    const moved = Array.from({ length: 10 }, (_, room) => `s-${room}-3`);
    const crowd = fork(
      'test/load/timeline-crowd.ts',
      [origin, 'big', String(load.sockets), String(load.moves), token, ...moved],
      { execArgv: source },
    );
    const [said]: { reached: Percentiles }[] = await Promise.race([
      once(crowd, 'message'),
      once(crowd, 'exit').then(() =>
        Promise.reject(new Error('The crowd ended before it measured anything')),
      ),
    ]);
    if (!said) throw new Error('The crowd said nothing');
    return { ...load, sessions: 900, rooms: 10, reached: said.reached };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
}
