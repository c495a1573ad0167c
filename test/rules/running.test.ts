import { describe, expect, test } from 'vitest';
import { type Day, given } from '../world/given.ts';
import { at, inTwoRooms } from '../world/workshop.ts';
import { session } from './looking.ts';

const byHand = () => given({ autorun: false });
const start = (day: Day, id: string, when: string) =>
  day.when('mod', 'session.start', { session: id }, { at: at(when) });

describe('[T1] start', () => {
  test('puts a session on air', () => {
    const day = byHand();
    expect(start(day, 'talk-1', '08:12')).toMatchObject({ ok: true });
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir', startedAt: '08:12', end: '08:52' });
  });

  test('again succeeds and changes nothing', () => {
    const day = byHand();
    start(day, 'talk-1', '08:12');
    expect(start(day, 'talk-1', '08:15')).toMatchObject({ ok: true });
    expect(session(day, 'talk-1').startedAt).toBe('08:12');
  });

  test.each([
    ['session.end', 'ended'],
    ['session.cancel', 'cancelled'],
  ] as const)('after %s is refused', (type, status) => {
    const day = byHand();
    if (type === 'session.end') start(day, 'talk-1', '08:12');
    day.when('mod', type, { session: 'talk-1' }, { at: at('08:40') });
    expect(start(day, 'talk-1', '08:50')).toMatchObject({ ok: false, reason: 'not-now', now: { status } });
  });

  test('of a part starts its session too, and ends the part before', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:51') });
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-2' }, { at: at('09:03') });
    expect(session(day, 'spotlights')).toMatchObject({
      startedAt: '08:51',
      parts: [
        ['08:51', '08:51', '09:03'],
        ['09:03', '09:03', null],
        ['09:13', null, null],
      ],
    });
    expect(day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-9' })).toMatchObject({
      reason: 'unknown',
    });
  });
});

describe('[T1] parts', () => {
  const part = (day: Day, id: string, when: string, more = {}) =>
    day.when('mod', 'session.start', { session: 'spotlights', part: id, ...more }, { at: at(when) });

  test('that have ended are not begun again by a late press', () => {
    const day = byHand();
    part(day, 'spot-1', '08:50');
    part(day, 'spot-2', '09:00');
    expect(part(day, 'spot-1', '09:01')).toMatchObject({ ok: false, reason: 'not-now' });
    expect(session(day, 'spotlights').parts[1]).toEqual(['09:00', '09:00', null]);
  });

  test('that run late keep their length, and what follows waits for them', () => {
    const day = byHand();
    part(day, 'spot-1', '08:50');
    part(day, 'spot-2', '09:08');
    expect(session(day, 'spotlights')).toMatchObject({ end: '09:28' });
    expect(session(day, 'spotlights').parts[2]).toEqual(['09:18', null, null]);
    expect(session(day, 'coffee').start).toBe('09:28');
  });

  test('go on by themselves after the one that was begun by hand', () => {
    const day = given();
    day.until(at('08:55'));
    part(day, 'spot-2', '08:56');
    day.until(at('09:07'));
    expect(session(day, 'spotlights').parts.map(([, from, to]) => [from, to])).toEqual([
      ['08:50', '08:56'],
      ['08:56', '09:06'],
      [null, null],
    ]);
    day.until(at('09:11'));
    expect(session(day, 'spotlights').parts[2]).toEqual(['09:10', '09:10', null]);
  });

  test('do not begin after their session has ended, and not before it began', () => {
    const day = byHand();
    part(day, 'spot-1', '08:50');
    day.when('mod', 'session.end', { session: 'spotlights' }, { at: at('09:20') });
    expect(part(day, 'spot-3', '09:26', { at: at('09:25') })).toMatchObject({ ok: false, reason: 'not-now' });
    day.when('mod', 'session.start', { session: 'spotlights', at: at('08:53') });
    expect(session(day, 'spotlights').parts[0]).toEqual(['08:53', '08:53', '09:20']);
  });
});

describe('[T2] starting ends what is on air in that room, in the same entry', () => {
  test('with its running part', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
    start(day, 'talk-2', '09:00');
    expect(session(day, 'spotlights')).toMatchObject({ status: 'ended', endedAt: '09:00' });
    expect(session(day, 'spotlights').parts[0]).toEqual(['08:50', '08:50', '09:00']);
  });

  test('not in another room', () => {
    const day = given({ autorun: false }, inTwoRooms);
    start(day, 'annex-1', '08:10');
    start(day, 'talk-1', '08:12');
    expect([session(day, 'annex-1').status, session(day, 'talk-1').status]).toEqual(['onAir', 'onAir']);
  });

  test('in every room for what is everybody’s', () => {
    const day = given({ autorun: false }, inTwoRooms);
    start(day, 'annex-1', '08:10');
    start(day, 'talk-1', '08:12');
    start(day, 'lunch', '11:10');
    expect([session(day, 'annex-1').endedAt, session(day, 'talk-1').endedAt]).toEqual(['11:10', '11:10']);
  });
});

describe('[T3] a correction', () => {
  const correct = (day: Day, type: 'session.start' | 'session.end', id: string, to: string, more = {}) =>
    day.when('mod', type, { session: id, at: at(to), ...more });

  test('of a start moves it, and the end of what was on air then', () => {
    const day = byHand();
    start(day, 'talk-1', '08:10');
    start(day, 'talk-2', '08:55');
    expect(correct(day, 'session.start', 'talk-2', '08:52')).toMatchObject({ ok: true });
    expect([session(day, 'talk-1').endedAt, session(day, 'talk-2').startedAt]).toEqual(['08:52', '08:52']);
  });

  test('of an end moves it', () => {
    const day = byHand();
    start(day, 'talk-1', '08:10');
    day.when('mod', 'session.end', { session: 'talk-1' }, { at: at('08:55') });
    expect(correct(day, 'session.end', 'talk-1', '08:50')).toMatchObject({ ok: true });
    expect(session(day, 'talk-1').endedAt).toBe('08:50');
  });

  test('tells that a session nobody started began earlier', () => {
    const day = byHand();
    start(day, 'opening', '08:00');
    day.when('mod', 'programme.tell', {}, { at: at('08:20') });
    correct(day, 'session.start', 'talk-1', '08:12');
    expect([session(day, 'opening').endedAt, session(day, 'talk-1').startedAt]).toEqual(['08:12', '08:12']);
  });

  test.each(['08:31', '20:29'])('lies in the past, at most 12 hours back: not %s', (to) => {
    const day = byHand();
    start(day, 'talk-1', '08:30');
    const instant = to === '20:29' ? at('20:29') - 24 * 3_600_000 : at(to);
    expect(day.when('mod', 'session.start', { session: 'talk-1', at: instant })).toMatchObject({
      ok: false,
      reason: 'not-now',
    });
  });

  test('leaves no session and no part shorter than nothing', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
    day.when('mod', 'session.end', { session: 'spotlights', part: 'spot-1' }, { at: at('09:00') });
    day.when('mod', 'session.end', { session: 'spotlights' }, { at: at('09:20') });
    day.when('mod', 'programme.tell', {}, { at: at('09:40') });
    expect(correct(day, 'session.start', 'spotlights', '09:21')).toMatchObject({ reason: 'not-now' });
    expect(correct(day, 'session.end', 'spotlights', '08:49')).toMatchObject({ reason: 'not-now' });
    expect(correct(day, 'session.start', 'spotlights', '09:01', { part: 'spot-1' })).toMatchObject({
      reason: 'not-now',
    });
    expect(correct(day, 'session.start', 'spotlights', '08:49', { part: 'spot-1' })).toMatchObject({
      reason: 'not-now',
    });
  });

  test('claims no time in which another session of that room ran', () => {
    const day = byHand();
    for (const [id, when] of [
      ['talk-1', '08:10'],
      ['talk-2', '08:50'],
      ['talk-3', '09:30'],
    ] as const)
      start(day, id, when);
    expect(correct(day, 'session.end', 'talk-1', '09:00')).toMatchObject({ ok: false, reason: 'not-now' });
    expect(correct(day, 'session.start', 'talk-3', '08:45')).toMatchObject({ ok: false, reason: 'not-now' });
    expect(correct(day, 'session.start', 'talk-3', '09:20')).toMatchObject({ ok: true });
  });
});

describe('[T4] end', () => {
  test('closes a session with its running part, again too', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
    for (const when of ['09:05', '09:06'])
      expect(day.when('mod', 'session.end', { session: 'spotlights' }, { at: at(when) })).toMatchObject({
        ok: true,
      });
    expect(session(day, 'spotlights')).toMatchObject({ status: 'ended', endedAt: '09:05' });
    expect(session(day, 'spotlights').parts[0]?.[2]).toBe('09:05');
  });

  test('of what has not begun is refused', () => {
    expect(byHand().when('mod', 'session.end', { session: 'talk-1' })).toMatchObject({
      ok: false,
      reason: 'not-now',
      now: { status: 'upcoming' },
    });
  });
});

describe('[T5] not yet', () => {
  const late = (): Day => {
    const day = given();
    start(day, 'opening', '08:00');
    day.until(at('08:10:30'));
    day.when('mod', 'session.notYet', { session: 'talk-1' }, { at: at('08:10:30') });
    return day;
  };

  test('lets a due session run late minute by minute, and what follows with it', () => {
    const day = late();
    expect(session(day, 'talk-1')).toMatchObject({ status: 'due', start: '08:11' });
    day.until(at('08:14:20'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'due', start: '08:15', end: '08:55' });
    expect(session(day, 'spotlights').start).toBe('08:55');
  });

  test('holds autorun off, and ends at sixty minutes', () => {
    const day = late();
    day.when('mod', 'session.end', { session: 'opening' });
    day.until(at('09:40'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'due', start: '09:10', startedAt: null });
  });

  test('is over with the start', () => {
    const day = late();
    start(day, 'talk-1', '08:17');
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir', start: '08:17' });
  });

  test('of what is not due is refused, with when it is expected', () => {
    const day = given();
    expect(day.when('mod', 'session.notYet', { session: 'talk-1' })).toMatchObject({
      ok: false,
      reason: 'not-now',
      now: { status: 'upcoming', expectedStart: '2026-04-26T08:10:00.000Z' },
    });
    day.until(at('08:10'));
    expect(day.when('mod', 'session.notYet', { session: 'talk-1' })).toMatchObject({ ok: true });
    expect(day.when('mod', 'session.notYet', { session: 'talk-1' })).toMatchObject({ ok: true });
  });

  test('is over with a new time to come', () => {
    const day = late();
    day.when('mod', 'session.move', { session: 'talk-1', minutes: 10 });
    const { start: moved } = session(day, 'talk-1');
    day.until(at('08:25'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir', startedAt: moved, assumed: true });
  });

  test('of what has begun or is cancelled is refused', () => {
    const day = byHand();
    start(day, 'talk-1', '08:10');
    day.when('mod', 'session.cancel', { session: 'talk-2' });
    for (const id of ['talk-1', 'talk-2'])
      expect(day.when('mod', 'session.notYet', { session: id })).toMatchObject({ reason: 'not-now' });
  });
});

describe('[T6] reset', () => {
  test('takes a session back to before its start', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:40') });
    day.when('mod', 'session.reset', { session: 'spotlights' });
    expect(session(day, 'spotlights')).toMatchObject({ status: 'upcoming', startedAt: null, start: '08:50' });
    expect(session(day, 'spotlights').parts[0]).toEqual(['08:50', null, null]);
  });

  test('of a session whose time has come is not undone by autorun', () => {
    const day = given();
    day.until(at('08:10'));
    start(day, 'talk-1', '08:10');
    day.when('mod', 'session.reset', { session: 'talk-1' }, { at: at('08:20') });
    day.until(at('08:30'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'due', startedAt: null, start: '08:31' });
  });

  test('uncancels, again too', () => {
    const day = byHand();
    day.when('mod', 'session.cancel', { session: 'talk-2' });
    for (let time = 0; time < 2; time += 1)
      expect(day.when('mod', 'session.reset', { session: 'talk-2' })).toMatchObject({ ok: true });
    expect(session(day, 'talk-2')).toMatchObject({ status: 'upcoming', start: '09:50' });
  });
});

describe('[T7] cancelled', () => {
  test('planned times stay, expected are none, what follows does not move up', () => {
    const day = byHand();
    for (let time = 0; time < 2; time += 1)
      expect(day.when('mod', 'session.cancel', { session: 'talk-2' })).toMatchObject({ ok: true });
    expect(session(day, 'talk-2')).toMatchObject({ status: 'cancelled', start: null, end: null });
    expect(day.state.tables.sessions.get('talk-2')?.start).toBe(at('09:50'));
    expect(session(day, 'talk-3').start).toBe('10:30');
  });

  test('is too late for what has begun', () => {
    const day = byHand();
    start(day, 'talk-2', '09:50');
    expect(day.when('mod', 'session.cancel', { session: 'talk-2' })).toMatchObject({
      ok: false,
      reason: 'not-now',
      now: { status: 'onAir' },
    });
  });
});

describe('[T3] two sessions of a room', () => {
  test('are never on air at once, whatever is corrected afterwards', () => {
    const day = byHand();
    start(day, 'talk-2', '09:41');
    expect(
      day.when('mod', 'session.start', { session: 'talk-3', at: at('09:39') }, { at: at('09:42') }),
    ).toMatchObject({ ok: false, reason: 'not-now' });
    start(day, 'talk-3', '09:50');
    expect(
      day.when('mod', 'session.end', { session: 'talk-2', at: at('10:00') }, { at: at('10:05') }),
    ).toMatchObject({ ok: false, reason: 'not-now' });
  });

  test('a correction of what has ended leaves alone what came after it', () => {
    for (const autorun of [false, true]) {
      const day = given({ autorun });
      start(day, 'opening', '08:00');
      start(day, 'talk-1', '08:10');
      if (autorun) day.until(at('08:53'));
      else start(day, 'spotlights', '08:50');
      const running = session(day, 'spotlights');
      expect(
        day.when('mod', 'session.start', { session: 'talk-1', at: at('08:12') }, { at: at('08:55') }),
      ).toMatchObject({ ok: true });
      expect(session(day, 'talk-1').startedAt).toBe('08:12');
      expect(session(day, 'spotlights')).toEqual(running);
    }
  });

  test('and of what ran before reopens no questions that were closed', () => {
    const day = byHand();
    start(day, 'talk-1', '08:10');
    start(day, 'spotlights', '08:50');
    day.until(at('08:51'));
    day.when('mod', 'session.start', { session: 'spotlights', at: at('08:47') }, { at: at('09:05') });
    expect(session(day, 'talk-1')).toMatchObject({ endedAt: '08:47', questions: 'closed' });
  });

  test('what only counted as started gives way to what really began', () => {
    const day = given();
    day.until(at('08:12'));
    expect(session(day, 'talk-1')).toMatchObject({ startedAt: '08:10', assumed: true });
    day.when('mod', 'session.start', { session: 'spotlights', at: at('08:09') }, { at: at('08:13') });
    expect(session(day, 'spotlights')).toMatchObject({ startedAt: '08:09', status: 'onAir' });
    expect(session(day, 'talk-1')).toMatchObject({ startedAt: null, endedAt: null, assumed: false });
  });
});

describe('[T6] reset of what is late', () => {
  test('again changes nothing: what is late stays late', () => {
    const day = given();
    day.until(at('08:10'));
    start(day, 'talk-1', '08:10');
    day.when('mod', 'session.reset', { session: 'talk-1' }, { at: at('08:20') });
    day.when('mod', 'session.reset', { session: 'talk-1' }, { at: at('08:20:02') });
    day.until(at('08:22'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'due', startedAt: null, start: '08:23' });
  });
});
