// A killed process proves nothing about power cuts: what it wrote is still with the kernel. So the kernel is asked.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { Built } from '../world/built.ts';
import { call } from '../world/calling.ts';
import { openWorld, testSecret } from '../world/world.ts';
import { LongPart } from './part.ts';

/** Commands one after the other, in crowds of so many at once, and over HTTP. */
const commands = { alone: 150, crowds: 10, atOnce: 25, overHttp: 50 };

it('[L2] says nothing of a command to anybody before its entry is synced, whatever way it came', async () => {
  const part = new LongPart('fsync');
  const world = await openWorld({ log: 'file' });
  await world.shut();
  const trace = join(world.folder, 'trace');
  const calls = 'trace=fsync,fdatasync,pwrite64,write,writev,sendmsg,sendto';
  const watched = [
    'strace',
    '-D',
    '-f',
    '-qq',
    '-y',
    '-o',
    trace,
    '-e',
    calls,
    '-e',
    'signal=none',
    '-s',
    '9000',
  ];
  const server = new Built({ DATA_DIR: world.dataDir, SECRET: testSecret }, ['--empty'], watched);
  const origin = await server.origin();
  const token = await world.sign({ role: 'moderator' });
  const desk = await world.connect({ origin, role: 'moderator', token });
  const ids: string[] = [];
  const question = () => {
    const id = randomUUID();
    ids.push(id);
    return { id, type: 'question.ask', session: 'talk-1', text: `Is ${ids.length} on the disk?` };
  };
  for (let count = part.times(commands.alone); count > 0; count -= 1) await desk.must(question());
  for (let crowd = part.times(commands.crowds); crowd > 0; crowd -= 1)
    await Promise.all(Array.from({ length: commands.atOnce }, () => desk.must(question())));
  for (let count = part.times(commands.overHttp); count > 0; count -= 1) {
    const said = await call(origin, `/api/events/${world.slug}/commands`, { token, body: question() });
    expect(said.body).toMatchObject({ ok: true });
  }
  desk.drop();
  server.child.kill('SIGTERM');
  expect(await server.exit()).toBe(0);
  const { said, early, syncs } = await read(trace, ids);
  part.reached(
    {
      commands: ids.length,
      'said in time': said.size - early.size,
      'said before they were synced': early.size,
      syncs,
    },
    early.size === 0 && said.size === ids.length,
  );
  expect([...early]).toEqual([]);
  expect(said.size).toBe(ids.length);
});

/** A system call as it begins, or the end of one that was interrupted by another thread's. */
const begins = /^(\d+) +(\w+)\(\d+<([^>]*)>(.*)$/;
const resumed = /^(\d+) +<\.\.\. f(?:data)?sync resumed>.*= 0$/;

/**
 * Reads a trace: which commands were mentioned on a socket (acknowledged, or told to others), which of these before a
 * sync of the write-ahead log that began after they were written to it had ended.
 */
async function read(
  trace: string,
  ids: readonly string[],
): Promise<{ said: Set<string>; early: Set<string>; syncs: number }> {
  const found = { said: new Set<string>(), early: new Set<string>(), syncs: 0 };
  const wanted = new Set(ids);
  const written = new Set<string>();
  const synced = new Set<string>();
  /** What each thread that is syncing will have synced. */
  const syncing = new Map<string, string[]>();
  const end = (thread: string) => {
    for (const id of syncing.get(thread) ?? []) synced.add(id);
    found.syncs += 1;
  };
  for await (const line of createInterface({ input: createReadStream(trace) })) {
    const [, back] = resumed.exec(line) ?? [];
    if (back !== undefined) end(back);
    const [, thread = '', name = '', file = '', rest = ''] = begins.exec(line) ?? [];
    if (name.endsWith('sync')) {
      syncing.set(thread, file.endsWith('-wal') ? [...written] : []);
      if (/= 0$/.test(rest)) end(thread);
    } else if (file.endsWith('-wal')) for (const id of idsIn(rest, wanted)) written.add(id);
    else if (/^(TCP|socket)/.test(file))
      for (const id of idsIn(rest, wanted)) {
        found.said.add(id);
        if (!synced.has(id)) found.early.add(id);
      }
  }
  return found;
}

function idsIn(text: string, wanted: ReadonlySet<string>): string[] {
  const ids = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
  return ids.filter((id) => wanted.has(id));
}
