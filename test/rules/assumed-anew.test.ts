import { describe, expect, test } from 'vitest';
import { icbinb2025 } from '../../server/programme/demo/samples.ts';
import { importEvent } from '../../server/programme/read/import-event.ts';
import { nextDue } from '../../shared/log/next-due.ts';
import type { Programme, SessionPlan } from '../../shared/rundown/programme.ts';
import { published } from '../../shared/rundown/published.ts';
import { type Day, given } from '../world/given.ts';
import { at, inTwoRooms, workshop } from '../world/workshop.ts';
import { clock, session } from './looking.ts';

const minute = 60_000;
const hour = 60 * minute;

/** ICBINB 2025 on 27 April 2026, its table read in a zone. */
function icbinb(zone: string): Programme {
  const made = importEvent(icbinb2025.replaceAll('2025-04-28', '2026-04-27').replace('Asia/Singapore', zone));
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.programme;
}

/** The workshop with all times, or those of some sessions, so many minutes later. */
function later(minutes: number, ids?: readonly string[], programme: Programme = workshop): Programme {
  const by = minutes * minute;
  const move = <Row extends { start: number; end: number }>(row: Row) => ({
    ...row,
    start: row.start + by,
    end: row.end + by,
  });
  const sessions = programme.sessions.map((each): SessionPlan => {
    if (ids && !ids.includes(each.id)) return each;
    return { ...move(each), parts: each.parts.map(move) };
  });
  return { ...programme, sessions: sessions.toSorted((a, b) => a.start - b.start) };
}

/** The workshop with other fields for one session. */
function changed(id: string, fields: Partial<SessionPlan>): Programme {
  return {
    ...workshop,
    sessions: workshop.sessions.map((each) => (each.id === id ? { ...each, ...fields } : each)),
  };
}

const correct = (day: Day, programme: Programme, when?: number) =>
  day.when('org', 'programme.apply', { programme }, when === undefined ? {} : { at: when });

const rows = (day: Day) => [...day.state.tables.sessions.values()];

describe('[T37] a wrong zone that is found late', () => {
  const before = Date.parse('2026-04-27T14:00:00.000Z');
  const late = (): Day => {
    const day = given({}, icbinb('Asia/Singapore'));
    day.until(before);
    return day;
  };

  test('does not kill the day: what only counted as run is still to come, at its right time', () => {
    const day = late();
    expect(rows(day).every(({ endedAt }) => endedAt !== null)).toBe(true);
    const right = icbinb('America/Los_Angeles');
    correct(day, right, before);
    for (const { id, start, end } of right.sessions) {
      expect(session(day, id)).toMatchObject({ status: 'upcoming', startedAt: null, start: clock(start) });
      expect(published(day.state).get(id)).toMatchObject({ start, end });
    }
    expect(session(day, 'talk-1').questions).toBe('open');
  });

  test('and the day then runs as if it had been right from the beginning', () => {
    const right = icbinb('America/Los_Angeles');
    const day = late();
    correct(day, right, before);
    day.until(before + 24 * hour);
    for (const { id, start, end } of right.sessions)
      expect(day.state.tables.sessions.get(id)).toMatchObject({ startedAt: start, endedAt: end });
    expect(nextDue(day.state)).toBeNull();
  });

  test('can be taken back, also after time has passed', () => {
    const wrong = icbinb('Asia/Singapore');
    for (const pass of [0, 2 * hour]) {
      const day = late();
      const done = correct(day, icbinb('America/Los_Angeles'), before);
      day.until(before + pass);
      expect(day.when('org', 'undo', { seq: done.ok ? done.seq : 0 })).toMatchObject({ ok: true });
      day.until(before + pass + minute);
      for (const { id, start, end } of wrong.sessions)
        expect(day.state.tables.sessions.get(id)).toMatchObject({ startedAt: start, endedAt: end });
    }
  });

  test('found days later still leaves a day long past that shows its plan', () => {
    const right = icbinb('America/Los_Angeles');
    const day = late();
    const week = before + 7 * 24 * hour;
    day.until(week);
    correct(day, right, week);
    day.until(week + hour);
    for (const { id, start, end } of right.sessions) {
      expect(session(day, id)).toMatchObject({ status: 'ended', start: clock(start), end: clock(end) });
    }
    expect(nextDue(day.state)).toBeNull();
  });
});

describe('[T37] what was only assumed is worked out anew by the new plan', () => {
  test('over counts as run as planned, what should be on counts as begun in time, later is to come', () => {
    const day = given({}, later(60));
    day.until(at('10:40'));
    expect(session(day, 'coffee').status).toBe('onAir');
    expect(session(day, 'talk-2').startedAt).toBeNull();
    correct(day, workshop, at('10:40'));
    day.until(at('10:40'));
    expect(session(day, 'coffee')).toMatchObject({ startedAt: '09:20', endedAt: '09:50' });
    expect(session(day, 'spotlights').parts.map(([, begun, over]) => [begun, over])).toEqual([
      ['08:50', '09:00'],
      ['09:00', '09:10'],
      ['09:10', '09:20'],
    ]);
    expect(session(day, 'talk-2')).toMatchObject({ startedAt: '09:50', endedAt: '10:30', assumed: true });
    expect(session(day, 'talk-3')).toMatchObject({ status: 'onAir', startedAt: '10:30', assumed: true });
    expect(session(day, 'lunch').status).toBe('upcoming');
  });

  test('so that a zone put right in the middle of the day moves nothing of what is to come', () => {
    const day = given({}, later(24 * 60));
    day.until(at('09:38'));
    correct(day, workshop, at('09:38'));
    day.until(at('09:38:01'));
    for (const { id, start, end } of workshop.sessions)
      expect(session(day, id)).toMatchObject({ start: clock(start), end: clock(end) });
    expect(session(day, 'coffee')).toMatchObject({ status: 'onAir', startedAt: '09:20' });
    day.until(at('23:00'));
    for (const { id, start, end } of workshop.sessions)
      expect(day.state.tables.sessions.get(id)).toMatchObject({ startedAt: start, endedAt: end });
  });

  test('where somebody runs the room, what should be on is asked about, and ends nothing in the past', () => {
    const day = given({}, later(24 * 60));
    day.when('mod', 'session.start', { session: 'spotlights' }, { at: at('09:00') });
    correct(day, workshop, at('09:38'));
    day.until(at('09:38:01'));
    expect(session(day, 'spotlights')).toMatchObject({ status: 'onAir', endedAt: null });
    expect(session(day, 'coffee')).toMatchObject({ status: 'due', startedAt: null, start: '09:39' });
  });

  test('by an undo that is undone as by the plan itself', () => {
    const day = given({}, later(-60));
    day.until(at('07:57'));
    const done = correct(day, later(9 * 60), at('07:57'));
    day.until(at('17:44'));
    const undone = day.when('org', 'undo', { seq: done.ok ? done.seq : 0 });
    day.until(at('18:52'));
    day.when('org', 'undo', { seq: undone.ok ? undone.seq : 0 });
    for (const { id, start, end } of later(9 * 60).sessions.filter((each) => each.end <= at('18:52')))
      expect(day.state.tables.sessions.get(id)).toMatchObject({ startedAt: start, endedAt: end });
  });

  test('what is on air by both goes on, from its new start', () => {
    const day = given();
    day.until(at('10:15'));
    correct(day, later(10), at('10:15'));
    expect(session(day, 'talk-2')).toMatchObject({ status: 'onAir', startedAt: '10:00', end: '10:40' });
    expect(session(day, 'coffee')).toMatchObject({ startedAt: '09:30', endedAt: '10:00' });
  });

  test('of one session that gets another day alone', () => {
    const day = given();
    day.until(at('10:35'));
    const moved = later(24 * 60, ['talk-2']);
    correct(day, moved, at('10:35'));
    expect(session(day, 'talk-2')).toMatchObject({ status: 'upcoming', startedAt: null, start: '09:50' });
    expect(session(day, 'coffee')).toMatchObject({ status: 'ended', endedAt: '09:50' });
    expect(session(day, 'talk-3')).toMatchObject({ status: 'onAir', startedAt: '10:30' });
  });

  test('of one whose end alone changes: it goes on, or was over sooner', () => {
    const day = given();
    day.until(at('08:51'));
    correct(day, changed('talk-1', { end: at('08:55') }), at('08:51'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir', startedAt: '08:10', end: '08:55' });
    correct(day, changed('talk-1', { end: at('08:45') }), at('08:51:30'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'ended', startedAt: '08:10', endedAt: '08:45' });
    day.until(at('10:00'));
    correct(day, changed('talk-1', { end: at('09:10') }), at('10:00'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'ended', startedAt: '08:10', endedAt: '08:50' });
  });

  test('of one that the plan says does not take place', () => {
    const day = given();
    day.until(at('10:00'));
    correct(day, changed('talk-2', { cancelled: true }), at('10:00'));
    expect(session(day, 'talk-2')).toMatchObject({ status: 'cancelled', startedAt: null });
  });

  test('and what the desk did to the old times counts no more', () => {
    const day = given();
    day.when('mod', 'session.move', { session: 'talk-2', minutes: 5 });
    day.until(at('10:35'));
    correct(day, later(270, ['talk-2']), at('10:35'));
    expect(session(day, 'talk-2')).toMatchObject({ start: '14:20', status: 'upcoming' });
  });

  test('while autorun is off, and is answered for once it is on again', () => {
    const day = given({}, later(60));
    day.until(at('10:15'));
    day.when('mod', 'policy.set', { autorun: false });
    correct(day, workshop, at('10:15'));
    expect(session(day, 'talk-2')).toMatchObject({ status: 'due', startedAt: null });
    expect(session(day, 'opening')).toMatchObject({ startedAt: '08:00', endedAt: '08:10' });
    day.until(at('10:20'));
    expect(session(day, 'talk-2').status).toBe('due');
    day.when('mod', 'policy.set', { autorun: true });
    day.until(at('10:23'));
    expect(session(day, 'talk-2')).toMatchObject({ status: 'onAir', assumed: true });
  });

  test('and nothing of what keeps its time', () => {
    const day = given();
    day.until(at('11:30'));
    const was = rows(day).filter(({ startedAt }) => startedAt !== null);
    correct(day, changed('closing', { start: at('14:30'), end: at('14:40') }), at('11:30'));
    for (const row of was) expect(day.state.tables.sessions.get(row.id)).toEqual(row);
  });
});

describe('[T37] what people said stays', () => {
  test('a start by hand', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:12') });
    day.until(at('08:20'));
    correct(day, later(60), at('08:20'));
    expect(session(day, 'talk-1')).toMatchObject({ status: 'onAir', startedAt: '08:12', assumed: false });
  });

  test('an end by hand, with the start that was assumed', () => {
    const day = given();
    day.until(at('08:30'));
    day.when('mod', 'session.end', { session: 'talk-1' }, { at: at('08:30') });
    correct(day, later(60), at('08:31'));
    expect(session(day, 'talk-1')).toMatchObject({ startedAt: '08:10', endedAt: '08:30' });
  });

  test('a part that was begun by hand', () => {
    const day = given();
    day.until(at('08:56'));
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-2' }, { at: at('08:56') });
    correct(day, later(60), at('08:57'));
    expect(session(day, 'spotlights')).toMatchObject({ status: 'onAir', startedAt: '08:50' });
  });

  test('what only an assumed start ended is on air again, and takes questions', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'opening' }, { at: at('08:01') });
    day.until(at('08:20'));
    expect(session(day, 'opening')).toMatchObject({ endedAt: '08:11', questions: 'closed' });
    correct(day, later(60, ['talk-1']), at('08:20'));
    expect(session(day, 'opening')).toMatchObject({ status: 'onAir', endedAt: null, questions: 'open' });
    expect(session(day, 'talk-1')).toMatchObject({ status: 'upcoming', start: '09:20' });
  });

  test('or was ended by what somebody began next', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'opening' }, { at: at('08:01') });
    day.until(at('08:20'));
    day.when('mod', 'session.start', { session: 'spotlights' }, { at: at('08:30') });
    correct(day, later(180, ['talk-1']), at('08:40'));
    expect(session(day, 'opening')).toMatchObject({ status: 'ended', endedAt: '08:30' });
    expect(session(day, 'spotlights').status).toBe('onAir');
  });

  test('and nothing that was assumed is put beside it on air', () => {
    const day = given({}, later(60));
    day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('10:00') });
    correct(day, workshop, at('10:05'));
    const onAir = rows(day).filter(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
    expect(onAir.map(({ id }) => id)).toEqual(['talk-2']);
  });
});

test('[T16] where somebody has something on air for everybody, what should be on in a room is asked about', () => {
  const day = given({}, later(24 * 60, ['lunch', 'panel'], inTwoRooms));
  day.until(at('11:00'));
  day.when('mod', 'session.start', { session: 'lunch' }, { at: at('12:00') });
  correct(day, later(24 * 60, ['lunch'], inTwoRooms), at('12:30'));
  day.until(at('12:30:01'));
  expect(session(day, 'lunch')).toMatchObject({ status: 'onAir', endedAt: null });
  expect(session(day, 'panel').startedAt).toBeNull();
});

describe('[T37] what only counts as started can still take place at another time', () => {
  test('it is moved', () => {
    const day = given();
    day.until(at('09:55'));
    expect(day.when('mod', 'session.move', { session: 'talk-2', minutes: 10 })).toMatchObject({ ok: true });
    expect(session(day, 'talk-2')).toMatchObject({ status: 'upcoming', startedAt: null, start: '10:00' });
    expect(session(day, 'talk-2', 'announced').start).toBe('10:00');
  });

  test('it changes places with what comes after it, which is then asked about', () => {
    const day = given();
    day.until(at('09:55'));
    expect(day.when('mod', 'session.place', { session: 'talk-3', after: 'coffee' })).toMatchObject({
      ok: true,
    });
    expect(session(day, 'talk-3')).toMatchObject({ status: 'due', start: '09:55', startedAt: null });
    expect(session(day, 'talk-2')).toMatchObject({ status: 'upcoming', startedAt: null });
  });

  test('what somebody began is not moved', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('09:50') });
    expect(day.when('mod', 'session.move', { session: 'talk-2', minutes: 15 })).toMatchObject({
      reason: 'not-now',
    });
  });

  test('what is everybody’s too', () => {
    const day = given({}, inTwoRooms);
    day.until(at('11:30'));
    correct(day, later(30, ['lunch'], inTwoRooms), at('11:30'));
    expect(session(day, 'lunch')).toMatchObject({ status: 'upcoming', start: '11:40' });
  });
});
