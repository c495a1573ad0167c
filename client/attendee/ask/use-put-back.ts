import { useCallback, useState } from 'react';
import { keptTexts } from './kept-texts.ts';

/**
 * How a text goes back to the field: added to what is written there already. `putBacks` counts them: a field that has
 * another count reads its draft anew.
 */
export function usePutBack(slug: string, choose: (session: string) => void) {
  const [putBacks, setPutBacks] = useState(0);
  const putBack = useCallback(
    (session: string, text: string) => {
      const kept = keptTexts(slug);
      kept.keepDraft(session, [kept.draft(session), text].filter(Boolean).join('\n'));
      choose(session);
      setPutBacks((before) => before + 1);
    },
    [slug, choose],
  );
  return { putBack, putBacks };
}
