import { describe, expect, test } from 'vitest';
import { type Day, given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';

const withdrawnAt = at('08:30');
const second = 1_000;

/** Ann withdraws a question that she has asked, and restores it. */
const withdraw = (day: Day, question: string) =>
  day.when('ann', 'question.withdraw', { question }, { at: withdrawnAt });
const restore = (day: Day, question: string, after = 10 * second, who: 'ann' | 'bob' | 'mod' = 'ann') =>
  day.when(who, 'question.restore', { question }, { at: withdrawnAt + after });

describe('[Q33] its author restores a question that they withdrew', () => {
  test.each(['inReview', 'live', 'kept'] as const)('to %s, where it was', (status) => {
    const day = given();
    const question = questionIn(day, status);
    const before = structuredClone(day.state.tables.questions.get(question));
    withdraw(day, question);
    expect(restore(day, question)).toMatchObject({ ok: true });
    expect(day.state.tables.questions.get(question)).toEqual(before);
  });

  test('with its number and its upvotes, its place in Up next not', () => {
    const day = given();
    const [question, next] = [questionIn(day, 'live'), questionIn(day, 'live')];
    for (const who of ['bob', 'mia'] as const) day.when(who, 'question.upvote', { question, on: true });
    day.when('mod', 'question.shortlist', { question, position: 1 });
    day.when('mod', 'question.shortlist', { question: next, position: 2 });
    const n = day.state.tables.questions.get(question)?.n;
    withdraw(day, question);
    restore(day, question);
    const row = day.state.tables.questions.get(question);
    expect(row).toMatchObject({ status: 'live', n, upNext: null });
    expect(row?.voters.size).toBe(2);
    expect(day.state.tables.questions.get(next)?.upNext).toBe(1);
  });

  test('and what was merged into it counts for it again', () => {
    const day = given();
    const [question, other] = [questionIn(day, 'live'), questionIn(day, 'live')];
    day.when('mod', 'question.merge', { question: other, into: question });
    withdraw(day, question);
    restore(day, question);
    expect(day.state.tables.questions.get(other)).toMatchObject({ status: 'merged', mergedInto: question });
  });

  test('within a minute, and no later', () => {
    const inTime = given();
    const first = questionIn(inTime, 'live');
    withdraw(inTime, first);
    expect(restore(inTime, first, 60 * second)).toMatchObject({ ok: true });
    const late = given();
    const second_ = questionIn(late, 'live');
    withdraw(late, second_);
    expect(restore(late, second_, 60 * second + 1)).toMatchObject({
      ok: false,
      reason: 'not-now',
      now: { status: 'withdrawn' },
    });
  });

  test('again, where it was withdrawn again', () => {
    const day = given();
    const question = questionIn(day, 'live');
    withdraw(day, question);
    restore(day, question);
    day.when('ann', 'question.withdraw', { question }, { at: withdrawnAt + 300 * second });
    expect(restore(day, question, 330 * second)).toMatchObject({ ok: true });
    expect(restore(day, question, 331 * second)).toMatchObject({ ok: false, reason: 'not-now' });
  });

  test('nobody else does, and what the staff decided stays decided', () => {
    const day = given();
    const question = questionIn(day, 'live');
    const turnedDown = questionIn(day, 'dismissed');
    withdraw(day, question);
    expect(restore(day, question, second, 'bob')).toMatchObject({ ok: false, reason: 'unknown' });
    expect(restore(day, question, second, 'mod')).toMatchObject({ ok: false, reason: 'not-now' });
    expect(restore(day, turnedDown)).toMatchObject({ ok: false, reason: 'not-now' });
    const answered = questionIn(day, 'answered');
    expect(restore(day, answered, second, 'bob')).toMatchObject({ ok: false, reason: 'not-allowed' });
  });

  test('what the staff took back by an undo is not its author’s to restore', () => {
    const day = given();
    const question = 'a-question-from-the-room';
    day.when('mod', 'question.log', { session: 'talk-1', measured: { units: 0 } }, { id: question });
    day.when('mod', 'undo', { seq: day.state.seq }, { at: withdrawnAt });
    expect(day.state.tables.questions.get(question)?.status).toBe('withdrawn');
    expect(restore(day, question, second, 'mod')).toMatchObject({ ok: false, reason: 'not-now' });
  });

  test('nothing of an erased person comes back', () => {
    const day = given();
    const question = questionIn(day, 'live');
    withdraw(day, question);
    day.when('org', 'participant.erase', { participant: 'ann' }, { at: withdrawnAt + second });
    expect(restore(day, question, 2 * second).ok).toBe(false);
    expect(day.state.tables.questions.get(question)?.status).toBe('withdrawn');
  });
});
