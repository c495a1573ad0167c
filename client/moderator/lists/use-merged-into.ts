import { useEffect } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { questionPage } from '../../connection/staff-requests.ts';
import type { Fetched } from './use-fetched.ts';

/** Fetches what was merged into a question, where fewer of these are known than there are. */
export function useMergedInto(
  slug: string,
  question: QuestionView | null,
  known: number,
  { add }: Pick<Fetched, 'add'>,
): void {
  const id = question?.id ?? null;
  const isMissing = known < (question?.merged ?? 0);
  useEffect(() => {
    if (id === null || !isMissing) return;
    let isHere = true;
    void questionPage(slug, { into: id }).then((answer) => {
      if (isHere && answer.ok) add(answer.value.questions);
    });
    return () => {
      isHere = false;
    };
  }, [slug, id, isMissing, add]);
}
