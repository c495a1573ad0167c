import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDay } from '../../client/attendee/now/by-day.ts';
import { changeWords } from '../../client/attendee/now/use-schedule-changes.ts';
import { lastCallEnds } from '../../client/rundown/last-call.ts';
import { dayLateness, latenessOf, startLateness } from '../../client/rundown/lateness.ts';
import { holdOff, ScheduleChanges } from '../../client/rundown/schedule-changes.ts';
import { minutesOverdue } from '../../client/stage/clock-text.ts';
import type { SessionView } from '../../shared/views/view.ts';
import { eventFixture, fixtureNow, sessionFixture } from './fixture-views.ts';

const minute = 60_000;

describe('how late something is, as the public is told', () => {
  const soon = (late: number) => latenessOf(fixtureNow, fixtureNow + late * minute, fixtureNow - 10 * minute);

  test('below two minutes it is on time, below five about five, from then on it is told by the minute', () => {
    expect([-10, 0, 1, 2, 4, 5, 12].map((late) => soon(late))).toMatchObject([
      { of: 'onTime', shown: fixtureNow },
      { of: 'onTime', shown: fixtureNow },
      { of: 'onTime', shown: fixtureNow },
      { of: 'about', minutes: 5, shown: fixtureNow },
      { of: 'about', minutes: 5, shown: fixtureNow },
      { of: 'late', minutes: 5, shown: fixtureNow + 5 * minute },
      { of: 'late', minutes: 12, shown: fixtureNow + 12 * minute },
    ]);
  });

  test('more than an hour away it is rounded up to five minutes', () => {
    const far = latenessOf(fixtureNow, fixtureNow + 12 * minute, fixtureNow - 90 * minute);
    expect(far).toMatchObject({ of: 'late', minutes: 15, shown: fixtureNow + 15 * minute });
  });

  test('the time to read is never before the plan, nor before the expected start by a minute or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: -120, max: 240 }), fc.integer({ min: -300, max: 300 }), (late, ahead) => {
        const expected = fixtureNow + late * minute;
        const { shown, of } = latenessOf(fixtureNow, expected, fixtureNow - ahead * minute);
        expect(shown).toBeGreaterThanOrEqual(fixtureNow);
        if (of === 'late') expect(shown).toBeGreaterThanOrEqual(expected);
      }),
    );
  });

  test('what began early stands where it began, and is not late', () => {
    const startedAt = new Date(fixtureNow - 27 * minute).toISOString();
    const session = sessionFixture('s', -20, 20, { startedAt, status: 'onAir' });
    expect(startLateness(session, fixtureNow)).toEqual({
      of: 'onTime',
      minutes: 0,
      shown: fixtureNow - 27 * minute,
    });
  });

  test('what has begun stands where it began', () => {
    const session = sessionFixture('s', -20, 20, {
      startedAt: new Date(fixtureNow - 17 * minute).toISOString(),
    });
    expect(startLateness(session, fixtureNow)).toMatchObject({
      of: 'late',
      minutes: 3,
      shown: fixtureNow - 17 * minute,
    });
  });
});

describe('[T35] what should have begun already', () => {
  const lunch = sessionFixture('lunch', -46, 14, { fixed: true, status: 'due' });

  test('is late by the time since, and its own time stays', () => {
    expect(startLateness(lunch, fixtureNow)).toMatchObject({
      of: 'late',
      minutes: 46,
      shown: fixtureNow - 46 * minute,
    });
  });

  test('is not announced as moved, minute by minute', () => {
    const changes = new ScheduleChanges();
    const heard = [0, 5, 10, 20].map((later) => changes.hear([lunch], fixtureNow + later * minute));
    expect(heard).toEqual([null, null, null, null]);
  });

  test('is not late where something else began instead', () => {
    expect(startLateness({ ...lunch, passed: true }, fixtureNow)).toMatchObject({ of: 'onTime' });
  });

  test('makes the day late by as much as what runs is over its end', () => {
    const over = sessionFixture('talk', -100, -71, { status: 'onAir' });
    expect(dayLateness(over, fixtureNow)).toMatchObject({ of: 'late', minutes: 71 });
  });

  test('is called late on the wall, by whole minutes', () => {
    expect(minutesOverdue(lunch, fixtureNow + 20_000)).toBe(46);
    expect(minutesOverdue(sessionFixture('next', 5, 30), fixtureNow)).toBe(0);
  });
});

describe('[X25] a screen reader hears one sentence for each change that is published', () => {
  const at = (late: number) => new Date(fixtureNow + (30 + late) * minute).toISOString();
  const talk = (id: string, late: number, more: Partial<SessionView> = {}) =>
    sessionFixture(id, 30, 60, { title: `Talk ${id}`, expectedStart: at(late), ...more });
  const lunch = sessionFixture('lunch', 117, 177, { title: 'Lunch', fixed: true, kind: 'break' });
  const opened = (...sessions: SessionView[]) => {
    const changes = new ScheduleChanges();
    expect(changes.hear(sessions, fixtureNow)).toBeNull();
    return changes;
  };

  test('which names the first, how late it is, how many change with it and what stays', () => {
    const changes = opened(talk('4', 0), talk('5', 0), lunch);
    const change = changes.hear([talk('4', 6), talk('5', 6), lunch], fixtureNow + 1000);
    expect(change && changeWords(change, 'UTC')).toBe(
      'Schedule change: Talk 4 now expected 13:09, 6 minutes late. One more session changes with it. Lunch stays 14:30.',
    );
    expect(changes.hear([talk('4', 6), talk('5', 6), lunch], fixtureNow + 2000)).toBeNull();
  });

  test('and nothing where nobody would notice, nor of what the page showed when it was opened', () => {
    expect(opened(talk('4', 12)).hear([talk('4', 12)], fixtureNow + 1000)).toBeNull();
    expect(opened(talk('4', 0)).hear([talk('4', 1)], fixtureNow + 1000)).toBeNull();
  });

  test('nor minute by minute while a start is put off', () => {
    const changes = opened(talk('4', 0));
    const heard = Array.from({ length: 30 }, (_, late) =>
      changes.hear([talk('4', late)], fixtureNow + late * minute),
    ).filter((change) => change !== null);
    expect(heard.length).toBeLessThanOrEqual(10);
    expect(heard.at(-1)?.lateness.minutes).toBeGreaterThanOrEqual(27);
  });

  test('back on time is told once, and not within five minutes of the change it takes back', () => {
    const changes = opened(talk('4', 0));
    changes.hear([talk('4', 10)], fixtureNow);
    expect(changes.hear([talk('4', 0)], fixtureNow + minute)).toBeNull();
    const back = changes.hear([talk('4', 0)], fixtureNow + holdOff);
    expect(back && changeWords(back, 'UTC')).toBe('Schedule change: Talk 4 on time again, 13:03.');
    expect(changes.hear([talk('4', 0)], fixtureNow + 2 * holdOff)).toBeNull();
  });

  test('a cancelled session is told at once', () => {
    const changes = opened(talk('4', 0));
    const gone = { ...talk('4', 0), status: 'cancelled', expectedStart: null, expectedEnd: null } as const;
    const change = changes.hear([gone], fixtureNow + 1000);
    expect(change && changeWords(change, 'UTC')).toBe('Schedule change: Talk 4 is cancelled.');
  });
});

test('the last call waits for the stream where somebody is remote, and is shorter in the room', () => {
  const end = Date.parse('2026-04-26T12:40:40.000Z');
  const session = { questions: 'lastCall', questionsCloseAt: new Date(end).toISOString() } as const;
  const policy = { ...eventFixture().policy, streamDelaySeconds: 40 };
  expect(lastCallEnds(session, policy, 'remote')).toBe(end);
  expect(lastCallEnds(session, policy, 'inRoom')).toBe(end - 25_000);
  expect(lastCallEnds({ ...session, questions: 'open' }, policy, 'remote')).toBeNull();
});

describe('the days of a programme, for a reader elsewhere', () => {
  const sessions = ['2026-11-30T15:00:00Z', '2026-11-30T20:00:00Z'].map((plannedStart, n) => ({
    ...sessionFixture(`s${n}`, 0, 30),
    ...{ plannedStart, expectedStart: plannedStart, startedAt: null, day: '2026-11-30' },
  }));

  test.each([
    ['UTC', '2026-11-30'],
    ['Asia/Tokyo', '2026-12-01'],
    // Only the second is on their next day: the heading is the event’s, and that row says so.
    ['Asia/Kolkata', '2026-11-30'],
  ])('in %s the heading says %s', (zone, mine) => {
    expect(byDay(sessions, zone)).toEqual([{ day: '2026-11-30', mine, rows: sessions }]);
  });
});
