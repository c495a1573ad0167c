import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { questionIn } from './in-status.ts';

describe('[Q20] Up next', () => {
  const queue = (day: ReturnType<typeof given>) =>
    [...day.state.tables.questions.values()]
      .filter(({ upNext }) => upNext !== null)
      .toSorted((a, b) => (a.upNext ?? 0) - (b.upNext ?? 0))
      .map(({ n }) => n);

  function withSix() {
    const day = given();
    const questions = Array.from({ length: 6 }, () => questionIn(day, 'live'));
    for (const question of questions.slice(0, 5))
      day.when('mod', 'question.shortlist', { question, position: 5 });
    const place = (n: number, position: number | null) =>
      day.when('mod', 'question.shortlist', { question: questions[n - 1] ?? '', position });
    return { ...day, questions, place };
  }

  test('inserting pushes down, and the sixth falls out', () => {
    const day = withSix();
    day.place(6, 2);
    expect(queue(day)).toEqual([1, 6, 2, 3, 4]);
  });

  test('a place beyond the end is the end', () => {
    const day = withSix();
    day.place(1, null);
    day.place(2, 5);
    expect(queue(day)).toEqual([3, 4, 5, 2]);
  });

  test('moving within it keeps the others in order', () => {
    const day = withSix();
    day.place(5, 1);
    expect(queue(day)).toEqual([5, 1, 2, 3, 4]);
  });

  test('null takes one out, and the others close up', () => {
    const day = withSix();
    day.place(2, null);
    expect(queue(day)).toEqual([1, 3, 4, 5]);
  });

  test('the same place again succeeds and changes nothing', () => {
    const day = withSix();
    expect(day.place(3, 3)).toMatchObject({ ok: true });
    expect(queue(day)).toEqual([1, 2, 3, 4, 5]);
  });

  test('is one of each session', () => {
    const day = withSix();
    day.when('mod', 'question.move', { question: day.questions[5] ?? '', session: 'talk-2' });
    day.place(6, 1);
    expect(day.state.tables.questions.get(day.questions[5] ?? '')?.upNext).toBe(1);
    expect(day.state.tables.questions.get(day.questions[0] ?? '')?.upNext).toBe(1);
  });

  test.each(['inReview', 'answered', 'dismissed', 'withdrawn', 'merged', 'archived'] as const)(
    'does not take a question that is %s',
    (status) => {
      const day = given();
      expect(
        day.when('mod', 'question.shortlist', { question: questionIn(day, status), position: 1 }),
      ).toMatchObject({ reason: 'not-now', now: { status } });
    },
  );
});
