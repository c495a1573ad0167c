import { useCallback, useMemo, useState } from 'react';
import { keptTexts } from './kept-texts.ts';

/** The draft of a session: kept on the device with every key, there again after a reload. */
export function useDraft(slug: string, session: string | undefined): [string, (text: string) => void] {
  const kept = useMemo(() => keptTexts(slug), [slug]);
  const [draft, setDraft] = useState(() => ({ session, text: kept.draft(session ?? '') }));
  let current = draft;
  if (draft.session !== session) {
    // What was typed before the programme was known belongs to the first session that is.
    const typedEarly = draft.session === undefined ? draft.text : '';
    current = { session, text: typedEarly || kept.draft(session ?? '') };
    setDraft(current);
  }
  const write = useCallback(
    (text: string) => {
      kept.keepDraft(session ?? '', text);
      if (session !== undefined) kept.keepDraft('', '');
      setDraft({ session, text });
    },
    [kept, session],
  );
  return [current.text, write];
}
