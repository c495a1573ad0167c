import { describe, expect, test } from 'vitest';
import { supporters } from '../../shared/questions/find.ts';
import { type Day, given } from '../world/given.ts';
import type { Who } from '../world/people.ts';
import { questionIn } from './in-status.ts';

const upvotes = (day: Day, question: string) =>
  supporters(day.state, day.state.tables.questions.get(question)!).size;
const vote = (day: Day, who: Who, question: string, on = true) =>
  day.when(who, 'question.upvote', { question, on });

test('[Q7] a withdrawn question takes no upvotes', () => {
  const day = given();
  const question = questionIn(day, 'withdrawn');
  expect(vote(day, 'mod', question)).toMatchObject({
    ok: false,
    reason: 'not-now',
    now: { status: 'withdrawn' },
  });
});

test('[Q8] one a person: again, on or off, succeeds and changes nothing', () => {
  const day = given();
  const question = questionIn(day, 'live');
  expect([vote(day, 'bob', question), vote(day, 'bob', question)]).toMatchObject([
    { ok: true },
    { ok: true },
  ]);
  expect(upvotes(day, question)).toBe(1);
  expect([vote(day, 'bob', question, false), vote(day, 'bob', question, false)]).toMatchObject([
    { ok: true },
    { ok: true },
  ]);
  expect(upvotes(day, question)).toBe(0);
});

test('[Q8] nobody supports their own question', () => {
  const day = given();
  expect(vote(day, 'ann', questionIn(day, 'live'))).toMatchObject({ ok: false, reason: 'not-allowed' });
});

describe('[Q9] merged', () => {
  /** Bob's question, supported by Ann and Cat, merged into Ann's, supported by Cat and Mia. */
  function merged() {
    const day = given();
    const into = questionIn(day, 'live');
    const question = day.ask('bob', 'the same');
    day.when('mod', 'question.approve', { question });
    for (const who of ['cat', 'mia'] as const) vote(day, who, into);
    for (const who of ['ann', 'cat', 'lov'] as const) vote(day, who, question);
    day.when('mod', 'question.merge', { question, into });
    return { ...day, question, into };
  }

  test('supporters unite, nobody counts twice, its author not at all', () => {
    const day = merged();
    expect([...supporters(day.state, day.state.tables.questions.get(day.into)!)].toSorted()).toEqual([
      'cat',
      'lov',
      'mia',
    ]);
  });

  test('an upvote goes to the target, for those who see only the target too', () => {
    const day = merged();
    expect(vote(day, 'pia', day.question)).toMatchObject({ ok: true });
    expect(upvotes(day, day.into)).toBe(4);
    expect(vote(day, 'ann', day.question)).toMatchObject({ reason: 'not-allowed' });
  });

  test('a retraction is one wherever the upvote was given', () => {
    const day = merged();
    vote(day, 'cat', day.into, false);
    vote(day, 'lov', day.into, false);
    expect(upvotes(day, day.into)).toBe(1);
  });

  test('through two merges counts for the last', () => {
    const day = merged();
    const last = questionIn(day, 'live');
    day.when('mod', 'question.merge', { question: day.into, into: last });
    vote(day, 'pia', day.question);
    expect(upvotes(day, last)).toBe(4);
  });

  test('an upvote on one merged into an answered question is too late', () => {
    const day = merged();
    day.when('mod', 'question.answer', { question: day.into, on: true });
    expect(vote(day, 'pia', day.question)).toMatchObject({
      ok: false,
      reason: 'not-now',
      now: { status: 'answered' },
    });
  });

  test('[Q18] taken out again, each has its own supporters and status', () => {
    const day = merged();
    day.when('mod', 'question.unmerge', { question: day.question });
    expect(day.state.tables.questions.get(day.question)).toMatchObject({ status: 'live', mergedInto: null });
    expect([upvotes(day, day.question), upvotes(day, day.into)]).toEqual([3, 2]);
  });
});
