import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Backlog } from '../../server/socket/backlog.ts';
import { FanOut } from '../../server/socket/fan-out.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

/** The TCP socket below somebody's connection, which a test can leave unread. */
function below(member: Member) {
  const engine: unknown = Reflect.get(member.socket.io.engine, 'transport');
  const socket = Reflect.get(Reflect.get(engine as object, 'ws') as object, '_socket');
  return socket as { pause(): void; resume(): void };
}

const taken = FanOut.prototype.add;

/** A world in which a view is large: so many questions in the list, each as long as it may be. */
async function crowded(questions: number): Promise<{ world: World; moderator: Member }> {
  const world = await openWorld({ policy: { moderation: 'after' } });
  const moderator = await world.joinAs('moderator');
  const text = 'w'.repeat(290);
  for (let count = 0; count < questions; count += 1) await moderator.ask(`${count} ${text}`);
  return { world, moderator };
}

test('[W81] what waits behind a reader that does not read is dropped with a word; it comes back by one patch', async () => {
  const held: Socket[] = [];
  const add = vi.spyOn(FanOut.prototype, 'add').mockImplementation(function (this: FanOut, socket, ...rest) {
    held.push(socket);
    return taken.call(this, socket, ...rest);
  });
  const { world, moderator } = await crowded(2);
  const attendee = await world.joinAs('attendee');
  add.mockRestore();
  const server = held.at(-1);
  if (!server) throw new Error('No socket came');
  below(attendee).pause();
  // As much as the system itself takes for a reader, whatever that is, and then more than may wait.
  const noise = 'n'.repeat(60_000);
  while (server.conn.transport.writable) {
    server.emit('noise', noise);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  for (let count = 0; count < 5; count += 1) server.emit('noise', noise);
  const texts: string[] = [];
  for (let round = 1; round <= 5; round += 1) {
    texts.push(`round ${round}`);
    await moderator.ask(`round ${round}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const waiting: unknown = Reflect.get(server.conn, 'writeBuffer');
  const bytes = Buffer.byteLength(JSON.stringify(waiting));
  expect(bytes).toBeLessThan(300_000);
  expect(server.connected).toBe(true);
  below(attendee).resume();
  await attendee.until(() => attendee.messages('stale').length > 0);
  await attendee.until(() =>
    texts.every((text) => Object.values(attendee.view.questions ?? {}).some((row) => row.text === text)),
  );
  expect(attendee.gaps).toBe(0);
  await moderator.ask('and it goes on');
  await attendee.until(() =>
    Object.values(attendee.view.questions ?? {}).some((row) => row.text === 'and it goes on'),
  );
});

test('[W82] a person has eight sockets in an event; one more is told when to try again', async () => {
  const world = await openWorld();
  const first = await world.joinAs('attendee');
  const others = await Promise.all(Array.from({ length: 7 }, () => world.connect(first.seat)));
  const ninth = await world.connect(first.seat);
  expect(ninth.refusal).toMatchObject({
    reason: 'too-fast',
    code: 'many-pages',
    limit: 8,
    retryAfterMs: 30_000,
  });
  others[0]?.drop();
  await expect.poll(async () => (await world.connect(first.seat)).refusal).toBeNull();
  expect((await world.joinAs('attendee')).refusal).toBeNull();
});

test('[W82] a screen has sixty-four sockets, and an organizer’s take no place of their pages', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const { event, token } = organizer.seat;
  const screens = Array.from({ length: 64 }, () =>
    io(world.origin, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      auth: { event, token, as: 'projector', room: 'main' },
    }),
  );
  onTestFinished(() => {
    for (const screen of screens) screen.disconnect();
  });
  await expect.poll(() => screens.filter(({ connected }) => connected).length, { timeout: 8_000 }).toBe(64);
  const more = await world.connect(organizer.seat, { as: 'projector', room: 'main' });
  expect(more.refusal).toMatchObject({ code: 'many-pages', limit: 64 });
  const last = io(world.origin, { forceNew: true, transports: ['websocket'], auth: { event, token } });
  onTestFinished(() => void last.disconnect());
  await expect.poll(() => last.connected).toBe(true);
});

test('[W81] a first message is the view that HTTP gives, own part spliced in', async () => {
  const { world, moderator } = await crowded(5);
  const attendee = await world.joinAs('attendee', { name: 'Ann' });
  const mine = await attendee.ask('Mine?', { anonymous: false });
  await moderator.must({ type: 'question.dismiss', question: await attendee.ask('Hidden?'), why: 'same' });
  await moderator.must({ type: 'question.upvote', question: mine, on: true });
  for (const member of [
    attendee,
    moderator,
    await world.joinAs('projector'),
    await world.joinAs('speaker'),
  ]) {
    await member.back({});
    const { text } = await world.at(`/view?as=${member.seat.role}`, { token: member.seat.token });
    const { epoch, seq, mark, view } = JSON.parse(text);
    const [first] = member.messages('view') as { epoch: string; seq: number; mark?: string; view: unknown }[];
    expect(first).toMatchObject({ epoch, seq, mark, view });
    expect(Object.keys(first?.view as object).sort()).toEqual(Object.keys(view).sort());
  }
});

/** A connection without a network: what its transport takes is up to the test. */
function conn() {
  const waiting: Packet[] = [];
  const transport = { writable: true, socket: { _socket: { _handle: { writeQueueSize: 0 } } } };
  const events = new EventEmitter();
  const made = Object.assign(events, {
    transport,
    writeBuffer: waiting,
    write(data: string) {
      const packet = { type: 'message', data };
      events.emit('packetCreate', packet);
      made.writeBuffer.push(packet);
      made.flush();
    },
    flush() {
      if (!transport.writable || made.writeBuffer.length === 0) return;
      events.emit('flush');
      made.writeBuffer = [];
      transport.writable = false;
    },
    /** The system has taken all that was under way; what waited goes next. */
    taken() {
      transport.writable = true;
      made.flush();
    },
  });
  return made;
}
interface Packet {
  type: string;
  data: string;
}

/** A backlog over such a connection; `over` counts how often it was told that more waits than may. */
function backlogOf() {
  const below = conn();
  const told = { over: 0 };
  const backlog = new Backlog(below as never, () => {
    told.over += 1;
  });
  return { below, backlog, told };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('[W81] a first message waits whatever its size; behind it 256 packets may wait, and no more', async () => {
  const { below, backlog, told } = backlogOf();
  below.write('2["under way"]');
  backlog.writeFirst(`2["view","${'v'.repeat(5_000_000)}"]`);
  for (let count = 0; count < 256; count += 1) below.write('2["patch"]');
  await nextTurn();
  expect(told.over).toBe(0);
  below.write('2["patch"]');
  below.write('2["patch"]');
  await nextTurn();
  expect(told.over).toBe(1);
});

test('[W81] behind a first message 256 KiB may wait, in whatever letters', async () => {
  const { below, told } = backlogOf();
  below.write('2["under way"]');
  for (let count = 0; count < 4; count += 1) below.write(`2["${'漢'.repeat(21_000)}"]`);
  await nextTurn();
  expect(told.over).toBe(0);
  below.write(`2["${'漢'.repeat(4_000)}"]`);
  await nextTurn();
  expect(told.over).toBe(1);
});

test('[W81] what is dropped are events: answers, pings and the first message stay, and more may wait again', async () => {
  const { below, backlog, told } = backlogOf();
  below.write('2["under way"]');
  backlog.writeFirst('2["view"]');
  for (let count = 0; count < 300; count += 1)
    below.write(count % 100 === 0 ? `3${count}[{"ok":true}]` : '2["patch"]');
  below.writeBuffer.push({ type: 'ping', data: '' });
  await nextTurn();
  backlog.dropEvents();
  expect(below.writeBuffer.map(({ type, data }) => (type === 'ping' ? type : data))).toEqual([
    '2["view"]',
    '30[{"ok":true}]',
    '3100[{"ok":true}]',
    '3200[{"ok":true}]',
    'ping',
  ]);
  expect([backlog.isOver, told.over]).toEqual([false, 1]);
  for (let count = 0; count < 300; count += 1) below.write('2["patch"]');
  await nextTurn();
  expect(told.over).toBe(2);
});

test('[W81] silence counts from when the system last took anything of what was written', () => {
  const { below, backlog } = backlogOf();
  const now = performance.now();
  expect(backlog.silence(now + 60_000)).toBe(0);
  below.write('2["view"]');
  const handle = below.transport.socket._socket._handle;
  handle.writeQueueSize = 5_000;
  expect(backlog.silence(now + 70_000)).toBe(0);
  expect(backlog.silence(now + 90_000)).toBe(20_000);
  handle.writeQueueSize = 4_000;
  expect(backlog.silence(now + 95_000)).toBe(0);
  expect(backlog.silence(now + 125_001)).toBeGreaterThan(30_000);
  below.taken();
  expect(backlog.silence(now + 126_000)).toBe(0);
});

test('[W60] a person gets twelve whole views a minute over sockets; the rest waits, and is refused never', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const views = () => attendee.messages('view').length;
  for (let count = 2; count <= 12; count += 1) {
    expect(await attendee.say('resume', {})).toMatchObject({ ok: true });
    await attendee.until(() => views() === count);
  }
  for (let count = 0; count < 5; count += 1)
    expect(await attendee.say('resume', {})).toMatchObject({ ok: true });
  // One that is answered by a patch is none of them, and waits for none.
  const other = await world.connect(attendee.seat, {
    ...{ since: attendee.seq, epoch: attendee.epoch, mark: attendee.mark },
  });
  await other.until(() => other.messages('patch').length > 0);
  expect([views(), other.messages('view').length]).toEqual([12, 0]);
  expect((await attendee.say('clock', { clientTime: 1 })) as object).toHaveProperty('serverTime');
  expect(views()).toBe(12);
});
