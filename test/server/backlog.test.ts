import type { Socket } from 'socket.io';
import { expect, test, vi } from 'vitest';
import { Outbox } from '../../server/socket/outbox.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

/** The TCP socket below somebody's connection, which a test can leave unread. */
function below(member: Member) {
  const engine: unknown = Reflect.get(member.socket.io.engine, 'transport');
  const socket = Reflect.get(Reflect.get(engine as object, 'ws') as object, '_socket');
  return socket as { pause(): void; resume(): void };
}

const taken = Outbox.prototype.add;

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
  const add = vi.spyOn(Outbox.prototype, 'add').mockImplementation(function (this: Outbox, socket, ...rest) {
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
