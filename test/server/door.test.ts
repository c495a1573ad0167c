import { expect, it } from 'vitest';
import WebSocket from 'ws';
import type { Member } from '../world/member.ts';
import { until } from '../world/waiting.ts';
import { openWorld, type World } from '../world/world.ts';

/** A WebSocket to a server that has said nothing yet; `answers` counts what came back. */
async function opened({ origin }: World) {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const heard = { answers: 0, pongs: 0, closed: false };
  socket.on('error', () => undefined);
  socket.on('close', () => {
    heard.closed = true;
  });
  socket.on('pong', () => {
    heard.pongs += 1;
  });
  await new Promise<void>((resolve) => socket.once('message', () => resolve()));
  socket.on('message', () => {
    heard.answers += 1;
  });
  return { socket, heard };
}

it.each([
  ['for a place that is none', '40/nowhere,'],
  ['with a badge that is none', '40{"event":"small","token":"none"}'],
  ['that no client sends', '42["command",{}]'],
])(
  '[W83] ends a connection that sends more than eight messages %s before it is let in',
  async (_what, message) => {
    const world = await openWorld();
    const good = await world.joinAs('attendee');
    const { socket, heard } = await opened(world);
    for (let count = 0; count < 1_000; count += 1) socket.send(message);
    await until(() => heard.closed, 'the end');
    expect(heard.answers).toBeLessThanOrEqual(8);
    expect(await good.say('clock', { clientTime: 1 })).toHaveProperty('serverTime');
  },
);

it('[W83] lets one connection in once', async () => {
  const world = await openWorld();
  const { token } = (await world.joinAs('attendee')).seat;
  const { socket, heard } = await opened(world);
  const messages: string[] = [];
  socket.on('message', (data: Buffer) => messages.push(data.toString()));
  for (let count = 0; count < 5; count += 1) socket.send(`40${JSON.stringify({ event: 'small', token })}`);
  await until(() => messages.filter((text) => /^4[04]/.test(text)).length === 5, 'five answers');
  expect(messages.filter((text) => text.startsWith('40'))).toHaveLength(1);
  await until(() => messages.some((text) => text.startsWith('42["view"')), 'a view');
  expect(messages.filter((text) => text.startsWith('42["view"'))).toHaveLength(1);
  expect(heard.closed).toBe(false);
});

it('[W83] answers a few pings of a WebSocket, and ends a connection that sends hundreds', async () => {
  const world = await openWorld();
  const { socket, heard } = await opened(world);
  socket.ping('once');
  await until(() => heard.pongs === 1, 'a pong');
  for (let count = 0; count < 5_000; count += 1) socket.ping('x'.repeat(125));
  await until(() => heard.closed, 'the end');
  expect(heard.pongs).toBeLessThanOrEqual(10);
});

/** Leaves a member's connection as a network does that went away: nothing is read, nothing is sent. */
function goSilent(member: Member): void {
  const transport: unknown = Reflect.get(member.socket.io.engine, 'transport');
  const below = Reflect.get(Reflect.get(transport as object, 'ws') as object, '_socket');
  (below as { pause(): void }).pause();
}

it('[W82] gives the places of connections that went silent to those who come, and screens always one', async () => {
  const world = await openWorld();
  const first = await world.joinAs('attendee');
  const others = await Promise.all(Array.from({ length: 7 }, () => world.connect(first.seat)));
  for (const member of others.slice(0, 3)) goSilent(member);
  const back = await Promise.all(Array.from({ length: 3 }, () => world.connect(first.seat)));
  expect(back.map(({ refusal }) => refusal)).toEqual([null, null, null]);
  expect((await world.connect(first.seat)).refusal).toMatchObject({ code: 'many-pages' });
  const screen = await world.joinAs('projector');
  const walls = await Promise.all(Array.from({ length: 10 }, () => world.connect(screen.seat)));
  expect(walls.filter(({ refusal }) => refusal !== null)).toEqual([]);
});
