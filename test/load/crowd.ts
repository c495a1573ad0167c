// A crowd in a process of its own: `crowd.ts ORIGIN EVENT SOCKETS VOTES_PER_SECOND SECONDS QUESTION…`. Loopback only.
import { randomUUID } from 'node:crypto';
import { percentiles } from './percentiles.ts';
import { QuickSocket } from './quick-socket.ts';

const [origin = '', event = '', sockets = '0', rate = '0', seconds = '0', ...questions] =
  process.argv.slice(2);
if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(origin)) throw new Error('Load goes to 127.0.0.1 only');

const latencies: number[] = [];
/** Votes of the first two seconds: they warm the server up and are not counted. */
const warm = Number(rate) * 2;
let refused = 0;

async function member(index: number): Promise<QuickSocket> {
  const joined = await fetch(`${origin}/api/events/${event}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ attendance: index % 10 === 0 ? 'inRoom' : 'remote' }),
  });
  const { token }: { token: string } = await joined.json();
  return QuickSocket.connect(origin, { event, token }, 'count patches');
}

async function gather(): Promise<QuickSocket[]> {
  const crowd: QuickSocket[] = [];
  const together = 25;
  for (let index = 0; index < Number(sockets); index += together) {
    const few = Array.from({ length: Math.min(together, Number(sockets) - index) }, (_, more) =>
      member(index + more),
    );
    crowd.push(...(await Promise.all(few)));
  }
  return crowd;
}

/** Sends votes at an even rate whatever the answers do, so that a slow server cannot hide behind its own slowness. */
async function vote(crowd: readonly QuickSocket[]): Promise<void> {
  const total = Number(rate) * Number(seconds);
  const answers: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * Number(rate)));
    for (; sent < due; sent += 1) answers.push(one(crowd, sent, began + (sent / Number(rate)) * 1000));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(answers);
}

async function one(crowd: readonly QuickSocket[], index: number, dueAt: number): Promise<void> {
  const voter = crowd[index % crowd.length];
  const round = Math.floor(index / crowd.length);
  const question = questions[(index + Math.floor(round / 2)) % questions.length] ?? '';
  const answer = await voter?.ask('command', {
    id: randomUUID(),
    type: 'question.upvote',
    question,
    on: round % 2 === 0,
  });
  if (index >= warm) latencies.push(performance.now() - dueAt);
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== true) refused += 1;
}

const crowd = await gather();
process.send?.({ ready: true });
await new Promise((resolve) => process.once('message', resolve));
const cpuBefore = process.cpuUsage();
await vote(crowd);
const cpu = process.cpuUsage(cpuBefore);
process.send?.({
  votes: latencies.length,
  refused,
  patches: crowd.reduce((sum, socket) => sum + socket.patches, 0),
  ack: percentiles(latencies),
  cpu: (cpu.user + cpu.system) / 1e6 / Number(seconds),
});
for (const socket of crowd) socket.close();
