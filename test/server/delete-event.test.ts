import { afterEach, expect, it, vi } from 'vitest';
import { Installation } from '../../server/access/installation-file.ts';
import { execute } from '../../server/admin-commands.ts';
import { LogUnavailable } from '../../server/log/log.ts';
import { MemoryLogStore } from '../../server/log/memory.ts';
import { until } from '../world/waiting.ts';
import { openWorld } from '../world/world.ts';

afterEach(() => vi.restoreAllMocks());

it('[L18] an event that the log cannot let go of goes on for everybody, and the order says so', async () => {
  const world = await openWorld();
  const attendee = await world.joinAs('attendee');
  const removing = vi.spyOn(MemoryLogStore.prototype, 'remove');
  removing.mockRejectedValueOnce(new LogUnavailable('The disk is full'));
  const order = { order: 'delete', event: world.slug } as const;
  const deleted = vi.fn<(slug: string) => void>();
  const onlookers = { made: () => undefined, deleted };
  const give = () => execute(world.app.events, Installation.inMemory(), order, onlookers);
  expect(await give()).toMatchObject({
    ok: false,
    reason: 'unavailable',
    code: 'log-kept',
    now: { slug: world.slug, trouble: 'The disk is full' },
  });
  expect(deleted).not.toHaveBeenCalled();
  await attendee.ask('Does it go on?');
  expect(await give()).toMatchObject({ ok: true, did: 'deleted', warnings: [] });
  expect(deleted).toHaveBeenCalledWith(world.slug);
  expect((await world.at('/join', { body: { attendance: 'remote' } })).status).toBe(404);
});

it('[L18] says that traces of a deleted event are left where the files cannot let go of them', async () => {
  const world = await openWorld();
  vi.spyOn(MemoryLogStore.prototype, 'remove').mockResolvedValueOnce(false);
  const order = { order: 'delete', event: world.slug } as const;
  expect(await execute(world.app.events, Installation.inMemory(), order)).toMatchObject({
    ok: true,
    warnings: [{ path: world.slug }],
  });
  await until(() => world.alarms.some((message) => message.includes('traces of it are left')));
});
