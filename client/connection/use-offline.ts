import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useEventConnection } from './hooks.tsx';

/**
 * Whether the browser says that it has no network: at once, long before a silence would. What is heard after that counts
 * more: a server on the same machine needs no network.
 */
export function useOffline(): boolean {
  const { store } = useEventConnection();
  const [since, setSince] = useState(() => (navigator.onLine === false ? Date.now() : null));
  useEffect(() => {
    const gone = () => setSince(Date.now());
    const back = () => setSince(null);
    addEventListener('offline', gone);
    addEventListener('online', back);
    return () => {
      removeEventListener('offline', gone);
      removeEventListener('online', back);
    };
  }, []);
  return useStore(
    store,
    ({ lastFrameAt }) => since !== null && (lastFrameAt === null || lastFrameAt <= since),
  );
}
