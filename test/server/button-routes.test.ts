import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { Role } from '../../shared/people/role.ts';
import { cookiesOf } from '../world/calling.ts';
import { until } from '../world/waiting.ts';
import { openWorld } from '../world/world.ts';

/** A world whose clock stands until it is moved, with a moderator and three questions Up next of the first talk. */
async function atTheDesk() {
  let now = Date.parse('2026-04-26T08:00:00.000Z');
  const world = await openWorld({ clock: () => now, policy: { moderation: 'after', autorun: false } });
  const moderator = await world.joinAs('moderator', { name: 'Mo' });
  const ann = await world.joinAs('attendee');
  const questions: string[] = [];
  for (const text of ['First?', 'Second?', 'Third?']) questions.push(await ann.ask(text));
  for (const question of questions)
    await moderator.must({ type: 'question.shortlist', question, position: 5 });
  const press = (path: string, body?: unknown, token = moderator.seat.token) =>
    world.at(`/rooms/${path}`, { method: 'POST', token, ...(body !== undefined && { body }) });
  const { state } = world.running().live;
  return {
    world,
    moderator,
    questions,
    press,
    state,
    show: () => state.tables.stages.get('main')?.show,
    /** Lets so many milliseconds pass. */
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('[W34] POST …/rooms/:room/do/:action', () => {
  test('take-next shows the first in Up next, press by press, and says when there is none', async () => {
    const { questions, press, pass, show } = await atTheDesk();
    for (const question of questions) {
      const { status, body } = await press('main/do/take-next');
      expect([status, body]).toMatchObject([200, { ok: true, seq: expect.any(Number) }]);
      expect(show()).toEqual({ kind: 'question', question });
      pass(1_000);
    }
    expect(await press('main/do/take-next')).toMatchObject({
      status: 409,
      body: { reason: 'not-now', code: 'nothing-up-next', now: { session: 'talk-1' } },
    });
  });

  test('take-next goes by where a question belongs, not by where it was asked [Q31]', async () => {
    const { moderator, questions, press, show } = await atTheDesk();
    const [first = '', second] = questions;
    await moderator.must({ type: 'question.keep', question: first, for: 'panel', session: 'side-talk' });
    await moderator.must({ type: 'question.shortlist', question: first, position: 1 });
    await press('side/do/take-next');
    await press('main/do/take-next');
    expect(show()).toEqual({ kind: 'question', question: second });
  });

  test('clear and answered speak of what is on this room’s screen', async () => {
    const { questions, press, pass, state, show } = await atTheDesk();
    expect(await press('main/do/answered')).toMatchObject({ status: 409, body: { reason: 'not-now' } });
    await press('main/do/take-next');
    pass(600);
    expect((await press('main/do/answered')).status).toBe(200);
    expect(state.tables.questions.get(questions[0] ?? '')?.status).toBe('answered');
    expect((await press('main/do/clear')).status).toBe(200);
    expect(show()).toEqual({ kind: 'auto' });
  });

  test('black is the one key that latches, over a room or all; `on` says it outright', async () => {
    const { press, pass, state } = await atTheDesk();
    const black = () => ['main', 'side'].map((room) => state.tables.stages.get(room)?.black);
    const steps: [string, unknown, boolean[]][] = [
      ['main/do/black', undefined, [true, false]],
      ['*/do/black', {}, [true, true]],
      ['*/do/black', {}, [false, false]],
      ['side/do/black', { on: true }, [false, true]],
      ['side/do/black?on=true', undefined, [false, true]],
      ['side/do/black?on=0', undefined, [false, false]],
    ];
    for (const [path, body, after] of steps) {
      expect((await press(path, body)).status, path).toBe(200);
      expect(black(), path).toEqual(after);
      pass(600);
    }
  });

  test('next-session starts what comes next and ends what is on air; extend lengthens it', async () => {
    const { press, pass, state } = await atTheDesk();
    const row = (id: string) => state.tables.sessions.get(id);
    expect(await press('main/do/extend')).toMatchObject({ status: 409, body: { reason: 'not-now' } });
    pass(600);
    expect((await press('main/do/next-session')).status).toBe(200);
    expect(row('talk-1')).toMatchObject({ startedAt: expect.any(Number), endedAt: null });
    const { stretch } = row('talk-1') ?? { stretch: 0 };
    expect((await press('main/do/extend', { minutes: 5 })).status).toBe(200);
    pass(600);
    expect((await press('main/do/extend?minutes=-2')).status).toBe(200);
    pass(600);
    expect((await press('main/do/extend')).status).toBe(200);
    expect(row('talk-1')?.stretch).toBe(stretch + 4 * 60_000);
    expect((await press('main/do/next-session')).status).toBe(200);
    expect(row('talk-1')?.endedAt).not.toBeNull();
    expect(row('talk-2')?.startedAt).not.toBeNull();
    expect(row('side-talk')?.startedAt).toBeNull();
  });

  test('a second press at once, by anybody, is the first one again; take-next waits a second', async () => {
    const { world, questions, press, pass, show } = await atTheDesk();
    const mia = await world.sign({ role: 'moderator', name: 'Mia' });
    const first = await press('main/do/take-next');
    const entries = world.seq;
    pass(999);
    for (const token of [undefined, mia])
      expect((await press('main/do/take-next', {}, token)).body).toEqual(first.body);
    expect([world.seq, show()]).toEqual([entries, { kind: 'question', question: questions[0] }]);
    pass(1);
    await press('main/do/take-next', undefined, mia);
    expect(show()).toEqual({ kind: 'question', question: questions[1] });
    const both = await Promise.all([press('main/do/black'), press('main/do/black', {}, mia)]);
    expect(both[1].body).toEqual(both[0].body);
    expect(world.running().live.state.tables.stages.get('main')?.black).toBe(true);
  });

  test('a press with other values is another press, and the last one counts', async () => {
    const { world, press, pass, state } = await atTheDesk();
    const black = () => state.tables.stages.get('main')?.black;
    for (const on of [true, false, true, false]) {
      expect((await press('main/do/black', { on })).status).toBe(200);
      expect(black()).toBe(on);
    }
    const entries = world.seq;
    await press('main/do/black', { on: false });
    expect(world.seq).toBe(entries);
    await press('main/do/next-session');
    const { stretch } = state.tables.sessions.get('talk-1') ?? { stretch: 0 };
    for (const minutes of [5, 5, -2, -2]) await press('main/do/extend', { minutes });
    expect(state.tables.sessions.get('talk-1')?.stretch).toBe(stretch + 3 * 60_000);
    pass(600);
    await press('main/do/extend', { minutes: -2 });
    expect(state.tables.sessions.get('talk-1')?.stretch).toBe(stretch + 60_000);
  });

  test('under an own id every press counts, and the same id is done once, whatever stands first by then', async () => {
    const { questions, press, show, pass } = await atTheDesk();
    const id = randomUUID();
    const first = await press('main/do/take-next', { id });
    await press('main/do/take-next', { id: randomUUID() });
    expect(show()).toEqual({ kind: 'question', question: questions[1] });
    pass(60_000);
    expect((await press('main/do/take-next', { id })).body).toEqual(first.body);
    expect(show()).toEqual({ kind: 'question', question: questions[1] });
    expect(await press('main/do/black', { id })).toMatchObject({
      status: 409,
      body: { reason: 'conflict', of: 'id' },
    });
  });

  test('in sight of `seen` a colleague’s show in between is a conflict [U7]', async () => {
    const { world, press } = await atTheDesk();
    const seen = world.seq;
    const mia = await world.joinAs('organizer', { name: 'Olga' });
    await mia.must({ type: 'stage.show', room: 'main', show: { kind: 'join' } });
    expect(await press('main/do/take-next', { seen })).toMatchObject({
      status: 409,
      body: { reason: 'conflict', by: { name: 'Olga' } },
    });
  });

  test('is for moderators and organizers, by token or cookie', async () => {
    const { world, press } = await atTheDesk();
    const expected: Partial<Record<Role, number>> = {
      attendee: 403,
      speaker: 403,
      projector: 403,
      moderator: 200,
      organizer: 200,
    };
    for (const role of Object.keys(expected) as Role[]) {
      const scope = role === 'speaker' ? { session: 'talk-1' } : role === 'projector' ? { room: 'main' } : {};
      const token = await world.sign({ role, scope });
      expect((await press('main/do/clear', {}, token)).status, role).toBe(expected[role]);
    }
    expect((await world.at('/rooms/main/do/clear', { method: 'POST' })).status).toBe(401);
    const invite = await world.invite({ role: 'moderator' });
    const cookie = cookiesOf(await world.at('/redeem', { body: { invite } }));
    const asked = { method: 'POST', cookie };
    expect((await world.at('/rooms/main/do/clear', asked)).status).toBe(200);
    const foreign = { ...asked, headers: { origin: 'http://elsewhere.example' } };
    expect((await world.at('/rooms/main/do/clear', foreign)).status).toBe(403);
  });

  test('what does not exist is unknown, what cannot be understood malformed', async () => {
    const { press } = await atTheDesk();
    for (const path of ['attic/do/clear', '*/do/clear', '*/do/take-next', 'main/do/explode'])
      expect(await press(path), path).toMatchObject({ status: 404, body: { ok: false, reason: 'unknown' } });
    const bodies = [
      { id: 'no uuid' },
      { more: 1 },
      { on: 'yes' },
      { minutes: 601 },
      { minutes: 1.5 },
      { seen: -1 },
    ];
    for (const body of [...bodies, '[1]', '{"on":', '"text"'])
      expect(await press('main/do/clear', body), JSON.stringify(body)).toMatchObject({
        status: 400,
        body: { reason: 'malformed' },
      });
    for (const query of ['minutes=many', 'minutes=601', 'on=maybe'])
      expect((await press(`main/do/extend?${query}`)).status, query).toBe(400);
  });
});

test('[W84] ids of presses are looked up eight at once a person, whatever their role', async () => {
  const { world, press } = await atTheDesk();
  const token = (await world.joinAs('attendee')).seat.token;
  let look: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    look = resolve;
  });
  const known = vi.spyOn(world.running().live, 'known').mockImplementation(async () => {
    await held;
    return null;
  });
  const clear = () => press('main/do/clear', { id: randomUUID() }, token);
  const eight = Array.from({ length: 8 }, clear);
  await until(() => known.mock.calls.length === 8, 'eight looked up');
  const ninth = clear();
  const one = await Promise.race([ninth, until(() => known.mock.calls.length > 8, 'a ninth')]);
  expect(one).toMatchObject({ status: 429, body: { reason: 'too-fast', retryAfterMs: 1_000 } });
  look();
  for (const { status } of await Promise.all(eight)) expect(status).toBe(403);
  expect((await clear()).status).toBe(403);
});
