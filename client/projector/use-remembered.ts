import { useEffect, useMemo, useState } from 'react';
import type { View } from '../../shared/views/view.ts';
import { rememberedView, rememberView } from './stage-memory.ts';

/** How long a reload waits for the server before it shows the last picture it remembers. */
const timeoutMs = 1_500;

/** The live view; before it comes, after a short wait, the last one this browser saw. */
export function useRemembered(live: View | undefined): View | null {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), timeoutMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (live) rememberView(live);
  }, [live]);
  const remembered = useMemo(() => (waited && !live ? rememberedView() : null), [waited, live]);
  return live ?? remembered;
}
