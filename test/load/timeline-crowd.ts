// A crowd that follows a timeline: `timeline-crowd.ts ORIGIN EVENT SOCKETS MOVES MODERATOR SESSION…`. Loopback only.
// Who moves a session sits in the same process as those who follow, so that one clock measures the way between them.
import { randomUUID } from 'node:crypto';
import { percentiles } from './percentiles.ts';
import { QuickSocket } from './quick-socket.ts';

const [origin = '', event = '', sockets = '0', moves = '0', token = '', ...sessions] = process.argv.slice(2);
if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(origin)) throw new Error('Load goes to 127.0.0.1 only');

/** Longest a move may take to reach somebody before the bench gives up, in milliseconds. */
const patience = 10_000;
/** Between two moves: longer than the tick of a crowd, as an operator's presses are; milliseconds. */
const pace = 600;
/** Moves that warm the server up and are not counted. */
const warm = 5;

let arrived = (): void => undefined;

async function member(index: number): Promise<QuickSocket> {
  const joined = await fetch(`${origin}/api/events/${event}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ attendance: index % 10 === 0 ? 'inRoom' : 'remote' }),
  });
  const { token: own }: { token: string } = await joined.json();
  const socket = await QuickSocket.connect(
    origin,
    { event, token: own, since: start.seq, epoch: start.epoch },
    'count patches',
  );
  socket.onPatch = () => arrived();
  return socket;
}

async function whereItStands(): Promise<{ epoch: string; seq: number }> {
  const answer = await fetch(`${origin}/api/events/${event}/view`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { epoch, seq }: { epoch: string; seq: number } = await answer.json();
  return { epoch, seq };
}

/** Moves a session, and gives how long it took to reach each of the crowd, in milliseconds. */
async function move(desk: QuickSocket, crowd: readonly QuickSocket[], round: number): Promise<number[]> {
  const took: number[] = [];
  const everybody = new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`A move reached ${took.length} of ${crowd.length} within ${patience} ms`)),
      patience,
    );
    arrived = () => {
      took.push(performance.now() - began);
      if (took.length < crowd.length) return;
      clearTimeout(late);
      resolve();
    };
  });
  const began = performance.now();
  const session = sessions[round % sessions.length];
  const minutes = Math.floor(round / sessions.length) % 2 === 0 ? 7 : -7;
  const outcome = await desk.ask('command', { id: randomUUID(), type: 'session.move', session, minutes });
  if (typeof outcome !== 'object' || outcome === null || !('ok' in outcome) || outcome.ok !== true)
    throw new Error(`A move was refused: ${JSON.stringify(outcome)}`);
  await everybody;
  arrived = () => undefined;
  return took;
}

const start = await whereItStands();
const crowd: QuickSocket[] = [];
const together = 25;
for (let index = 0; index < Number(sockets); index += together) {
  const few = Math.min(together, Number(sockets) - index);
  crowd.push(...(await Promise.all(Array.from({ length: few }, (_, more) => member(index + more)))));
}
const desk = await QuickSocket.connect(
  origin,
  { event, token, as: 'moderator', since: start.seq, epoch: start.epoch },
  () => undefined,
);
const all: number[] = [];
for (let round = 0; round < Number(moves) + warm; round += 1) {
  const took = await move(desk, crowd, round);
  if (round >= warm) all.push(...took);
  await new Promise((resolve) => setTimeout(resolve, pace));
}
process.send?.({ reached: percentiles(all) });
for (const socket of [...crowd, desk]) socket.close();
