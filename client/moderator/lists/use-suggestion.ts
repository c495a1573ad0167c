import { useMemo } from 'react';
import { bySupport } from '../../../shared/questions/order.ts';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import { heardIn, type Suggestion, suggestNext } from './suggestion.ts';

/** What could be next in a session, the most upvotes first: what is open, neither on screen nor up next already. */
export function candidatesOf(
  questions: readonly QuestionView[],
  session: string,
  onScreen: string | null,
): QuestionView[] {
  return questions
    .filter(
      (question) =>
        question.session === session &&
        question.status === 'live' &&
        question.upNext === null &&
        question.id !== onScreen,
    )
    .sort(bySupport);
}

/** Who could be next in a session. */
export function useSuggestion(
  all: readonly QuestionView[],
  session: string | null,
  onScreen: string | null,
  balance: View['balance'],
): Suggestion | null {
  return useMemo(() => {
    if (session === null) return null;
    const theirs = all.filter((question) => question.session === session);
    const listed = candidatesOf(theirs, session, onScreen);
    const taken = balance?.[session] ?? { inRoom: 0, remote: 0 };
    return suggestNext(listed, taken, heardIn(theirs, onScreen), heardIn(all, onScreen));
  }, [all, session, onScreen, balance]);
}
