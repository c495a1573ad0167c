import { useMemo } from 'react';
import { byAnswer, bySupport } from '../../../shared/questions/order.ts';
import { folded } from '../../../shared/views/search.ts';
import type { QuestionView } from '../../../shared/views/view.ts';

/** The orders in which somebody may read a list. */
export const sortOrders = ['top', 'newest', 'oldest'] as const;
export type SortOrder = (typeof sortOrders)[number];

/**
 * The order that the questions of a session (null: of all of them) would have now, as stable ids, and the answered ones,
 * newest answer first.
 */
export function useSorted(
  questions: Readonly<Record<string, QuestionView>> | undefined,
  session: string | null | undefined,
  sort: SortOrder,
) {
  const here = useMemo(
    () => Object.values(questions ?? {}).filter((each) => session === null || each.session === session),
    [questions, session],
  );
  const order = here
    .filter(({ status }) => status === 'live')
    .sort(compareBy[sort])
    .map(({ id }) => id)
    .join(' ');
  const wanted = useMemo(() => (order === '' ? [] : order.split(' ')), [order]);
  const answered = useMemo(() => here.filter(({ status }) => status === 'answered').sort(byAnswer), [here]);
  return { wanted, answered };
}

const byNumber = (one: QuestionView, other: QuestionView) => (one.n ?? Infinity) - (other.n ?? Infinity);

const compareBy: Record<SortOrder, (one: QuestionView, other: QuestionView) => number> = {
  top: bySupport,
  oldest: byNumber,
  newest: (one, other) => byNumber(other, one),
};

/** Whether a question has the words that are searched for: in its text, its author's name, or as its number. */
export function hasWords(question: QuestionView, words: string): boolean {
  const wanted = folded(words).trim();
  if (wanted === '') return true;
  if (/^#?\d+$/.test(wanted)) return question.n === Number(wanted.replace('#', ''));
  return [question.text, question.author?.name].some((text) => folded(text ?? '').includes(wanted));
}
