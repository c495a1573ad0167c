import { describe, expect, it } from 'vitest';
import { importEvent } from '../../server/programme/read/import-event.ts';
import { openWorld } from '../world/world.ts';

/** Something that says it has a length, which no number can be compared with. */
const odd = { length: { toString: null, valueOf: null } };

describe('[W27] what only looks as if it had a length is malformed', () => {
  it.each([
    ['command', { id: crypto.randomUUID(), type: 'question.ask', session: 'talk-1', text: odd }],
    ['command', { id: odd, type: 'question.upvote', question: odd, on: true }],
    ['clock', { clientTime: odd }],
    ['drawn', { display: odd, seq: odd, kind: odd, fits: true, width: odd, height: odd }],
    ['at', { room: odd }],
    ['identify', { display: odd }],
  ])('in a message %s', async (name, body) => {
    const world = await openWorld();
    const member = await world.joinAs('moderator');
    expect(await member.say(name, body)).toMatchObject({ ok: false, reason: 'malformed' });
    expect(world.alarms).toEqual([]);
  });

  it.each([
    ['/join', { name: odd, attendance: 'remote' }],
    ['/redeem', { invite: odd }],
    ['/commands', { id: crypto.randomUUID(), type: 'announce', text: odd, to: 'all' }],
    ['/invites', { role: odd, name: odd }],
  ])('in a body for %s', async (path, body) => {
    const world = await openWorld();
    const { seat } = await world.joinAs('moderator');
    const { status } = await world.at(path, { token: seat.token, body });
    expect(status).toBe(400);
    expect(world.alarms).toEqual([]);
  });

  it('in a handshake', async () => {
    const world = await openWorld();
    const refused = await world.joinAs('projector', { auth: { display: odd } });
    expect(refused.refusal).toMatchObject({ reason: 'malformed' });
    expect(world.alarms).toEqual([]);
  });

  it('in an event file', () => {
    const file = {
      backrow: 1,
      slug: odd,
      title: odd,
      timezone: odd,
      sessions: [{ title: odd, start: odd, parts: odd }],
    };
    expect(importEvent(JSON.stringify(file))).toMatchObject({ ok: false });
  });
});
