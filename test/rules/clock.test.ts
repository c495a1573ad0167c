import { describe, expect, test } from 'vitest';
import { nextDue } from '../../shared/log/next-due.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { serverActor } from '../../shared/state/actor.ts';
import { plainState } from '../../shared/state/plain.ts';
import { busy } from '../world/busy.ts';
import { type Day, given } from '../world/given.ts';
import { at, inTwoRooms, session as plan, workshop } from '../world/workshop.ts';
import { clock, session } from './looking.ts';

test('[T15] every moment at which something happens by itself is passed once', () => {
  const passed = given().until(at('23:00'));
  expect(new Set(passed).size).toBe(passed.length);
  expect(passed).toEqual(passed.toSorted((a, b) => a - b));
});

test('[T15] after the day nothing is due any more', () => {
  const day = given();
  day.until(at('23:00'));
  expect(nextDue(day.state)).toBeNull();
});

test('[T28] a day long past shows its plan, and asks nobody anything', () => {
  const day = given({ autorun: false });
  day.until(at('14:10') + 11 * 3_600_000);
  expect(session(day, 'closing')).toMatchObject({ status: 'due' });
  day.until(at('14:10') + 12 * 3_600_000);
  for (const id of ['opening', 'talk-1', 'lunch', 'closing'])
    expect(session(day, id)).toMatchObject({ status: 'ended', startedAt: null });
  expect(session(day, 'talk-1')).toMatchObject({ start: '08:10', end: '08:50' });
  expect(nextDue(day.state)).toBeNull();
});

test('[T15] the same moment passed again changes nothing but the seq', () => {
  const day = given();
  const passed = day.until(at('09:00')).at(-1) ?? 0;
  const before = structuredClone(plainState(day.state));
  day.put({
    type: 'clock.pass',
    by: serverActor,
    at: day.state.at,
    id: 'again',
    rules: 1,
    data: { at: passed },
  });
  expect(plainState(day.state)).toEqual({ ...before, seq: before.seq + 1 });
});

test('[T15] missed moments give the same day as moments that were met', () => {
  const tables = (moments: readonly string[]) => {
    const day = given();
    for (const moment of moments) day.until(at(moment));
    return plainState(day.state).tables;
  };
  expect(tables(['18:00'])).toEqual(tables(['08:01', '08:12', '09:00', '11:11', '14:00', '18:00']));
});

test('[T15] a late moment acts at the instant at which it was due', () => {
  const day = given();
  day.when('mod', 'programme.tell', {}, { at: at('08:25') });
  day.until(at('08:25'));
  expect(session(day, 'opening')).toMatchObject({ startedAt: '08:00', endedAt: '08:10', assumed: true });
  expect(session(day, 'talk-1')).toMatchObject({ startedAt: '08:10', status: 'onAir' });
});

describe('[T16] a due session that nobody starts', () => {
  test('counts as started on time after 2 minutes', () => {
    const day = given();
    day.until(at('08:01:59'));
    expect(session(day, 'opening')).toMatchObject({ status: 'due', startedAt: null });
    day.until(at('08:02'));
    expect(session(day, 'opening')).toMatchObject({ status: 'onAir', startedAt: '08:00', assumed: true });
  });

  test('stays due without autorun', () => {
    const day = given({ autorun: false });
    day.until(at('08:30'));
    expect(session(day, 'opening')).toMatchObject({ status: 'due', startedAt: null });
  });

  test('ends what was started by hand and is over its time', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'opening' }, { at: at('08:01') });
    day.until(at('08:13'));
    expect(session(day, 'opening')).toMatchObject({ status: 'ended', endedAt: '08:11' });
    expect(session(day, 'talk-1')).toMatchObject({ startedAt: '08:11', assumed: true });
  });

  test('is taken over by pressing Start', () => {
    const day = given();
    day.until(at('08:13'));
    day.when('mod', 'session.start', { session: 'talk-1' });
    day.until(at('08:51'));
    expect(session(day, 'talk-1')).toMatchObject({ startedAt: '08:10', assumed: false, status: 'onAir' });
  });
});

describe('[T17] an empty desk', () => {
  test('a whole day runs by itself, on time', () => {
    const day = given();
    day.until(at('23:00'));
    for (const { id, start, end } of workshop.sessions) {
      expect(session(day, id), id).toMatchObject({
        status: 'ended',
        startedAt: clock(start),
        endedAt: clock(end),
        assumed: true,
      });
    }
  });

  test('parts follow each other', () => {
    const day = given();
    day.until(at('09:12'));
    expect(session(day, 'spotlights').parts).toEqual([
      ['08:50', '08:50', '09:00'],
      ['09:00', '09:00', '09:10'],
      ['09:10', '09:10', null],
    ]);
  });

  test('rooms run side by side', () => {
    const day = given({}, inTwoRooms);
    day.until(at('10:15'));
    expect([session(day, 'talk-2').status, session(day, 'annex-2').status]).toEqual(['onAir', 'onAir']);
    day.until(at('11:13'));
    expect([session(day, 'annex-2').endedAt, session(day, 'lunch').status]).toEqual(['11:00', 'onAir']);
  });

  test('a desk that comes late finds the day as it ran', () => {
    const day = given();
    day.until(at('10:00'));
    day.when('mod', 'session.end', { session: 'talk-2' });
    day.when('mod', 'session.start', { session: 'talk-3' });
    day.until(at('10:31'));
    expect(session(day, 'talk-3')).toMatchObject({ startedAt: '10:00', assumed: false, end: '10:30' });
  });
});

const start = (day: Day, id: string, when: string) =>
  day.when('mod', 'session.start', { session: id }, { at: at(when) });

describe('[T18] a session that was passed over', () => {
  test('is not started by itself, and what runs goes on', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:01') });
    day.until(at('08:30'));
    expect(session(day, 'opening')).toMatchObject({ status: 'due', startedAt: null });
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir', startedAt: '08:01' });
  });

  test('pushes nothing', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('08:05') });
    expect(session(day, 'talk-3').start).toBe('10:30');
  });

  test('can still be started by hand', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('08:05') });
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:45') });
    expect([session(day, 'talk-2').endedAt, session(day, 'talk-1').end]).toEqual(['08:45', '09:25']);
  });

  test('keeps its time if that has not come', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'panel' }, { at: at('11:05') });
    day.until(at('11:13'));
    expect(session(day, 'lunch')).toMatchObject({ status: 'onAir', startedAt: '11:10' });
  });

  test('does not end what was begun in its place, fixed or not', () => {
    const day = given();
    day.until(at('11:11'));
    day.when('mod', 'session.start', { session: 'panel' });
    day.until(at('11:30'));
    expect(session(day, 'panel')).toMatchObject({ status: 'onAir', startedAt: '11:11' });
    expect(session(day, 'lunch')).toMatchObject({ startedAt: null });
  });

  test('what is everybody’s does not either', () => {
    const day = given({}, inTwoRooms);
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:01:42') });
    day.until(at('08:30'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir', startedAt: '08:01:42' });
  });

  test('keeps its order among those left for later, whatever is moved', () => {
    const day = given({ autorun: false });
    start(day, 'spotlights', '08:05');
    expect([session(day, 'talk-1').start, session(day, 'coffee').start]).toEqual(['08:35', '09:20']);
    expect(day.when('mod', 'session.move', { session: 'opening', minutes: 40 })).toMatchObject({ ok: true });
    expect([session(day, 'opening').start, session(day, 'talk-1').start]).toEqual(['08:40', '08:50']);
  });

  test('can be put later, and then comes after what was begun instead', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'spotlights' }, { at: at('08:11') });
    expect(
      day.when(
        'mod',
        'session.move',
        { session: 'talk-1', minutes: 150, give: 'anchor' },
        { at: at('08:12') },
      ),
    ).toMatchObject({ ok: true });
    expect(session(day, 'talk-1')).toMatchObject({ start: '11:00', end: '11:40', status: 'upcoming' });
    expect(session(day, 'lunch').start).toBe('11:40');
  });
});

describe('[T16] what a deed makes due in the past is asked about anew', () => {
  test('when what came before it is cancelled', () => {
    const day = given();
    day.when('mod', 'session.notYet', { session: 'talk-2' }, { at: at('09:50') });
    day.until(at('10:45'));
    day.when('mod', 'session.cancel', { session: 'talk-2' });
    expect(session(day, 'talk-3')).toMatchObject({ status: 'due', start: '10:45', startedAt: null });
    day.until(at('10:47'));
    expect(session(day, 'talk-3')).toMatchObject({ status: 'onAir', startedAt: '10:45', assumed: true });
  });

  test('when a start is taken back', () => {
    const day = given();
    day.until(at('08:11'));
    day.when('mod', 'session.start', { session: 'talk-1' });
    const { seq } = day.state;
    day.until(at('08:20'));
    day.when('mod', 'undo', { seq });
    day.until(at('08:21'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'due', startedAt: null, start: '08:20' });
  });

  test('when it is new in the programme', () => {
    const day = given();
    day.until(at('11:00'));
    const sessions = workshop.sessions
      .filter(({ id }) => id !== 'talk-3')
      .concat(plan('extra', 'talk', '10:50', 15))
      .toSorted((a, b) => a.start - b.start);
    day.when('org', 'programme.apply', { programme: { ...workshop, sessions } });
    day.until(at('11:01'));
    expect(session(day, 'extra')).toMatchObject({ status: 'due', startedAt: null, start: '11:00' });
  });

  test('but not by an autorun that is switched on where nobody runs the room', () => {
    const day = given({ autorun: false });
    day.until(at('09:30'));
    day.when('mod', 'policy.set', { autorun: true });
    day.until(at('09:31'));
    expect(session(day, 'coffee')).toMatchObject({ status: 'onAir', startedAt: '09:20', assumed: true });
    expect(session(day, 'talk-2').start).toBe('09:50');
  });

  test('and is forgotten once it begins, is moved or planned anew', () => {
    const day = given();
    day.when('mod', 'session.notYet', { session: 'talk-2' }, { at: at('09:50') });
    day.until(at('10:45'));
    day.when('mod', 'session.cancel', { session: 'talk-2' });
    const row = () => day.state.tables.sessions.get('talk-3');
    expect(row()?.notBefore).toBe(at('10:45'));
    day.when('mod', 'session.move', { session: 'talk-3', minutes: 5, give: 'anchor' });
    expect(row()?.notBefore).toBeNull();
    expect(session(day, 'talk-3').start).toBe('10:50');
  });

  test('when autorun is switched on while somebody runs the room', () => {
    const day = given({ autorun: false });
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
    day.until(at('09:10'));
    day.when('mod', 'policy.set', { autorun: true });
    day.until(at('09:11'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir' });
    expect(session(day, 'spotlights')).toMatchObject({ status: 'due', start: '09:12', startedAt: null });
  });

  test('and what was overdue before is answered for as ever', () => {
    const day = given();
    day.until(at('08:09'));
    day.when('mod', 'session.extend', { session: 'panel', minutes: 1 }, { at: at('08:12:30') });
    day.until(at('08:12:30'));
    expect(session(day, 'talk-1')).toMatchObject({ startedAt: '08:10', assumed: true });
  });
});

test('[T16] what something fixed left no time for did not take place', () => {
  const day = given();
  day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('10:40') });
  day.until(at('11:13'));
  expect(session(day, 'talk-3')).toMatchObject({ startedAt: null });
  expect(day.when('mod', 'session.start', { session: 'talk-3' })).toMatchObject({ ok: true });
});

test('[T28] what was begun by hand and never ended is over twelve hours after its end, and takes no questions', () => {
  const day = given();
  day.until(at('13:59'));
  day.when('mod', 'session.start', { session: 'closing' }, { at: at('14:00') });
  day.until(at('14:10') + 12 * 3_600_000);
  expect(session(day, 'closing')).toMatchObject({ status: 'ended' });
  expect(nextDue(day.state)).toBeNull();
  const asked = {
    session: 'closing',
    text: '#Why?',
    measured: { units: 4 },
    marks: { anonymous: 'a', named: 'n' },
  };
  expect(day.when('ann', 'question.ask', asked)).toMatchObject({ ok: false, reason: 'not-now' });
});

test('[T5] a session that is put off is looked at by the minute, and only while it is late', () => {
  const day = given({ autorun: false });
  day.until(at('08:10'));
  day.when('mod', 'session.notYet', { session: 'talk-1' }, { at: at('09:05') });
  expect(day.until(at('09:05')).length).toBeLessThan(5);
  expect(
    day.until(at('12:00')).filter((instant) => instant > at('09:05') && instant < at('09:10')),
  ).toHaveLength(4);
});

test('[T15] a long event that nobody looked at for days is caught up with at once', () => {
  const sessions = Array.from({ length: 10 }, (_, room) =>
    Array.from({ length: 60 }, (_, index) => plan(`s-${room}-${index}`, 'talk', '07:00', 10)).map(
      (each, index) => ({
        ...each,
        room: `room-${room}`,
        start: each.start + index * 600_000,
        end: each.end + index * 600_000,
      }),
    ),
  ).flat();
  const rooms = Array.from({ length: 10 }, (_, room) => ({
    id: `room-${room}`,
    name: `Room ${room}`,
    stream: null,
  }));
  const day = given({}, { ...workshop, rooms, sessions, posters: [] });
  const took = busy();
  day.put({
    type: 'clock.pass',
    by: serverActor,
    at: at('23:00'),
    id: 'late',
    rules: rulesVersion,
    data: { at: at('23:00') },
  });
  expect(took()).toBeLessThan(3_000);
  expect(
    [...day.state.tables.sessions.values()].every(({ assumed, endedAt }) => assumed && endedAt !== null),
  ).toBe(true);
});
