import { describe, expect, test } from 'vitest';
import { serverActor } from '../../shared/log/entry.ts';
import { nextDue } from '../../shared/rundown/clock.ts';
import { plainState } from '../../shared/state/plain.ts';
import { given } from '../world/given.ts';
import { at, inTwoRooms, workshop } from '../world/workshop.ts';
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

  test('keeps its time if it is fixed', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'panel' }, { at: at('11:05') });
    day.until(at('11:13'));
    expect(session(day, 'lunch')).toMatchObject({ status: 'onAir', startedAt: '11:10' });
  });
});
