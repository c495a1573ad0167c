import { describe, expect, test } from 'vitest';
import { announced, nextTwo, onScreen } from '../../client/speaker/facts.ts';
import { momentOf, timerDigits, waitOf } from '../../client/speaker/phase.ts';
import { lateWords, waitWords } from '../../client/speaker/words.ts';
import type { MessageView } from '../../shared/views/view.ts';
import { fixtureNow, questionFixture, sessionFixture, stageFixture, viewFixture } from './fixture-views.ts';

const minute = 60_000;
const at = (minutes: number) => new Date(fixtureNow + minutes * minute).toISOString();
const phase = (...of: Parameters<typeof sessionFixture>) => momentOf(sessionFixture(...of), fixtureNow).phase;

describe('the phase of a talk', () => {
  test.each([
    [-10, 20, 'talk'],
    [-25, 5.1, 'talk'],
    [-25, 5, 'wrapUp'],
    [-29, 1.1, 'wrapUp'],
    [-29, 1, 'lastMinute'],
    [-29, 0.1, 'lastMinute'],
  ] as const)('from %s to %s minutes from now is %s', (from, to, expected) => {
    expect(phase('t', from, to)).toBe(expected);
  });

  test('past its end it is over for as long as nobody ends it, and the digits go on', () => {
    const session = sessionFixture('t', -30, 0, { status: 'onAir', endedAt: null });
    for (const minutes of [0, 1, 75, 600])
      expect(momentOf(session, fixtureNow + minutes * minute)).toMatchObject({
        phase: 'over',
        to: fixtureNow,
        filled: 1,
      });
  });

  test('a short slot wraps up in its last third only', () => {
    expect(phase('t', -5, 4)).toBe('talk');
    expect(phase('t', -6, 3)).toBe('wrapUp');
  });

  test('counts to its questions first, then to their end, which do not wrap up', () => {
    const talk = (qa: number) => momentOf(sessionFixture('t', -20, 14, { qaStart: at(qa) }), fixtureNow);
    expect(talk(10)).toMatchObject({ phase: 'talk', to: fixtureNow + 10 * minute });
    expect(talk(3)).toMatchObject({ phase: 'wrapUp', to: fixtureNow + 3 * minute });
    expect(talk(0)).toMatchObject({ phase: 'questions', to: fixtureNow + 14 * minute, filled: 0 });
    expect(phase('t', -30, 3, { qaStart: at(-5) })).toBe('questions');
    expect(phase('t', -30, 1, { qaStart: at(-5) })).toBe('lastMinute');
  });

  test('counts to the end of the part that runs', () => {
    const part = {
      id: 'p',
      title: 'Spotlight',
      speakers: [],
      plannedStart: at(-2),
      plannedEnd: at(8),
      expectedStart: at(-2),
      expectedEnd: at(8),
      startedAt: at(-2),
      endedAt: null,
    };
    const session = sessionFixture('s', -2, 60, { kind: 'spotlights', parts: [part] });
    expect(momentOf(session, fixtureNow)).toEqual({
      phase: 'talk',
      to: fixtureNow + 8 * minute,
      filled: 0.2,
    });
  });
});

test('before, in breaks and afterwards', () => {
  expect(phase('t', 5, 10)).toBe('waiting');
  expect(phase('t', -1, 10, { status: 'due', startedAt: null })).toBe('waiting');
  expect(phase('t', -5, 1, { kind: 'break' })).toBe('break');
  expect(phase('t', -5, 1, { kind: 'social' })).toBe('break');
  expect(phase('t', -10, -5)).toBe('end');
  expect(phase('t', 5, 10, { status: 'cancelled' })).toBe('end');
  expect(momentOf(null, fixtureNow).phase).toBe('end');
});

test('digits count down by begun seconds, and up without end', () => {
  const shown = (left: number) => timerDigits(fixtureNow, fixtureNow - left);
  expect([760_000, 759_001, 60_000, 1, 0, -999, -1_000, -80_000, -3_600_000].map(shown)).toEqual([
    '12:40',
    '12:40',
    '1:00',
    '0:01',
    '0:00',
    '0:00',
    '+0:01',
    '+1:20',
    '+60:00',
  ]);
});

test('waiting says how far the planned start is, before and after it', () => {
  expect(waitOf(at(3), fixtureNow)).toEqual({ side: 'before', minutes: 3 });
  expect(waitOf(at(2.5), fixtureNow)).toEqual({ side: 'before', minutes: 3 });
  expect(waitOf(at(0), fixtureNow)).toEqual({ side: 'after', minutes: 0 });
  expect(waitOf(at(-2.5), fixtureNow)).toEqual({ side: 'after', minutes: 2 });
  const words = (minutes: number) => waitWords(sessionFixture('t', minutes, minutes + 30), fixtureNow, 'UTC');
  expect(words(3)).toBe('3 min to planned 12:36');
  expect(words(150)).toBe('2 h 30 min to planned 15:03');
  expect(words(24 * 60)).toBe('Planned Monday 27 April, 12:33');
  expect(words(0)).toBe('Planned 12:33, now');
  expect(words(-2)).toBe('2 min after planned 12:31');
});

test('late words speak of the start until it has begun, then of the end', () => {
  expect(lateWords(sessionFixture('t', 10, 20, { plannedStart: at(4) }))).toBe(
    'Starts 6 min later than planned',
  );
  expect(lateWords(sessionFixture('t', -10, 20, { plannedEnd: at(23) }))).toBe(
    'Ends 3 min sooner than planned',
  );
  expect(lateWords(sessionFixture('t', -10, 20))).toBeNull();
  expect(lateWords(sessionFixture('t', -30, -20, { plannedEnd: at(-23) }))).toBeNull();
});

describe('questions', () => {
  const questions = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((id) => [id, questionFixture(id, { text: `Question ${id}` })]),
  );
  const upNext = { a: { position: 3 }, b: { position: 1 }, c: { position: 2 }, d: { position: 4 } };
  const session = sessionFixture('talk-2', -10, 10);
  const stage = stageFixture({ kind: 'question', question: 'b' });
  const ids = (changes: object) =>
    nextTwo(viewFixture({ session, questions, upNext, stage, ...changes })).map(({ id }) => id);

  test('the next two stand in their order, without the one on screen', () => {
    expect(ids({})).toEqual(['c', 'a']);
    expect(ids({ stage: null })).toEqual(['b', 'c']);
  });

  test('what is not in the list is not among them, even where the view holds it', () => {
    const hidden = { ...questions, c: questionFixture('c', { status: 'inReview' }) };
    expect(ids({ questions: hidden })).toEqual(['a', 'd']);
    expect(ids({ session: sessionFixture('other', -10, 10) })).toEqual([]);
  });

  test('what is on screen is said, and never a question that is not in the list', () => {
    const on = (changes: object) => onScreen(viewFixture({ session, questions, stage, ...changes }));
    expect(on({})).toMatchObject({ kind: 'question', question: { id: 'b' } });
    expect(on({ questions: {} })).toEqual({ kind: 'otherQuestion' });
    expect(on({ questions: { b: questionFixture('b', { status: 'inReview' }) } })).toEqual({
      kind: 'otherQuestion',
    });
    expect(on({ stage: stageFixture({ kind: 'question', question: 'b' }, { black: true }) })).toEqual({
      kind: 'black',
    });
    expect(on({ stage: stageFixture({ kind: 'message', text: 'Lunch' }) })).toEqual({
      kind: 'message',
      text: 'Lunch',
    });
    expect(on({ stage: null })).toEqual({ kind: 'auto' });
  });

  test('what was kept for this session is next where a moderator put it there, and is read on screen [Q31]', () => {
    const kept = { ...questions, a: questionFixture('a', { status: 'kept', session: 'talk-1' }) };
    expect(ids({ questions: kept })).toEqual(['c', 'a']);
    const shown = { session, questions: kept, stage: stageFixture({ kind: 'question', question: 'a' }) };
    expect(onScreen(viewFixture(shown))).toMatchObject({ kind: 'question', question: { id: 'a' } });
  });
});

test('announcements to everybody and to the speakers are read while they hold, the newest first', () => {
  const message = (id: string, to: MessageView['to'], minutes: number, until: string | null = null) => ({
    [id]: { id, text: id, to, at: at(minutes), until },
  });
  const messages = {
    ...message('all', 'all', -5),
    ...message('us', 'speakers', -1, at(5)),
    ...message('room', 'inRoom', -1),
    ...message('over', 'all', -1, at(0)),
  };
  expect(announced(viewFixture({ messages }), fixtureNow).map(({ id }) => id)).toEqual(['us', 'all']);
});
