// `npm run bench`: durable upvotes and *show* under load beside a baseline in the same run, a moved session on its way
// to everybody, an import, a very full desk in a browser, and the client's size. `npm run bench -- timeline` (or `votes`,
// `import`, `desk`) measures that alone. Of the desk: `--minutes 15` for a whole session, `--waiting 1000` for fewer, `--profile` for where its time
// goes, `--strict` to exit 1 where a target is missed.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { redeem, source, start } from './bench-server.ts';
import { scriptsUntilAsk } from './client-size.ts';
import { measureDesk } from './desk-bench.ts';
import { reportDesk } from './desk-report.ts';
import { measureImport } from './import-bench.ts';
import { type Percentiles, percentiles } from './percentiles.ts';
import { QuickSocket } from './quick-socket.ts';
import { measureTimeline } from './timeline-bench.ts';

/** What a server has to bear; the first two seconds warm it up and are not counted. */
const load = { sockets: 1_000, votesPerSecond: 500, seconds: 22, showsPerSecond: 10 };

interface Measured {
  ack: Percentiles;
  show: Percentiles;
  votes: number;
  refused: number;
  crowdCpu: number;
}

/** Loads a server with a crowd, and presses *show* meanwhile; the projector listens in this process, away from the crowd. */
async function measure(
  origin: string,
  tokens: { moderator: string; projector: string },
  questions: string[],
): Promise<Measured> {
  const crowd = fork(
    'test/load/crowd.ts',
    [origin, 'demo', ...[load.sockets, load.votesPerSecond, load.seconds].map(String), ...questions],
    { execArgv: source },
  );
  await once(crowd, 'message');
  const shows: number[] = [];
  let shown: ((at: number) => void) | null = null;
  const projector = await QuickSocket.connect(
    origin,
    { event: 'demo', token: tokens.projector, as: 'projector' },
    (name, body, at) => {
      if (name === 'patch' && JSON.stringify(body).includes('"show"')) shown?.(at);
    },
  );
  const moderator = await QuickSocket.connect(
    origin,
    { event: 'demo', token: tokens.moderator, as: 'moderator' },
    () => undefined,
  );
  const result = once(crowd, 'message');
  crowd.send({ go: true });
  const presses = load.showsPerSecond * (load.seconds - 1);
  const warm = load.showsPerSecond * 2;
  for (let press = 0; press < presses; press += 1) {
    const began = performance.now();
    const drawn = new Promise<number>((resolve, reject) => {
      shown = resolve;
      setTimeout(() => reject(new Error('A show did not reach the projector within 10 s')), 10_000).unref();
    });
    const show = { kind: 'question', question: questions[press % questions.length] };
    void moderator.ask('command', { id: randomUUID(), type: 'stage.show', room: 'main', show });
    const took = (await drawn) - began;
    if (press >= warm) shows.push(took);
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, 1000 / load.showsPerSecond - (performance.now() - began))),
    );
  }
  const [counted]: { ack: Percentiles; votes: number; refused: number; cpu: number }[] = await result;
  moderator.close();
  projector.close();
  if (!counted) throw new Error('The crowd said nothing');
  return {
    ack: counted.ack,
    votes: counted.votes,
    refused: counted.refused,
    crowdCpu: counted.cpu,
    show: percentiles(shows),
  };
}

async function backrow(): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backrow-bench-'));
  const { server, origin, printed } = await start(['dist/server/main.js'], {
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  });
  try {
    const tokens = {
      moderator: await redeem(origin, printed, 'Moderator'),
      projector: await redeem(origin, printed, 'Screen'),
    };
    const answer = await fetch(`${origin}/api/events/demo/view`, {
      headers: { authorization: `Bearer ${tokens.moderator}` },
    });
    const { view }: { view: { questions: Record<string, { id: string; status: string }> } } =
      await answer.json();
    const live = Object.values(view.questions)
      .filter(({ status }) => status === 'live')
      .map(({ id }) => id);
    return await measure(origin, tokens, live);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function bare(): Promise<Measured> {
  const { server, origin } = await start([...source, 'test/load/baseline.ts'], {});
  try {
    return await measure(
      origin,
      { moderator: 'any', projector: 'any' },
      Array.from({ length: 7 }, () => randomUUID()),
    );
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

function row(what: string, target: string, { p50, p99, max }: Percentiles, baseline: Percentiles): string {
  return `${what.padEnd(38)} ${String(p50).padStart(8)} ${String(p99).padStart(8)} ${String(max).padStart(8)} ${target.padStart(9)} ${String(baseline.p99).padStart(12)}`;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '3' },
    waiting: { type: 'string', default: '10000' },
    profile: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});
const wanted = positionals[0] ?? 'all';
const measured = (what: string) => wanted === 'all' || wanted === what;

console.log(
  `On ${cpus().length} cores with Node ${process.version}; ${(loadavg()[0] ?? 0).toFixed(1)} processes ran on average in the last minute`,
);
if (measured('votes')) await votes();
if (measured('timeline')) await timeline();
if (measured('import')) await imports();
if (measured('desk')) await desk();
const size = scriptsUntilAsk();
console.log(
  `\nJavaScript until the ask field works: ${(size.brotli / 1000).toFixed(1)} kB brotli in ${size.files} files (target ≤ 100 kB)`,
);

async function votes(): Promise<void> {
  console.log(
    `\n${load.sockets} sockets, ${load.votesPerSecond} upvotes/s for ${load.seconds} s, ${load.showsPerSecond} shows/s`,
  );
  const first = await bare();
  const real = await backrow();
  console.log(
    `\n${'ms'.padEnd(38)} ${'p50'.padStart(8)} ${'p99'.padStart(8)} ${'max'.padStart(8)} ${'target'.padStart(9)} ${'baseline p99'.padStart(12)}`,
  );
  console.log(row('upvote, durable and acknowledged', 'p99 ≤ 20', real.ack, first.ack));
  console.log(row('show → projector socket', 'p99 ≤ 25', real.show, first.show));
  console.log(
    `\nVotes ${real.votes}, refused ${real.refused}; the crowd used ${Math.round(real.crowdCpu * 100)} % of a core.`,
  );
  console.log(
    'Baseline: Socket.IO that acknowledges at once, stores nothing and sends no patches to the crowd.',
  );
}

async function timeline(): Promise<void> {
  const { sessions, rooms, sockets, moves, reached } = await measureTimeline();
  console.log(
    `\n${sessions} sessions in ${rooms} rooms: ${moves} moves of a session, each until it reached each of ${sockets} sockets`,
  );
  console.log(
    `ms: p50 ${reached.p50}, p95 ${reached.p95}, p99 ${reached.p99}, max ${reached.max} (target p99 ≤ 150)`,
  );
}

async function imports(): Promise<void> {
  const { bytes, sessions, uploaded, command } = await measureImport();
  console.log(
    `\nA schedule.xml of ${sessions} sessions and ${(bytes / 1e6).toFixed(1)} MB, in ms (target ≤ 1000):`,
  );
  console.log(
    `uploaded and read: ${uploaded.join(', ')}; by the command line, its start included: ${command.join(', ')}`,
  );
}

async function desk(): Promise<void> {
  const wish = {
    waiting: Number(options.waiting),
    minutes: Number(options.minutes),
    profiled: options.profile,
  };
  console.log(
    `\nA desk with ${wish.waiting} waiting questions, 50 new ones and 500 upvotes a minute, for ${wish.minutes} min:`,
  );
  const missed = reportDesk(await measureDesk(wish));
  if (missed > 0 && options.strict) process.exitCode = 1;
}
