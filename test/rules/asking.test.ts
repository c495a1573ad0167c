import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';

const asked = { text: '#Why?', measured: { units: 4 }, marks: { anonymous: 'a', named: 'n' } };

test.each([
  ['a session', { session: 'talk-1' }],
  ['a part of it', { session: 'spotlights', part: 'spot-2' }],
  ['its speaker', { session: 'talk-1', to: 'lovelace' }],
  ['a poster', { poster: 'poster-1' }],
])('[Q1] a question is asked of %s', (_what, where) => {
  const outcome = given().when('ann', 'question.ask', { ...where, ...asked }, { id: 'first' });
  expect(outcome).toEqual({ ok: true, seq: 2, question: 'first', status: 'inReview' });
});

test.each([
  ['a session', { session: 'talk-99' }],
  ['a part', { session: 'talk-1', part: 'spot-2' }],
  ['a speaker', { session: 'talk-2', to: 'lovelace' }],
  ['a poster', { poster: 'poster-99' }],
  ['a speaker of a poster', { poster: 'poster-1', to: 'lovelace' }],
])('[Q1] %s that does not exist is unknown', (_what, where) => {
  expect(given().when('ann', 'question.ask', { ...where, ...asked })).toMatchObject({
    ok: false,
    reason: 'unknown',
  });
});

test('[Q2] moderated before, a question waits; moderated after, it is in the list with a number', () => {
  const before = given({ moderation: 'before' });
  expect(before.state.tables.questions.get(before.ask('ann', 'Why?'))).toMatchObject({
    status: 'inReview',
    n: null,
  });
  const after = given({ moderation: 'after' });
  expect(after.state.tables.questions.get(after.ask('ann', 'Why?'))).toMatchObject({ status: 'live', n: 1 });
});

describe('[Q3] a closed Q&A', () => {
  const closed = () => {
    const day = given();
    day.when('mod', 'session.questions', { session: 'talk-1', mode: 'closed' });
    return day;
  };

  test('takes no question', () => {
    const outcome = closed().when('ann', 'question.ask', { session: 'talk-1', ...asked });
    expect(outcome).toMatchObject({ ok: false, reason: 'not-now', now: { questions: 'closed' } });
  });

  test('keeps a question that says so', () => {
    const day = closed();
    const outcome = day.when('ann', 'question.ask', { session: 'talk-1', ifClosed: 'keep', ...asked });
    expect(outcome).toMatchObject({ ok: true, status: 'kept' });
  });

  test('of an open session changes nothing for a question that would be kept', () => {
    expect(
      given().when('ann', 'question.ask', { session: 'talk-1', ifClosed: 'keep', ...asked }),
    ).toMatchObject({ status: 'inReview' });
  });
});

describe('[Q4] anonymous', () => {
  test.each([
    ['default', undefined, true],
    ['default', false, false],
    ['default', true, true],
    ['allowed', undefined, false],
    ['allowed', true, true],
    ['allowed', false, false],
    ['never', undefined, false],
    ['never', false, false],
  ] as const)('under the policy %s, asked with %s, is %s', (policy, said, is) => {
    const day = given({ anonymous: policy });
    const question = day.ask('ann', 'Why?', said === undefined ? {} : { anonymous: said });
    expect(day.state.tables.questions.get(question)?.anonymous).toBe(is);
  });

  test('is refused where it is never allowed', () => {
    const outcome = given({ anonymous: 'never' }).when('ann', 'question.ask', {
      session: 'talk-1',
      anonymous: true,
      ...asked,
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'not-allowed', of: 'anonymous' });
  });
});

test.each([
  ['question.ask', { session: 'talk-1', ...asked }],
  ['question.log', { session: 'talk-1', measured: { units: 0 } }],
  ['announce', { text: 'Lunch', to: 'all' }],
] as const)('[Q5] %s under an id that names something is a conflict', (type, data) => {
  const day = given();
  const id = day.ask('ann', 'Why?');
  expect(day.when('mod', type, data, { id })).toMatchObject({ ok: false, reason: 'conflict', of: 'id' });
});

test('[Q6] a question from the room’s microphone is in the list at once, in the room, by nobody', () => {
  const day = given();
  const outcome = day.when(
    'mod',
    'question.log',
    { session: 'talk-1', measured: { units: 0 } },
    { id: 'spoken' },
  );
  expect(outcome).toMatchObject({ ok: true, question: 'spoken' });
  expect(day.state.tables.questions.get('spoken')).toMatchObject({
    status: 'live',
    n: 1,
    by: null,
    attendance: 'inRoom',
    text: null,
  });
});

describe('[Q21] its author’s words', () => {
  const edit = (question: string) => ({ question, text: '#better', measured: { units: 6 } });

  test('change while it waits', () => {
    const day = given();
    const question = day.ask('ann', 'worse');
    day.when('ann', 'question.edit', edit(question), { at: at('07:30') });
    expect(day.state.tables.questions.get(question)).toMatchObject({
      text: '#better',
      units: 6,
      editedAt: at('07:30'),
    });
  });

  test('change in the list under moderation after, until somebody builds on them', () => {
    const day = given({ moderation: 'after' });
    const question = day.ask('ann', 'worse');
    expect(day.when('ann', 'question.edit', edit(question))).toMatchObject({ ok: true });
    day.when('bob', 'question.upvote', { question, on: true });
    expect(day.when('ann', 'question.edit', edit(question))).toMatchObject({ ok: false, reason: 'not-now' });
  });

  test('do not change once it was shown', () => {
    const day = given({ moderation: 'after' });
    const question = day.ask('ann', 'worse');
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });
    expect(day.when('ann', 'question.edit', edit(question))).toMatchObject({
      ok: false,
      reason: 'not-now',
      now: { status: 'live' },
    });
  });

  test('are nobody else’s', () => {
    const day = given();
    const question = questionIn(day, 'live');
    expect(day.when('bob', 'question.edit', edit(question))).toMatchObject({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

describe('[Q22] the screen version', () => {
  test.each([
    ['screen', { screen: '#short' }],
    ['text', { text: '#short' }],
    ['both', { text: '#short', screen: '#short' }],
  ])('is written by a moderator (%s), and the author’s words stay', (_field, words) => {
    const day = given();
    const question = questionIn(day, 'live');
    expect(day.when('mod', 'question.edit', { question, measured: { units: 5 }, ...words })).toMatchObject({
      ok: true,
    });
    expect(day.state.tables.questions.get(question)).toMatchObject({
      text: '#a live question',
      screen: '#short',
      editedAt: null,
    });
  });

  test('is not for authors', () => {
    const day = given();
    const outcome = day.when('ann', 'question.edit', {
      question: day.ask('ann', 'Why?'),
      screen: '#x',
      measured: { units: 1 },
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'not-allowed' });
  });
});

test('[Q23] only its author withdraws a question; it leaves Up next', () => {
  const day = given();
  const [first, second] = [questionIn(day, 'live'), questionIn(day, 'live')];
  day.when('mod', 'question.shortlist', { question: first, position: 1 });
  day.when('mod', 'question.shortlist', { question: second, position: 2 });
  expect(day.when('bob', 'question.withdraw', { question: first })).toMatchObject({ reason: 'not-allowed' });
  expect(day.when('mod', 'question.withdraw', { question: first })).toMatchObject({ reason: 'not-allowed' });
  day.when('ann', 'question.withdraw', { question: first });
  expect(day.state.tables.questions.get(first)).toMatchObject({ status: 'withdrawn', upNext: null });
  expect(day.state.tables.questions.get(second)?.upNext).toBe(1);
});

test('[Q24] a number is given when a question first becomes live, once and never again', () => {
  const day = given();
  const [first, second] = [day.ask('ann', 'one'), day.ask('bob', 'two')];
  day.when('mod', 'question.approve', { question: second });
  day.when('mod', 'question.approve', { question: first });
  day.when('mod', 'question.dismiss', { question: second, why: 'same' });
  day.when('mod', 'question.approve', { question: second });
  expect(day.state.tables.questions.get(second)?.n).toBe(1);
  expect(day.state.tables.questions.get(first)?.n).toBe(2);
  day.when('mod', 'question.log', { session: 'talk-1', measured: { units: 0 } }, { id: 'spoken' });
  day.when('mod', 'undo', { seq: day.state.seq });
  expect(day.state.tables.questions.get(questionIn(day, 'live'))?.n).toBe(4);
});

test('[Q24] a kept question that never was in the list gets its number when it is answered', () => {
  const day = given();
  const question = questionIn(day, 'kept');
  day.when('mod', 'question.answer', { question, on: true });
  expect(day.state.tables.questions.get(question)?.n).toBe(1);
});

test.each(['upvote', 'withdraw', 'edit', 'report'] as const)(
  '[Q27] a question in review is unknown to others who %s',
  (what) => {
    const day = given();
    const question = day.ask('ann', 'Why?');
    const outcome = {
      upvote: () => day.when('bob', 'question.upvote', { question, on: true }),
      withdraw: () => day.when('bob', 'question.withdraw', { question }),
      edit: () => day.when('bob', 'question.edit', { question, text: '#x', measured: { units: 1 } }),
      report: () => day.when('bob', 'report', { question, why: 'rude' }),
    }[what]();
    expect(outcome).toMatchObject({ ok: false, reason: 'unknown' });
  },
);
