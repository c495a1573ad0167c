import { expect, it } from 'vitest';
import type { Role } from '../../shared/people/role.ts';
import { openWorld } from '../world/world.ts';

const roles: { role: Role; scope?: object }[] = [
  { role: 'attendee' },
  { role: 'speaker', scope: { session: 'talk-1' } },
  { role: 'speaker', scope: { room: 'main' } },
  { role: 'moderator' },
  { role: 'organizer' },
  { role: 'projector', scope: { room: 'main' } },
];

it.each(roles)(
  '[W67] cuts a $role off within a second whose badge has run out',
  async ({ role, scope = {} }) => {
    let now = Date.now();
    const world = await openWorld({ clock: () => now });
    const expiresAt = now + 60_000;
    const token = await world.sign({ role, scope, expiresAt });
    const member = await world.connect({ role, token });
    const lasting = await world.connect({ role, token: await world.sign({ role, scope }) });
    expect(member.socket.connected).toBe(true);
    now = expiresAt - 1;
    const answer = await member.say('clock', { clientTime: 1 });
    expect(answer).toMatchObject({ clientTime: 1 });
    now = expiresAt;
    const ranOut = performance.now();
    await member.until(() => !member.socket.connected, 'the cut');
    expect(performance.now() - ranOut).toBeLessThan(1_000);
    expect(lasting.socket.connected).toBe(true);
    await member.back();
    expect(member.refusal).toMatchObject({ reason: 'no-badge' });
    for (const path of [
      '/view',
      '/view?part=common',
      '/sessions/talk-1',
      '/audit',
      '/export/questions.csv',
    ]) {
      const { status, body } = await world.at(path, { token });
      expect([status, body], path).toMatchObject([401, { reason: 'no-badge' }]);
    }
    const body = { id: crypto.randomUUID(), type: 'question.ask', session: 'talk-1', text: 'Still me?' };
    expect((await world.at('/commands', { token, body })).status).toBe(401);
  },
);
