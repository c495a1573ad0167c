import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { questionIn } from './in-status.ts';

/** A day with three live questions, and how they are queued and merged; `places` says who stands where in Up next. */
function queue() {
  const day = given();
  const [a, b, c] = [questionIn(day, 'live'), questionIn(day, 'live'), questionIn(day, 'live')];
  const names = new Map([
    [a, 'a'],
    [b, 'b'],
    [c, 'c'],
  ]);
  const up = (...ids: string[]) => {
    for (const [index, question] of ids.entries())
      day.when('mod', 'question.shortlist', { question, position: index + 1 });
  };
  const merge = (question: string, into: string) => day.when('mod', 'question.merge', { question, into });
  const places = () =>
    [...day.state.tables.questions.values()]
      .filter(({ upNext }) => upNext !== null)
      .sort((one, other) => (one.upNext ?? 0) - (other.upNext ?? 0))
      .map(({ id, upNext }) => `${upNext}${names.get(id) ?? '?'}`);
  return { day, a, b, c, up, merge, places };
}

describe('[Q34] what is merged while it is up next', () => {
  test('leaves its place to what stays', () => {
    const { a, b, c, up, merge, places } = queue();
    up(a, c);
    merge(a, b);
    expect(places()).toEqual(['1b', '2c']);
  });

  test('and what stays keeps the better of two places', () => {
    const first = queue();
    first.up(first.a, first.c, first.b);
    first.merge(first.a, first.b);
    expect(first.places()).toEqual(['1b', '2c']);
    const other = queue();
    other.up(other.b, other.c, other.a);
    other.merge(other.a, other.b);
    expect(other.places()).toEqual(['1b', '2c']);
  });

  test('in a full Up next nothing falls out, neither by the merge nor when it is taken back', () => {
    const { day, a, b, c, up, merge, places } = queue();
    up(a, c, questionIn(day, 'live'), questionIn(day, 'live'), questionIn(day, 'live'));
    const before = places();
    merge(a, b);
    expect(places()).toEqual(['1b', '2c', '3?', '4?', '5?']);
    day.when('mod', 'question.unmerge', { question: a });
    expect(places()).toEqual(before);
  });

  test('taken back by an undo, everything stands as it stood', () => {
    const { day, a, b, c, up, merge, places } = queue();
    up(a, c);
    merge(a, b);
    day.when('mod', 'undo', { seq: day.state.seq });
    expect(places()).toEqual(['1a', '2c']);
    day.when('mod', 'undo', { seq: day.state.seq });
    expect(places()).toEqual(['1b', '2c']);
  });

  test('in a chain the place goes on, and comes back', () => {
    const { day, a, b, c, up, merge, places } = queue();
    up(a);
    merge(a, b);
    merge(b, c);
    expect(places()).toEqual(['1c']);
    day.when('mod', 'question.unmerge', { question: b });
    expect(places()).toEqual(['1b']);
    day.when('mod', 'question.unmerge', { question: a });
    expect(places()).toEqual(['1a']);
  });

  test('a question that was queued itself keeps its place when it is taken apart', () => {
    const { day, a, b, up, merge, places } = queue();
    up(a, b);
    merge(a, b);
    day.when('mod', 'question.unmerge', { question: a });
    expect(places()).toEqual(['1a', '2b']);
  });

  test('what is on a screen is up next no more, and inherits nothing [S5]', () => {
    const { day, a, b, c, up, merge, places } = queue();
    up(a, c);
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: b } });
    merge(a, b);
    expect(places()).toEqual(['1c']);
    day.when('mod', 'question.unmerge', { question: a });
    expect(places()).toEqual(['1a', '2c']);
  });

  test('what waits, is answered or belongs elsewhere inherits nothing', () => {
    for (const status of ['inReview', 'answered'] as const) {
      const { day, a, c, up, merge, places } = queue();
      up(a, c);
      merge(a, questionIn(day, status));
      expect(places()).toEqual(['1c']);
    }
    const { day, a, b, up, merge, places } = queue();
    day.when('mod', 'question.move', { question: b, session: 'talk-2' });
    up(a);
    merge(a, b);
    expect(places()).toEqual([]);
  });
});
