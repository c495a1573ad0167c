import { describe, expect, test } from 'vitest';
import { sessionActions } from '../../client/moderator/actions/session-actions.ts';
import type { Run } from '../../client/moderator/actions/use-commands.ts';
import { consequences } from '../../client/moderator/programme/anchor-panel.tsx';
import { heldWords } from '../../client/moderator/programme/held-words.ts';
import { heldChanges, instantNear, placesFor, untold } from '../../client/moderator/programme/timeline.ts';
import { isLocked } from '../../client/rundown/lock.ts';
import { nextStep, tellsEveryone } from '../../shared/views/next-step.ts';
import type { PartView } from '../../shared/views/view.ts';
import { fixtureNow, sessionFixture } from './fixture-views.ts';

const at = (minutes: number) => new Date(fixtureNow + minutes * 60_000).toISOString();

const part = (id: string, startedAt: string | null, endedAt: string | null): PartView => ({
  id,
  title: id,
  speakers: [],
  plannedStart: at(0),
  plannedEnd: at(10),
  expectedStart: at(0),
  expectedEnd: at(10),
  startedAt,
  endedAt,
});

describe('one press of Next', () => {
  const onAir = sessionFixture('on-air', -10, 20);
  const coming = sessionFixture('coming', 20, 50);

  test('starts what comes, and says what ends by it', () => {
    expect(nextStep([onAir, coming])).toEqual({ session: coming, part: null, ends: onAir });
  });

  test('goes through the parts first, and ends no session by it', () => {
    const parts = [part('a', at(-10), at(-2)), part('b', at(-2), null), part('c', null, null)];
    const step = nextStep([{ ...onAir, parts }, coming]);
    expect([step?.session.id, step?.part?.id, step?.ends]).toEqual(['on-air', 'c', null]);
    const last = nextStep([{ ...onAir, parts: parts.slice(0, 2) }, coming]);
    expect(last?.session.id).toBe('coming');
  });

  test('starts a session with its first part', () => {
    const withParts = { ...coming, parts: [part('a', null, null), part('b', null, null)] };
    expect(nextStep([onAir, withParts])?.part?.id).toBe('a');
  });

  test('is nothing at the end of the day', () => {
    expect(nextStep([onAir])).toBeNull();
  });
});

describe('who is told of a change', () => {
  const session = (told: number, expected: number) =>
    sessionFixture('s', -10, 20, { expectedEnd: at(expected), toldStart: at(-10), toldEnd: at(told) });

  test('everybody, from three minutes on', () => {
    expect(
      [1, 2, 3, 5, -1, -3].map((minutes) => tellsEveryone(session(20, 20), minutes, fixtureNow)),
    ).toEqual([false, false, true, true, false, true]);
  });

  test('small ones add up, and what takes itself back says nothing', () => {
    expect(tellsEveryone(session(20, 22), 1, fixtureNow)).toBe(true);
    expect(tellsEveryone(session(20, 22), -2, fixtureNow)).toBe(false);
  });

  test('[T9] everybody, of one minute more for what has been over its end for ten', () => {
    const over = { ...session(-10, -10), status: 'onAir' as const };
    expect(tellsEveryone(over, 1, fixtureNow)).toBe(true);
    expect(tellsEveryone(over, -1, fixtureNow)).toBe(false);
  });

  test('what was held back is counted, as long as it can still be told', () => {
    expect(untold([session(20, 21)])).toHaveLength(1);
    expect(untold([session(20, 20)])).toHaveLength(0);
    expect(untold([{ ...session(20, 21), status: 'ended' }])).toHaveLength(0);
    expect(untold([sessionFixture('s', -10, 20)])).toHaveLength(0);
  });

  test('[M20] a change counts once, whatever it moves after it', () => {
    const held = (id: string, start: [number, number], end: [number, number]) => ({
      ...sessionFixture(id, start[1], end[1]),
      toldStart: sessionFixture(id, start[0], end[0]).plannedStart,
      toldEnd: sessionFixture(id, start[0], end[0]).plannedEnd,
    });
    const talk = held('talk', [-20, -20], [10, 11]);
    const pause = held('pause', [10, 11], [30, 30]);
    const counted = (...programme: ReturnType<typeof held>[]) =>
      heldChanges(programme).map(({ session, of, minutes }) => [session.id, of, minutes]);
    expect(counted(talk, pause)).toEqual([['talk', 'length', 1]]);
    expect(counted(talk, pause, held('next', [30, 32], [60, 62]))).toEqual([
      ['talk', 'length', 1],
      ['next', 'start', 2],
    ]);
    expect(counted(held('talk', [-20, -20], [10, 8]), held('next', [10, 8], [60, 58]))).toEqual([
      ['talk', 'length', -2],
    ]);
    expect(heldWords([talk, pause])).toBe('1 minute longer, not told yet');
  });

  test('nobody but the crew where the operator wants it so', () => {
    const sent: unknown[] = [];
    const clock = () => fixtureNow;
    const run: Run = (command) => {
      sent.push(command);
      return Promise.resolve(true);
    };
    const actions = (internal: boolean) =>
      sessionActions({ run, runAll: () => Promise.resolve(0) }, { internal, clock, look: () => ({}) });
    actions(true).extend(session(20, 20), 10);
    actions(false).extend(session(20, 20), 10);
    actions(false).move(session(20, 20), -1);
    expect(sent).toEqual([
      { type: 'session.extend', session: 's', minutes: 10, tell: false },
      { type: 'session.extend', session: 's', minutes: 10, tell: true },
      { type: 'session.move', session: 's', minutes: -1, tell: false },
    ]);
  });
});

describe('the lock', () => {
  const [ended, onAir, due, coming] = [
    sessionFixture('ended', -60, -30),
    sessionFixture('on-air', -30, 10),
    sessionFixture('due', -30, 0, { status: 'due', startedAt: null, endedAt: null }),
    sessionFixture('coming', 10, 50),
  ];

  test('closes everything that is neither on air nor due while the day runs', () => {
    const day = [ended, onAir, due, coming];
    expect(day.map((session) => isLocked(day, session))).toEqual([true, false, false, true]);
  });

  test('is open while nothing is on air', () => {
    const day = [ended, coming];
    expect(day.map((session) => isLocked(day, session))).toEqual([false, false]);
  });
});

describe('the order', () => {
  const [ran, a, b, lunch, c] = [
    sessionFixture('ran', -30, -10),
    sessionFixture('a', 10, 20),
    sessionFixture('b', 20, 30),
    sessionFixture('lunch', 30, 60, { fixed: true }),
    sessionFixture('c', 60, 70),
  ];
  const day = [ran, a, b, lunch, c];

  test('goes up and down among what is to come; what ran and what is fixed keep their places', () => {
    expect(day.map((session) => placesFor(day, session))).toEqual([
      { up: undefined, down: undefined },
      { up: undefined, down: 'b' },
      { up: 'ran', down: undefined },
      { up: undefined, down: undefined },
      { up: undefined, down: undefined },
    ]);
  });

  test('the first place of a room comes after nothing', () => {
    expect(placesFor([a, b], b).up).toBeNull();
  });

  test('[T11] nothing goes into another day', () => {
    const next = { ...c, day: '2026-04-27' };
    expect(placesFor([a, b, next], next).up).toBeUndefined();
    expect(placesFor([a, b, next], b).down).toBeUndefined();
  });
});

describe('a time of day that is put right', () => {
  const began = Date.parse('2026-04-26T02:58:30.000Z');

  test.each([
    ['23:55', 'America/Sao_Paulo', '2026-04-26T02:55:00.000Z'],
    ['00:03', 'America/Sao_Paulo', '2026-04-26T03:03:00.000Z'],
    ['23:58', 'America/Noronha', '2026-04-26T01:58:00.000Z'],
  ])('meant as %s in %s is the nearest such moment', (wanted, zone, instant) => {
    expect(instantNear(began, wanted, zone)).toBe(instant);
  });

  test('that is none is refused', () => {
    expect(instantNear(began, '', 'America/Sao_Paulo')).toBeNull();
  });
});

test('a choice says what gets shorter, who starts when instead of when, and what stays', () => {
  const sessions = {
    coffee: sessionFixture('coffee', 10, 40, { kind: 'break', title: 'Coffee' }),
    talk: sessionFixture('talk', 40, 80, { title: 'Talk' }),
    lunch: sessionFixture('lunch', 80, 140, { kind: 'break', title: 'Lunch', fixed: true }),
  };
  const what = [
    { session: 'coffee', from: at(10), to: at(15) },
    { session: 'talk', from: at(40), to: at(40) },
  ];
  const shorter = [
    { session: 'coffee', of: 'length', from: 30, to: 25 },
    { session: 'talk', of: 'qa', from: 10, to: 5 },
  ] as const;
  expect(consequences({ give: 'qa', what, shorter: [...shorter] }, sessions, 'UTC')).toEqual([
    'Coffee: 25 instead of 30 min',
    'Q&A of Talk: 5 instead of 10 min',
    'Coffee starts 12:48 instead of 12:43',
    'Lunch stays at 13:53',
  ]);
  expect(consequences({ give: 'anchor', what: what.slice(0, 1) }, sessions, 'UTC')).toEqual([
    'Coffee starts 12:48 instead of 12:43',
  ]);
});
