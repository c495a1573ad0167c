import { expect, test } from 'vitest';
import { byAnswer, bySupport } from '../../shared/questions/order.ts';

const supported = (n: number | null, upvotes: number | null) => ({ n, upvotes });
const answered = (n: number, answeredAt: string) => ({ n, answeredAt });

test('[Q35] a list orders by support: most first, of equals the smaller number', () => {
  const rows = [supported(4, 2), supported(1, 0), supported(3, 7), supported(2, 2)];
  expect(rows.toSorted(bySupport).map(({ n }) => n)).toEqual([3, 2, 4, 1]);
});

test('[Q35] counts that are hidden order nothing, and what has no number yet comes last', () => {
  const rows = [supported(null, null), supported(2, null), supported(1, null)];
  expect(rows.toSorted(bySupport).map(({ n }) => n)).toEqual([1, 2, null]);
});

test('[Q35] answered ones stand by their answer, the newest first, of equals the smaller number', () => {
  const [before, later] = ['2026-04-26T12:10:00.000Z', '2026-04-26T12:20:00.000Z'];
  const rows = [answered(1, before), answered(3, later), answered(2, later)];
  expect(rows.toSorted(byAnswer).map(({ n }) => n)).toEqual([2, 3, 1]);
});
