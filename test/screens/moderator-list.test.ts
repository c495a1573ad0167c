import { describe, expect, test } from 'vitest';
import {
  afterLeaving,
  dropLeft,
  type Held,
  hold,
  neighbour,
  nothingHeld,
} from '../../client/moderator/lists/hold-order.ts';
import { listOf } from '../../client/moderator/lists/lists.ts';
import type { QuestionView } from '../../shared/views/view.ts';
import { questionFixture } from './fixture-views.ts';

const shown = (...order: string[]): Held => hold(nothingHeld, order, false);

describe('a list that is in use', () => {
  test('moves no row, whatever comes, goes and is re-ranked', () => {
    const before = shown('a', 'b', 'c', 'd');
    const after = hold(before, ['new', 'd', 'a', 'c', 'last'], true);
    expect(after.order.slice(0, 4)).toEqual(before.order);
    expect(after).toMatchObject({ fresh: 1, moved: 1 });
    expect(after.left).toEqual(new Set(['b']));
  });

  test('lets in what belongs at its very end: that moves nothing', () => {
    expect(hold(shown('a', 'b'), ['a', 'b', 'c'], true)).toMatchObject({
      order: ['a', 'b', 'c'],
      fresh: 0,
      moved: 0,
    });
  });

  test('shows what came once it is used no longer', () => {
    const held = hold(shown('a', 'b'), ['c', 'b'], true);
    expect(held.order).toEqual(['a', 'b']);
    expect(hold(held, ['c', 'b'], false)).toEqual({ order: ['c', 'b'], left: new Set(), fresh: 0, moved: 0 });
  });

  test('takes its first rows at once: there is nothing to move', () => {
    expect(hold(nothingHeld, ['a', 'b'], true).order).toEqual(['a', 'b']);
  });

  test('a row that comes back stands where it stood', () => {
    const held = hold(hold(shown('a', 'b', 'c'), ['a', 'c'], true), ['a', 'b', 'c'], true);
    expect(held).toMatchObject({ order: ['a', 'b', 'c'], moved: 0 });
    expect(held.left.size).toBe(0);
  });

  test('is the same object where nothing changed', () => {
    const before = shown('a', 'b');
    expect(hold(before, ['a', 'b'], true)).toBe(before);
    expect(hold(before, ['a', 'b'], false)).toBe(before);
  });

  test('under a storm of changes never moves a row (300 steps)', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    let wanted = Array.from({ length: 20 }, (_, index) => `q${index}`);
    let held = hold(nothingHeld, wanted, false);
    for (let step = 0; step < 300; step += 1) {
      const places = held.order;
      if (random() < 0.3) wanted = wanted.filter(() => random() > 0.05);
      if (random() < 0.3) wanted.splice(Math.floor(random() * wanted.length), 0, `n${step}`);
      if (random() < 0.5) wanted = wanted.toSorted(() => random() - 0.5);
      held = hold(held, wanted, true);
      expect(held.order.slice(0, places.length)).toEqual(places);
    }
  });
});

describe('going from row to row', () => {
  const held = hold(shown('a', 'b', 'c'), ['a', 'c'], true);

  test('skips the places of what left', () => {
    expect(neighbour(held, 'a', 1)).toBe('c');
    expect(neighbour(held, 'c', -1)).toBe('a');
    expect(neighbour(held, 'c', 1)).toBeNull();
    expect(neighbour(held, null, 1)).toBe('a');
  });

  test('work flows down, at the end up, and never to nowhere while a row is left', () => {
    expect(afterLeaving(held, 'a')).toBe('c');
    expect(afterLeaving(held, 'c')).toBe('a');
    expect(afterLeaving(held, 'b')).toBe('c');
  });

  test('places that nobody sees are given up', () => {
    expect(dropLeft(held, () => true).order).toEqual(['a', 'c']);
    expect(dropLeft(held, () => false)).toBe(held);
  });
});

describe('the lists of the desk', () => {
  const all: QuestionView[] = [
    questionFixture('w2', { status: 'inReview', askedAt: '2026-04-26T12:02:00.000Z' }),
    questionFixture('w1', { status: 'inReview', askedAt: '2026-04-26T12:01:00.000Z' }),
    questionFixture('l1', { upvotes: 2 }),
    questionFixture('l2', { upvotes: 9 }),
    questionFixture('a1', { status: 'answered', answeredAt: '2026-04-26T12:10:00.000Z' }),
    questionFixture('a2', { status: 'answered', answeredAt: '2026-04-26T12:20:00.000Z' }),
    questionFixture('d1', { status: 'dismissed' }),
    questionFixture('e1', { status: 'inReview', session: 'other' }),
    questionFixture('gone', { status: 'withdrawn' }),
  ];
  const questions = Object.fromEntries(all.map((question) => [question.id, question]));
  const focus = { session: 'talk-2' };

  test('[Q35] waiting comes oldest first, the list by support, answered last first', () => {
    expect(listOf('waiting', questions, focus)).toEqual(['w1', 'w2']);
    expect(listOf('live', questions, focus)).toEqual(['l2', 'l1']);
    expect(listOf('answered', questions, focus)).toEqual(['a2', 'a1']);
    expect(listOf('notTaken', questions, focus)).toEqual(['d1']);
  });

  test('what waits in other sessions is seen with all of the event', () => {
    expect(listOf('waiting', questions, 'all')).toContain('e1');
  });
});
