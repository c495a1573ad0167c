import { useSyncExternalStore } from 'react';

const query = '(min-width: 75rem)';

/** Whether waiting questions and the list fit side by side beside the screen. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(changed: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}
