import { describe, expect, test } from 'vitest';
import { fitText, largest, pagesOf, questionSizes } from '../../client/stage/fit.ts';

/** A box in which a text of n characters fits up to the size at which n · size² fills it. */
const boxOf = (area: number) => (text: string, size: number) => text.length * size * size <= area;

describe('the size of a text', () => {
  test('is the largest on the grid that fits', () => {
    const { size, pages } = fitText('x'.repeat(100), boxOf(100 * 8.34 ** 2));
    expect(size).toBe(8.3);
    expect(pages).toHaveLength(1);
  });

  test('never passes the largest and never falls below the smallest', () => {
    expect(fitText('Why?', boxOf(1e9)).size).toBe(questionSizes.most);
    expect(fitText('x'.repeat(100), boxOf(100 * 25)).size).toBe(questionSizes.least);
  });

  test('is found in few measurements', () => {
    let measured = 0;
    largest((size) => {
      measured += 1;
      return size <= 7.7;
    }, questionSizes);
    expect(measured).toBeLessThan(10);
  });

  test('agrees with a search of every size', () => {
    for (let limit = 50; limit <= 130; limit += 1)
      expect(largest((size) => size <= limit / 10, questionSizes)).toBe(limit / 10);
    expect(largest((size) => size < 5, questionSizes)).toBeNull();
  });
});

describe('pages', () => {
  test('are made only where the smallest size does not fit, between words', () => {
    const text = 'one two three four five six';
    const { size, pages } = fitText(text, (page) => page.length <= 14);
    expect(size).toBe(questionSizes.least);
    expect(pages).toEqual(['one two three', 'four five six']);
    expect(pages.join(' ')).toBe(text);
  });

  test('are of about the same length: none is left with three words', () => {
    const text =
      'Would you say that reviewers ask for negative results only when they like the authors, and what would change if they do? (demo)';
    for (const most of [60, 80, 100, 120]) {
      const lengths = pagesOf(text, (page) => page.length <= most).map((page) => page.length);
      expect(Math.min(...lengths) / Math.max(...lengths), String(most)).toBeGreaterThanOrEqual(0.4);
      expect(lengths).toHaveLength(Math.ceil(text.length / most));
    }
  });

  test('lose nothing of a text without blanks, and cut no character in two', () => {
    const text = '第二个实验🙂🙂🙂';
    const pages = pagesOf(text, (page) => [...page].length <= 3);
    expect(pages.join('')).toBe(text);
    expect(pages.some((page) => /\p{Surrogate}/u.test(page))).toBe(false);
  });

  test('end even where nothing fits', () => {
    expect(pagesOf('ab', () => false)).toEqual(['a', 'b']);
  });
});
