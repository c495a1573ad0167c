import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';

/** A day with a question that is live, first in Up next and on the screen; another follows it in Up next. */
function onScreen() {
  const day = given();
  const [question, next] = [questionIn(day, 'live'), questionIn(day, 'live')];
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  day.when('mod', 'question.shortlist', { question, position: 1 });
  day.when('mod', 'question.shortlist', { question: next, position: 2 });
  const row = () => day.state.tables.questions.get(question);
  const stage = () => day.state.tables.stages.get('main');
  return { ...day, question, next, row, stage };
}

describe('[Q25] leaving the list', () => {
  test.each(['question.dismiss', 'question.archive'] as const)(
    'by %s leaves stages and Up next in the same entry',
    (type) => {
      const { when, question, next, row, stage, state } = onScreen();
      when('mod', type, { question, why: 'conduct' }, { at: at('08:30') });
      expect(row()?.upNext).toBeNull();
      expect(state.tables.questions.get(next)?.upNext).toBe(1);
      expect(stage()).toMatchObject({ show: { kind: 'auto' }, since: at('08:30') });
    },
  );

  test('for answered leaves Up next only', () => {
    const { when, question, row, stage } = onScreen();
    when('mod', 'question.answer', { question, on: true }, { at: at('08:30') });
    expect(row()).toMatchObject({ status: 'answered', upNext: null, answeredAt: at('08:30') });
    expect(stage()?.show).toEqual({ kind: 'question', question });
  });

  test('back to waiting leaves stages', () => {
    const { when, ask, state } = given();
    const question = ask('ann', 'Why?');
    when('mod', 'question.keep', { question, for: 'panel' });
    when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    when('mod', 'question.restore', { question });
    expect(state.tables.questions.get(question)?.status).toBe('inReview');
    expect(state.tables.stages.get('main')?.show).toEqual({ kind: 'auto' });
  });
});

test('[Q11] the reason of a dismissal stands with the question until it comes back', () => {
  const day = given();
  const question = questionIn(day, 'dismissed');
  expect(day.state.tables.questions.get(question)?.why).toBe('off-topic');
  day.when('mod', 'question.approve', { question });
  expect(day.state.tables.questions.get(question)?.why).toBeNull();
});

test('[Q13] a kept question says for what, and is kept for another place', () => {
  const day = given();
  const question = questionIn(day, 'kept');
  expect(day.when('mod', 'question.keep', { question, for: 'poster', poster: 'poster-1' })).toMatchObject({
    ok: true,
  });
  expect(day.state.tables.questions.get(question)?.keptFor).toEqual({
    for: 'poster',
    session: null,
    poster: 'poster-1',
  });
});

test.each([{ session: 'talk-99' }, { poster: 'poster-99' }])(
  '[Q13] a question is not kept for %o',
  (where) => {
    const day = given();
    expect(
      day.when('mod', 'question.keep', { question: questionIn(day, 'live'), for: 'panel', ...where }),
    ).toMatchObject({ reason: 'unknown' });
  },
);

describe('[Q14] restore', () => {
  test.each(['question.dismiss', 'question.archive', 'question.keep', 'question.answer'] as const)(
    'after %s gives back status and place',
    (type) => {
      const { when, question, next, row, state } = onScreen();
      when('mod', type, { question, why: 'same', for: 'panel', on: true });
      when('mod', 'question.restore', { question });
      expect(row()).toMatchObject({ status: 'live', upNext: 1, why: null, keptFor: null, answeredAt: null });
      expect(state.tables.questions.get(next)?.upNext).toBe(2);
    },
  );

  test('goes back step by step, with what it was kept for', () => {
    const day = given();
    const question = questionIn(day, 'kept');
    day.when('mod', 'question.answer', { question, on: true });
    day.when('mod', 'question.keep', { question, for: 'written' });
    day.when('mod', 'question.restore', { question });
    expect(day.state.tables.questions.get(question)?.status).toBe('answered');
    day.when('mod', 'question.restore', { question });
    expect(day.state.tables.questions.get(question)).toMatchObject({
      status: 'kept',
      keptFor: { for: 'panel' },
    });
  });
});

describe('[Q15] answer', () => {
  test.each(['live', 'kept'] as const)('off brings a %s question back to where it was', (status) => {
    const day = given();
    const question = questionIn(day, status);
    day.when('mod', 'question.answer', { question, on: true });
    day.when('mod', 'question.answer', { question, on: false });
    expect(day.state.tables.questions.get(question)).toMatchObject({ status, answeredAt: null });
  });

  test('a reply alone changes no status', () => {
    const day = given();
    const question = questionIn(day, 'live');
    expect(day.when('mod', 'question.answer', { question, on: false, reply: '#Because.' })).toMatchObject({
      ok: true,
    });
    expect(day.state.tables.questions.get(question)).toMatchObject({
      status: 'live',
      reply: '#Because.',
      replyPublished: true,
    });
  });

  test('a reply is published unless it says not', () => {
    const day = given();
    const question = questionIn(day, 'live');
    day.when('mod', 'question.answer', { question, on: true, reply: '#Because.', publish: false });
    expect(day.state.tables.questions.get(question)).toMatchObject({
      status: 'answered',
      replyPublished: false,
    });
  });

  test('is for the speaker of that session', () => {
    const day = given();
    const theirs = questionIn(day, 'live');
    const others = questionIn(day, 'live');
    day.when('mod', 'question.move', { question: others, session: 'talk-2' });
    expect(day.when('lov', 'question.answer', { question: theirs, on: true })).toMatchObject({ ok: true });
    expect(day.when('lov', 'question.answer', { question: others, on: true })).toMatchObject({
      ok: false,
      reason: 'not-allowed',
    });
  });

  test('is for the author of that poster', () => {
    const day = given({ moderation: 'after' });
    const question = day.ask('ann', 'Why?', { poster: 'poster-1' });
    expect(day.when('lov', 'question.answer', { question, on: true })).toMatchObject({
      reason: 'not-allowed',
    });
    expect(day.when('pia', 'question.answer', { question, on: true })).toMatchObject({ ok: true });
  });

  test('of a question in review is unknown to a speaker', () => {
    const day = given();
    expect(day.when('lov', 'question.answer', { question: day.ask('ann', 'Why?'), on: true })).toMatchObject({
      reason: 'unknown',
    });
  });
});

describe('[Q16] move', () => {
  test('to another session leaves the old Up next and keeps number and votes', () => {
    const { when, question, next, row, state } = onScreen();
    when('bob', 'question.upvote', { question, on: true });
    when('mod', 'question.move', { question, session: 'talk-2' });
    expect(row()).toMatchObject({ session: 'talk-2', upNext: null, n: 1, status: 'live' });
    expect(row()?.voters.has('bob')).toBe(true);
    expect(state.tables.questions.get(next)?.upNext).toBe(1);
  });

  test.each([
    [
      { session: 'spotlights', part: 'spot-1' },
      { session: 'spotlights', part: 'spot-1', poster: null },
    ],
    [{ poster: 'poster-1' }, { session: null, part: null, poster: 'poster-1' }],
    [{ session: null }, { session: null, part: null, poster: null }],
  ])('to %o', (to, stands) => {
    const { when, question, row } = onScreen();
    when('mod', 'question.move', { question, ...to });
    expect(row()).toMatchObject(stands);
  });

  test.each([{ session: 'talk-99' }, { poster: 'poster-99' }, { session: 'talk-1', part: 'spot-1' }])(
    'to %o is unknown',
    (to) => {
      const { when, question } = onScreen();
      expect(when('mod', 'question.move', { question, ...to })).toMatchObject({
        ok: false,
        reason: 'unknown',
      });
    },
  );
});

test('[Q19] labels are set as a whole, each once', () => {
  const day = given();
  const question = questionIn(day, 'live');
  day.when('mod', 'question.label', { question, labels: ['method', 'ethics', 'method'] });
  day.when('mod', 'question.label', { question, labels: ['ethics', 'ethics'] });
  expect(day.state.tables.questions.get(question)?.labels).toEqual(['ethics']);
});
