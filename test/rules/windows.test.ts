import { describe, expect, test } from 'vitest';
import type { QuestionsWindow } from '../../shared/rundown/session.ts';
import { type Day, given } from '../world/given.ts';
import type { Who } from '../world/people.ts';
import { at, session as plan, workshop } from '../world/workshop.ts';
import { session } from './looking.ts';

const asked = {
  session: 'talk-1',
  text: '#Why?',
  measured: { units: 4 },
  marks: { anonymous: 'a', named: 'n' },
};
const takes = (day: Day, who: Who, when: string): boolean =>
  day.when(who, 'question.ask', asked, { at: at(when) }).ok;

describe('[T23] questions by the clock', () => {
  const overAtTen = (policy = {}) => {
    const day = given({ autorun: false, ...policy });
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('09:00') });
    day.when('mod', 'session.end', { session: 'talk-1' }, { at: at('10:00') });
    return day;
  };

  test('are taken from the loading of the event to the end', () => {
    const day = given();
    expect(session(day, 'talk-1').questions).toBe('open');
    expect(session(day, 'panel').questions).toBe('open');
  });

  test('are taken from the start on where the policy says so', () => {
    const day = given({ askBefore: false });
    expect([session(day, 'talk-1').questions, takes(day, 'ann', '08:09')]).toEqual(['closed', false]);
    day.until(at('08:12'));
    expect([session(day, 'talk-1').questions, takes(day, 'ann', '08:13')]).toEqual(['open', true]);
  });

  test('get a last call of 15 s in the room', () => {
    const day = overAtTen();
    expect([
      takes(day, 'ann', '10:00:14'),
      session(day, 'talk-1').questions,
      takes(day, 'ann', '10:00:15'),
    ]).toEqual([true, 'lastCall', false]);
  });

  test('get a last call of 30 s remote', () => {
    const day = overAtTen();
    expect([
      takes(day, 'bob', '10:00:29'),
      takes(day, 'bob', '10:00:30'),
      session(day, 'talk-1').questions,
    ]).toEqual([true, false, 'closed']);
  });

  test('get it from the moment at which the end became known, where that is later', () => {
    const day = given();
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
    day.until(at('08:52'));
    expect(session(day, 'talk-1')).toMatchObject({ endedAt: '08:50', questions: 'lastCall' });
    expect([takes(day, 'bob', '08:52:29'), takes(day, 'bob', '08:52:30')]).toEqual([true, false]);
    day.when('mod', 'session.end', { session: 'spotlights', at: at('09:05') }, { at: at('09:06') });
    expect(session(day, 'spotlights')).toMatchObject({ endedAt: '09:05', questions: 'lastCall' });
    day.when('mod', 'session.end', { session: 'spotlights', at: at('09:04') }, { at: at('09:06:10') });
    expect(session(day, 'spotlights')).toMatchObject({ endedAt: '09:04', questions: 'closed' });
  });

  test('get a last call of the stream’s delay where that is longer', () => {
    const day = overAtTen({ streamDelaySeconds: 45 });
    expect([
      takes(day, 'ann', '10:00:15'),
      takes(day, 'bob', '10:00:44'),
      takes(day, 'bob', '10:00:45'),
    ]).toEqual([false, true, false]);
  });

  test('close at a moment that is passed', () => {
    expect(overAtTen().until(at('10:05'))).toEqual(expect.arrayContaining([at('10:00:15'), at('10:00:30')]));
  });

  test('of a cancelled session, a break or a social programme are not taken', () => {
    const day = given(
      {},
      { ...workshop, sessions: [...workshop.sessions, plan('drinks', 'social', '18:00', 60)] },
    );
    day.when('mod', 'session.cancel', { session: 'talk-2' });
    expect(['talk-2', 'coffee', 'drinks'].map((id) => session(day, id).questions)).toEqual([
      'closed',
      'closed',
      'closed',
    ]);
  });

  test('of a poster are always taken', () => {
    const day = given();
    const { session: _, ...question } = asked;
    expect(
      day.when('ann', 'question.ask', { ...question, poster: 'poster-1' }, { at: at('23:00') }),
    ).toMatchObject({ ok: true });
  });
});

describe('[T13] questions by hand', () => {
  test.each([
    ['open', 'open'],
    ['closed', 'closed'],
    ['lastCall', 'lastCall'],
  ] as const)('%s', (mode, is: QuestionsWindow) => {
    const day = given();
    for (let time = 0; time < 2; time += 1)
      expect(day.when('mod', 'session.questions', { session: 'talk-1', mode })).toMatchObject({ ok: true });
    expect(session(day, 'talk-1').questions).toBe(is);
  });

  test('a last call by hand runs out', () => {
    const day = given();
    day.when('mod', 'session.questions', { session: 'talk-1', mode: 'lastCall' }, { at: at('08:40') });
    expect([
      takes(day, 'ann', '08:40:14'),
      takes(day, 'ann', '08:40:16'),
      takes(day, 'bob', '08:40:29'),
      takes(day, 'bob', '08:40:31'),
    ]).toEqual([true, false, true, false]);
    expect(session(day, 'talk-1').questions).toBe('closed');
  });

  test('given back to the clock, they are as the clock says', () => {
    const day = given();
    day.when('mod', 'session.questions', { session: 'talk-1', mode: 'closed' });
    day.when('mod', 'session.questions', { session: 'talk-1', mode: 'auto' });
    expect(session(day, 'talk-1').questions).toBe('open');
    expect(day.when('mod', 'session.questions', { session: 'talk-99', mode: 'auto' })).toMatchObject({
      reason: 'unknown',
    });
  });
});

describe('[T24] collect or decide by the clock', () => {
  const fair = () => given({ ranking: 'fair' });

  test('decide from the start of the Q&A part', () => {
    const day = fair();
    day.until(at('08:39:59'));
    expect(session(day, 'talk-1').phase).toBe('collect');
    day.until(at('08:40'));
    expect(session(day, 'talk-1').phase).toBe('decide');
  });

  test('decide from the start of a session without Q&A', () => {
    const day = fair();
    day.until(at('10:31'));
    expect(session(day, 'talk-3').phase).toBe('collect');
    day.until(at('10:32'));
    expect(session(day, 'talk-3').phase).toBe('decide');
  });

  test('posters always decide, and so does everything where the policy is popular', () => {
    expect(session(fair(), 'posters').phase).toBe('decide');
    expect(session(given({ ranking: 'popular' }), 'talk-1').phase).toBe('decide');
  });

  test('the Q&A of a late talk begins late', () => {
    const day = fair();
    day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:15') });
    day.until(at('08:44'));
    expect(session(day, 'talk-1').phase).toBe('collect');
    day.until(at('08:45'));
    expect(session(day, 'talk-1').phase).toBe('decide');
  });
});

test('[T14] collect or decide by hand, until it is given back to the clock', () => {
  const day = given({ ranking: 'fair' });
  const phases = (['decide', 'collect', 'auto'] as const).map((phase) => {
    day.when('mod', 'session.phase', { session: 'talk-1', phase });
    return session(day, 'talk-1').phase;
  });
  expect(phases).toEqual(['decide', 'collect', 'collect']);
  expect(day.when('mod', 'session.phase', { session: 'talk-99', phase: 'auto' })).toMatchObject({
    reason: 'unknown',
  });
});
