import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../shared/log/apply.ts';
import type { EntryData } from '../../shared/log/entry.ts';
import type { SessionPlan } from '../../shared/rundown/programme.ts';
import { type Day, given } from '../world/given.ts';
import { at, inTwoRooms, session as plan, workshop } from '../world/workshop.ts';
import { expected, session } from './looking.ts';

const byHand = () => given({ autorun: false });
const move = (day: Day, id: string, minutes: number, more: Partial<EntryData['session.move']> = {}) =>
  day.when('mod', 'session.move', { session: id, minutes, ...more });
const extend = (day: Day, id: string, minutes: number, more: Partial<EntryData['session.extend']> = {}) =>
  day.when('mod', 'session.extend', { session: id, minutes, ...more });

describe('[T8] move', () => {
  test('shifts what follows, and a break gives way before anything else', () => {
    const day = byHand();
    expect(move(day, 'talk-1', 15)).toMatchObject({ ok: true });
    expect(expected(day)).toMatchObject({
      'talk-1': '08:25–09:05',
      spotlights: '09:05–09:35',
      coffee: '09:35–09:50',
      'talk-2': '09:50–10:30',
    });
  });

  test('counts from where the session is expected now', () => {
    const day = byHand();
    move(day, 'talk-1', 15);
    move(day, 'spotlights', 5);
    expect(session(day, 'spotlights').start).toBe('09:10');
  });

  test('back to where it was brings everything back', () => {
    const day = byHand();
    const before = expected(day);
    move(day, 'talk-1', 15);
    move(day, 'talk-1', -15);
    expect(expected(day)).toEqual(before);
  });

  test('not to before the session in front of it ends', () => {
    expect(move(byHand(), 'talk-1', -5)).toMatchObject({ ok: false, reason: 'not-now' });
  });

  test('not of what has begun, is over or cancelled', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'opening' }, { at: at('08:00') });
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
    day.when('mod', 'session.cancel', { session: 'talk-3' });
    expect(['opening', 'talk-1', 'talk-3'].map((id) => move(day, id, 5))).toMatchObject([
      { now: { status: 'ended' } },
      { now: { status: 'onAir' } },
      { now: { status: 'cancelled' } },
    ]);
  });
});

describe('[T9] extend', () => {
  test('lengthens what runs', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:12') });
    extend(day, 'talk-1', 5);
    expect(session(day, 'talk-1')).toMatchObject({ end: '08:57', qaStart: '08:47' });
    expect(session(day, 'spotlights').start).toBe('08:57');
  });

  test('shortens, never below nothing', () => {
    const day = byHand();
    extend(day, 'talk-1', -10);
    expect(session(day, 'talk-1').end).toBe('08:40');
    extend(day, 'talk-1', -600);
    expect(session(day, 'talk-1')).toMatchObject({ start: '08:10', end: '08:10' });
  });

  test('of a break that runs counts from where its end is expected now', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'coffee' }, { at: at('09:45') });
    extend(day, 'coffee', 5);
    expect(session(day, 'coffee')).toMatchObject({ start: '09:45', end: '10:00' });
  });

  test('counts from where the end of a break that gave way is expected now', () => {
    const day = byHand();
    move(day, 'talk-1', 15);
    extend(day, 'coffee', 5);
    expect(session(day, 'coffee')).toMatchObject({ start: '09:35', end: '09:55' });
  });
});

describe('[T9] minutes during the Q&A', () => {
  const asking = () => {
    const day = given({ autorun: false, ranking: 'fair' });
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
    day.until(at('08:45'));
    expect(session(day, 'talk-1')).toMatchObject({ qaStart: '08:40', phase: 'decide' });
    return day;
  };

  test('are the Q&A’s: it does not turn back into the talk', () => {
    const day = asking();
    extend(day, 'talk-1', 10);
    expect(session(day, 'talk-1')).toMatchObject({ qaStart: '08:40', end: '09:00', phase: 'decide' });
    extend(day, 'talk-1', -10);
    expect(session(day, 'talk-1')).toMatchObject({ qaStart: '08:40', end: '08:50' });
  });

  test('before it are the talk’s', () => {
    const day = given({ autorun: false, ranking: 'fair' });
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
    extend(day, 'talk-1', 10);
    expect(session(day, 'talk-1')).toMatchObject({ qaStart: '08:50', end: '09:00' });
  });

  test('are taken down to now, not from what has gone by', () => {
    const day = asking();
    day.when('mod', 'session.extend', { session: 'talk-1', minutes: -30 }, { at: at('08:45') });
    expect(session(day, 'talk-1').end).toBe('08:45');
  });
});

test('[T24] where a talk is cut off, its Q&A gives way first', () => {
  const day = byHand();
  day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('10:35') });
  expect(session(day, 'talk-2')).toMatchObject({ end: '11:10', qaStart: '11:05' });
});

test('[T27] a social session gives way like a break where it may shrink', () => {
  const sessions = [
    plan('talk', 'talk', '18:00', 30),
    plan('drinks', 'social', '18:30', 30, { shrinkTo: 10 }),
    plan('dinner', 'social', '19:00', 60),
  ];
  const day = given({ autorun: false }, { ...workshop, posters: [], sessions });
  extend(day, 'talk', 15);
  expect(expected(day)).toMatchObject({ drinks: '18:45–19:00', dinner: '19:00–20:00' });
});

describe('[T10] meeting a fixed session', () => {
  const choices = (day: Day) => {
    const outcome = extend(day, 'talk-2', 15);
    return outcome.ok ? null : outcome;
  };

  test('is a conflict that says what could give, and changes nothing', () => {
    const day = byHand();
    const before = expected(day);
    expect(choices(day)).toMatchObject({
      reason: 'conflict',
      of: 'anchor',
      choices: [{ give: 'qa' }, { give: 'anchor' }],
    });
    expect(expected(day)).toEqual(before);
  });

  test('names who would move from when to when', () => {
    const what = choices(byHand())?.choices?.find(({ give }) => give === 'anchor')?.what;
    expect(what).toContainEqual({
      session: 'lunch',
      from: '2026-04-26T11:10:00.000Z',
      to: '2026-04-26T11:15:00.000Z',
    });
  });

  test('the Q&A gives', () => {
    const day = byHand();
    expect(extend(day, 'talk-2', 15, { give: 'qa' })).toMatchObject({ ok: true });
    expect(session(day, 'talk-2')).toMatchObject({ end: '10:40', qaStart: '10:35' });
    expect(session(day, 'lunch').start).toBe('11:10');
  });

  test('the fixed one gives', () => {
    const day = byHand();
    expect(extend(day, 'talk-2', 15, { give: 'anchor' })).toMatchObject({ ok: true });
    expect(expected(day)).toMatchObject({ 'talk-3': '10:45–11:15', lunch: '11:15–12:15' });
  });

  test('a break gives down to what it may shrink to', () => {
    const day = byHand();
    expect(move(day, 'spotlights', 35, { give: 'break' })).toMatchObject({ ok: false, of: 'anchor' });
    expect(move(day, 'spotlights', 29, { give: 'break' })).toMatchObject({ ok: true });
    expect(session(day, 'coffee')).toMatchObject({ start: '09:49', end: '09:59' });
  });

  test('a way that cannot give as much is refused', () => {
    expect(extend(byHand(), 'talk-2', 25, { give: 'qa' })).toMatchObject({
      ok: false,
      reason: 'conflict',
      of: 'anchor',
      choices: [{ give: 'anchor' }],
    });
  });

  test('by less than a minute is nobody’s decision, since sessions start at any second', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('09:50') + 40_000 });
    expect(extend(day, 'talk-2', 10)).toMatchObject({ ok: true });
    expect(session(day, 'lunch').start).toBe('11:10');
    expect(extend(day, 'talk-2', 1)).toMatchObject({ ok: false, of: 'anchor' });
  });

  test('the choices say what gets shorter, and by how much', () => {
    const of = (outcome: Outcome, give: string) =>
      outcome.ok ? null : outcome.choices?.find((choice) => choice.give === give)?.shorter;
    expect(of(extend(byHand(), 'talk-2', 15), 'qa')).toEqual([
      { session: 'talk-2', of: 'qa', from: 10, to: 5 },
    ]);
    const sessions = workshop.sessions.map((each) => ({ ...each, shrinkTo: null }));
    const day = given({ autorun: false }, { ...workshop, sessions });
    expect(of(move(day, 'spotlights', 20), 'break')).toEqual([
      { session: 'coffee', of: 'length', from: 30, to: 20 },
    ]);
  });

  test('of what is cut off by it already is one too, and each way brings what was asked', () => {
    const cut = () => {
      const day = byHand();
      day.when('mod', 'session.start', { session: 'talk-3' }, { at: at('11:00') });
      expect(session(day, 'talk-3').end).toBe('11:10');
      return day;
    };
    expect(extend(cut(), 'talk-3', 5)).toMatchObject({
      ok: false,
      of: 'anchor',
      choices: [{ give: 'anchor' }],
    });
    const day = cut();
    extend(day, 'talk-3', 5, { give: 'anchor' });
    expect([session(day, 'talk-3').end, session(day, 'lunch').start]).toEqual(['11:15', '11:15']);
    const shorter = cut();
    expect(extend(shorter, 'talk-3', -3)).toMatchObject({ ok: true });
    expect(session(shorter, 'talk-3').end).toBe('11:07');
  });

  test('that has begun already is none', () => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'lunch' }, { at: at('11:00') });
    day.when('mod', 'session.start', { session: 'talk-3' }, { at: at('12:05') });
    expect(extend(day, 'talk-3', 5)).toMatchObject({ ok: true });
    expect(session(day, 'talk-3').end).toBe('12:40');
  });

  test('in another room is no conflict, what is everybody’s is one in each', () => {
    const day = given({ autorun: false }, inTwoRooms);
    expect(extend(day, 'annex-1', 60)).toMatchObject({ ok: false, of: 'anchor' });
    expect(extend(day, 'annex-1', 30)).toMatchObject({ ok: true });
    expect(expected(day)).toMatchObject({ 'annex-1': '08:10–09:50', 'talk-2': '09:50–10:30' });
  });
});

describe('[T11] place', () => {
  test('reorders; those that change places share the time they had', () => {
    const day = byHand();
    expect(day.when('mod', 'session.place', { session: 'talk-3', after: 'coffee' })).toMatchObject({
      ok: true,
    });
    expect(expected(day)).toMatchObject({
      coffee: '09:20–09:50',
      'talk-3': '09:50–10:20',
      'talk-2': '10:20–11:00',
      lunch: '11:10–12:10',
    });
  });

  test('again succeeds and changes nothing', () => {
    const day = byHand();
    const before = expected(day);
    expect(day.when('mod', 'session.place', { session: 'talk-3', after: 'talk-2' })).toMatchObject({
      ok: true,
    });
    expect(expected(day)).toEqual(before);
  });

  test('in one room leaves the other as it is', () => {
    const day = given({ autorun: false }, inTwoRooms);
    const before = expected(day);
    expect(day.when('mod', 'session.place', { session: 'talk-3', after: 'coffee' })).toMatchObject({
      ok: true,
    });
    expect(expected(day)).toEqual({ ...before, 'talk-3': '09:50–10:20', 'talk-2': '10:20–11:00' });
  });

  test('across what is fixed, which stays, and across pauses, which stay too', () => {
    const day = byHand();
    expect(day.when('mod', 'session.place', { session: 'panel', after: 'talk-2' })).toMatchObject({
      ok: false,
      reason: 'not-now',
      code: 'place-into-fixed',
    });
    extend(day, 'panel', -20);
    expect(day.when('mod', 'session.place', { session: 'panel', after: 'talk-2' })).toMatchObject({
      ok: true,
    });
    expect(expected(day)).toMatchObject({
      'talk-2': '09:50–10:30',
      panel: '10:30–11:00',
      lunch: '11:10–12:10',
      'talk-3': '12:10–12:40',
      posters: '13:00–14:00',
    });
  });

  test('across what is everybody’s leaves no hole in a room', () => {
    const day = given({ autorun: false }, inTwoRooms);
    extend(day, 'panel', -20);
    expect(day.when('mod', 'session.place', { session: 'panel', after: 'talk-2' })).toMatchObject({
      ok: true,
    });
    expect(expected(day)).toMatchObject({
      panel: '10:30–11:00',
      lunch: '11:10–12:10',
      'talk-3': '12:10–12:40',
    });
  });

  test('pauses stay where they were', () => {
    const sessions = [
      plan('a', 'talk', '08:00', 30),
      plan('b', 'talk', '09:00', 30),
      plan('c', 'talk', '10:00', 30),
    ];
    const day = given({ autorun: false }, { ...workshop, posters: [], sessions });
    day.when('mod', 'session.place', { session: 'c', after: 'a' });
    expect(expected(day)).toEqual({ a: '08:00–08:30', c: '09:00–09:30', b: '10:00–10:30' });
  });

  test('pauses of any length, and there and back again', () => {
    const sessions = [
      plan('a', 'talk', '09:00', 50),
      plan('b', 'talk', '10:00', 10),
      plan('c', 'talk', '10:30', 30),
    ];
    const day = given({ autorun: false }, { ...workshop, posters: [], sessions });
    const before = expected(day);
    day.when('mod', 'session.place', { session: 'b', after: null });
    expect(expected(day)).toEqual({ b: '09:00–09:10', a: '09:20–10:10', c: '10:30–11:00' });
    day.when('mod', 'session.place', { session: 'a', after: null });
    expect(expected(day)).toEqual(before);
  });

  test('a break that had shrunk stays as short', () => {
    const day = byHand();
    move(day, 'spotlights', 15);
    expect(session(day, 'coffee')).toMatchObject({ start: '09:35', end: '09:50' });
    expect(day.when('mod', 'session.place', { session: 'coffee', after: 'talk-2' })).toMatchObject({
      ok: true,
    });
    expect(expected(day)).toMatchObject({
      'talk-2': '09:35–10:15',
      coffee: '10:15–10:30',
      'talk-3': '10:30–11:00',
    });
  });

  test('within a day', () => {
    const tomorrow = (plan_: SessionPlan) => ({
      ...plan_,
      start: plan_.start + 86_400_000,
      end: plan_.end + 86_400_000,
      day: '2026-04-27',
    });
    const sessions = [plan('a', 'talk', '16:00', 60), tomorrow(plan('b', 'talk', '09:00', 60))];
    const day = given({ autorun: false }, { ...workshop, posters: [], sessions });
    expect(day.when('mod', 'session.place', { session: 'b', after: null })).toMatchObject({
      ok: false,
      reason: 'not-now',
    });
  });

  test('survives a programme that changes something else', () => {
    const day = byHand();
    day.when('mod', 'session.place', { session: 'talk-3', after: 'coffee' });
    const before = expected(day);
    day.when('org', 'programme.apply', { programme: { ...workshop, venue: 'Rio de Janeiro' } });
    expect(expected(day)).toEqual(before);
  });

  test('keeps what has begun or is fixed where it is, and everybody in their room', () => {
    const day = given({ autorun: false }, inTwoRooms);
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
    for (const [id, after] of [
      ['talk-1', 'talk-2'],
      ['lunch', 'coffee'],
      ['talk-3', 'annex-1'],
    ] as const) {
      expect(day.when('mod', 'session.place', { session: id, after })).toMatchObject({
        ok: false,
        reason: 'not-now',
      });
    }
    expect(day.when('mod', 'session.place', { session: 'talk-3', after: 'talk-99' })).toMatchObject({
      reason: 'unknown',
    });
  });
});

describe('[T12] crew only', () => {
  test('times are the crew’s until they are told', () => {
    const day = byHand();
    move(day, 'talk-1', 15, { tell: false });
    expect([session(day, 'talk-1').start, session(day, 'talk-1', 'announced').start]).toEqual([
      '08:25',
      '08:10',
    ]);
    day.when('mod', 'programme.tell', {});
    expect(expected(day, 'announced')).toEqual(expected(day));
  });

  test('are told with the next change of that session', () => {
    const day = byHand();
    move(day, 'talk-1', 15, { tell: false });
    move(day, 'talk-1', 0);
    expect(session(day, 'talk-1', 'announced').start).toBe('08:25');
  });

  test('holds for a Q&A that gave way', () => {
    const day = byHand();
    extend(day, 'talk-2', 15, { give: 'qa', tell: false });
    expect([session(day, 'talk-2').qaStart, session(day, 'talk-2', 'announced').qaStart]).toEqual([
      '10:35',
      '10:20',
    ]);
  });
});

describe('[T27] a break that has begun', () => {
  const started = (time: string) => {
    const day = byHand();
    day.when('mod', 'session.start', { session: 'coffee' }, { at: at(time) });
    return [session(day, 'coffee').end, session(day, 'talk-2').start];
  };

  test('late gives way down to what it may shrink to', () => {
    expect(started('09:30')).toEqual(['09:50', '09:50']);
    expect(started('09:45')).toEqual(['09:55', '09:55']);
  });

  test('early is longer by that', () => {
    expect(started('09:10')).toEqual(['09:50', '09:50']);
  });

  test('asked about anew lasts to its own end too', () => {
    const day = given({ autorun: true });
    day.until(at('09:00'));
    day.when('mod', 'session.cancel', { session: 'coffee' });
    const { seq } = day.state;
    day.until(at('09:38'));
    day.when('mod', 'undo', { seq });
    expect(session(day, 'coffee')).toMatchObject({ start: '09:38', end: '09:50', status: 'due' });
    day.until(at('09:45'));
    expect(session(day, 'coffee')).toMatchObject({ startedAt: '09:38', end: '09:50' });
    expect(session(day, 'talk-2').start).toBe('09:50');
  });

  test('by itself does so too', () => {
    const day = given({ autorun: true });
    day.when('mod', 'session.start', { session: 'spotlights' }, { at: at('09:05') });
    day.until(at('09:38'));
    expect(session(day, 'coffee')).toMatchObject({ start: '09:35', end: '09:50' });
  });
});
