import { describe, expect, test } from 'vitest';
import { nextDue } from '../../shared/log/next-due.ts';
import { published } from '../../shared/rundown/published.ts';
import { type Day, given } from '../world/given.ts';
import { at, inTwoRooms, workshop } from '../world/workshop.ts';
import { clock, expected, session } from './looking.ts';

const hour = 3_600_000;

/** The workshop by hand: a session begins at a time and nobody ends it; then it is another time. */
function left(id: string, begun: string, now: string, programme = workshop): Day {
  const day = given({ autorun: false }, programme);
  day.until(at(begun));
  day.when('mod', 'session.start', { session: id }, { at: at(begun) });
  day.until(at(now));
  return day;
}

describe('[T35] while something is on air over its end', () => {
  test('what follows is expected no earlier than the next full minute, as everybody is told', () => {
    const day = left('talk-2', '09:50', '10:47');
    for (const knowledge of ['internal', 'announced'] as const)
      expect(session(day, 'talk-3', knowledge)).toMatchObject({ start: '10:48', end: '11:10' });
    expect(session(day, 'talk-2')).toMatchObject({ status: 'onAir', end: '10:30' });
  });

  test('and what comes after that follows in its turn', () => {
    const day = left('panel', '12:10', '13:16');
    expect(expected(day)).toMatchObject({ posters: '13:17–14:17', closing: '14:17–14:27' });
  });

  test('nothing moves before its end has come', () => {
    const day = left('talk-2', '09:50', '10:29');
    expect(session(day, 'talk-3').start).toBe('10:30');
  });

  test('what is fixed stays where it is, and is due', () => {
    const day = left('talk-3', '10:30', '11:40');
    expect(session(day, 'lunch')).toMatchObject({ start: '11:10', end: '12:10', status: 'due' });
    expect(session(day, 'panel').start).toBe('12:10');
  });

  test('what something fixed left no time for is not expected in the past either', () => {
    const day = left('talk-2', '09:50', '11:40');
    expect(session(day, 'talk-3')).toMatchObject({ start: '11:41', end: '11:41' });
  });

  test('nor while it is on air in time, where something fixed should have begun long ago', () => {
    const day = given({ autorun: false });
    day.until(at('15:00'));
    day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('15:00') });
    for (const knowledge of ['internal', 'announced'] as const)
      expect(session(day, 'talk-3', knowledge).start).toBe('15:40');
    expect(session(day, 'lunch')).toMatchObject({ start: '11:10', status: 'due' });
    day.until(at('15:50'));
    expect(session(day, 'talk-3').start).toBe('15:51');
  });

  test('what follows is due when its turn has come, so that it can be put off', () => {
    const day = left('talk-2', '09:50', '10:47');
    expect(session(day, 'talk-3').status).toBe('due');
    expect(day.when('mod', 'session.notYet', { session: 'talk-3' })).toMatchObject({ ok: true });
    expect(day.when('mod', 'session.notYet', { session: 'panel' })).toMatchObject({ reason: 'not-now' });
  });

  test('once it ends nothing waits any more', () => {
    const day = left('panel', '12:10', '13:16');
    day.when('mod', 'session.end', { session: 'panel' }, { at: at('13:16:30') });
    expect(session(day, 'posters')).toMatchObject({ start: '13:16:30', status: 'due' });
    day.until(at('13:18'));
    expect(day.until(at('13:59'))).toEqual([]);
  });

  test('other rooms do not wait for it, but everybody does for what is everybody’s', () => {
    const day = left('talk-1', '08:10', '09:05', inTwoRooms);
    expect([session(day, 'spotlights').start, session(day, 'annex-2').start]).toEqual(['09:06', '09:50']);
    const opened = left('opening', '08:00', '08:20', inTwoRooms);
    expect([session(opened, 'talk-1').start, session(opened, 'annex-1').start]).toEqual(['08:21', '08:21']);
  });

  test('a part that runs over holds up the part after it, and no more', () => {
    const day = given({ autorun: false });
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
    day.until(at('09:05'));
    expect(session(day, 'spotlights').parts.map(([start]) => start)).toEqual(['08:50', '09:06', '09:16']);
    expect(session(day, 'coffee').start).toBe('09:20');
  });

  test('with autorun the next one counts as started on time, as ever', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'opening' }, { at: at('08:01') });
    day.until(at('08:12'));
    expect(session(day, 'talk-1')).toMatchObject({ start: '08:13', status: 'due' });
    day.until(at('08:13'));
    expect(session(day, 'opening')).toMatchObject({ status: 'ended', endedAt: '08:11' });
    expect(session(day, 'talk-1')).toMatchObject({ startedAt: '08:11', assumed: true });
  });

  test('with autorun parts that were begun by hand end the day’s wait for them as ever', () => {
    const day = given();
    day.until(at('08:49'));
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
    day.until(at('09:22'));
    expect(session(day, 'spotlights')).toMatchObject({ endedAt: '09:20' });
    expect(session(day, 'coffee')).toMatchObject({ startedAt: '09:20', assumed: true });
  });
});

describe('[T9] more time for what runs over its end', () => {
  test('counts from now, so that nobody is told a time that has gone by', () => {
    const day = left('panel', '12:10', '13:16');
    day.when('mod', 'session.extend', { session: 'panel', minutes: 5 });
    for (const knowledge of ['internal', 'announced'] as const) {
      expect(session(day, 'panel', knowledge).end).toBe('13:21');
      expect(session(day, 'posters', knowledge).start).toBe('13:21');
    }
  });

  test('is asked about where something fixed should have begun already', () => {
    const day = left('talk-3', '10:30', '11:40');
    const more = { session: 'talk-3', minutes: 5 };
    expect(day.when('mod', 'session.extend', more)).toMatchObject({ reason: 'conflict', of: 'anchor' });
    expect(day.when('mod', 'session.extend', { ...more, give: 'anchor' })).toMatchObject({ ok: true });
    expect(expected(day)).toMatchObject({ 'talk-3': '10:30–11:45', lunch: '11:45–12:45' });
  });

  test('and less time takes nothing that has gone by', () => {
    const day = left('panel', '12:10', '13:16');
    day.when('mod', 'session.extend', { session: 'panel', minutes: -5 });
    expect(session(day, 'panel').end).toBe('13:00');
  });
});

describe('[T36] waiting for what runs over', () => {
  /** The moments that pass in the hour from a time on. */
  const hourFrom = (day: Day, from: string) => day.until(at(from) + hour - 1).length;

  test('makes one entry a minute at most', () => {
    const day = left('panel', '12:10', '13:16');
    expect(hourFrom(day, '13:16:01')).toBeGreaterThan(50);
    const again = left('panel', '12:10', '13:16');
    expect(hourFrom(again, '13:16:01')).toBeLessThanOrEqual(60 + workshop.sessions.length);
  });

  test('makes one entry a minute, however many rooms run over', () => {
    const day = left('talk-2', '09:50', '10:00', inTwoRooms);
    day.when('mod', 'session.start', { session: 'annex-1' });
    day.until(at('11:40'));
    expect(day.until(at('12:09')).length).toBeLessThanOrEqual(30);
  });

  test('makes none where nothing follows', () => {
    const day = left('closing', '14:00', '14:20');
    expect(hourFrom(day, '14:20:01')).toBe(0);
  });

  test('makes none before the time of what follows', () => {
    const day = left('opening', '08:00', '08:01');
    expect(day.until(at('08:09'))).toEqual([]);
  });

  test('makes none while a part is over that nothing follows', () => {
    const day = given({ autorun: false });
    day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-3' }, { at: at('08:50') });
    day.until(at('09:01'));
    expect(day.until(at('09:19'))).toEqual([]);
  });

  test('ends after twelve hours: a day long past asks nobody anything', () => {
    const day = left('talk-1', '08:10', '09:00');
    day.until(at('08:50') + 12 * hour);
    expect(session(day, 'spotlights')).toMatchObject({ start: '08:50' });
    const rest = day.until(at('08:50') + 48 * hour);
    expect(rest.length).toBeLessThan(30);
    expect(nextDue(day.state)).toBeNull();
  });

  test('is counted for calendars once a minute at most, also by entries that come before the clock', () => {
    const day = left('panel', '12:10', '13:16');
    const count = () => day.state.revisions.get('posters')?.count ?? 0;
    const start = () => clock(published(day.state).get('posters')?.start);
    const [before, was] = [count(), start()];
    day.ask('bob', 'Why?', { at: at('13:17:05') });
    expect([was, start()]).toEqual(['13:17', '13:18']);
    expect(count()).toBe(before + 1);
    day.until(at('13:17:59'));
    expect(count()).toBe(before + 1);
  });
});
