import { expect, it } from 'vitest';
import { LogReader } from '../../server/log/reader.ts';
import { Built } from '../world/built.ts';
import type { Member } from '../world/member.ts';
import { openWorld, testSecret, type World } from '../world/world.ts';

it('[W30] loses nothing that was acknowledged when it is killed, and goes on in the same epoch', {
  timeout: 60_000,
}, async () => {
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const tokens = await Promise.all(Array.from({ length: 4 }, () => world.sign({ role: 'moderator' })));
  const acknowledged = new Map<string, { seq: number; command: Command; token: string }>();
  let epoch: string | null = null;
  for (const enough of [1, 150, 600]) {
    const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
    const crowd = await arrive(world, tokens, await server.origin());
    for (const member of crowd) {
      epoch ??= member.epoch;
      expect(member.epoch).toBe(epoch);
    }
    const target = acknowledged.size + enough;
    const streams = crowd.map((member) =>
      stream(member, acknowledged, () => acknowledged.size >= target && server.child.kill('SIGKILL')),
    );
    expect(await server.exit()).toBe('SIGKILL');
    for (const member of crowd) member.drop();
    await Promise.all(streams);
    const entries = entriesOf(world);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, place) => place + 1));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const lost = [...acknowledged].filter(([id, { seq }]) => entries[seq - 1]?.id !== id);
    expect(lost).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(750);
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret });
  const origin = await server.origin();
  const [id = '', first] = [...acknowledged].at(-1) ?? [];
  const again = await world.connect(
    { origin, role: 'moderator', token: first?.token ?? '' },
    { since: 1, epoch },
  );
  expect(again.heard[0]).toMatchObject({
    event: 'patch',
    body: { epoch, from: 1, seq: entriesOf(world).length },
  });
  expect(await again.send({ ...first?.command, type: first?.command.type ?? '', id })).toMatchObject({
    ok: true,
    seq: first?.seq,
  });
});

type Command = { id: string; type: string; [field: string]: unknown };

function arrive(world: World, tokens: readonly string[], origin: string): Promise<Member[]> {
  return Promise.all(tokens.map((token) => world.connect({ origin, role: 'moderator', token })));
}

/** Asks, approves and upvotes without a pause until the server is gone; notes what was acknowledged. */
async function stream(
  member: Member,
  acknowledged: Map<string, { seq: number; command: Command; token: string }>,
  acknowledge: () => void,
): Promise<void> {
  const { token } = member.seat;
  const send = async (fields: { type: string; [field: string]: unknown }) => {
    const command = { id: crypto.randomUUID(), ...fields };
    const outcome = await member.send(command);
    if (outcome.ok) acknowledged.set(command.id, { seq: outcome.seq, command, token });
    acknowledge();
    return command.id;
  };
  try {
    for (let count = 0; ; count += 1) {
      const question = await send({
        type: 'question.ask',
        session: 'talk-1',
        text: `Is number ${count} kept?`,
      });
      await Promise.all([
        send({ type: 'question.approve', question }),
        ...['method', 'theory', 'practice'].map((label) =>
          send({ type: 'question.label', question, labels: [label] }),
        ),
      ]);
    }
  } catch {
    // The server is gone, as it should be: what was not acknowledged may or may not be there.
  }
}

function entriesOf(world: World): { seq: number; id: string }[] {
  const reader = LogReader.ofFolder(world.dataDir);
  const entries = [...reader.entries(world.slug)].map(({ seq, id }) => ({ seq, id }));
  reader.close();
  return entries;
}
