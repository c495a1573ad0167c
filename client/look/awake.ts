import { useEffect } from 'react';

/** Keeps the screen lit while this page is looked at, where the browser can; asks again whenever it comes back. */
export function useAwake(): void {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      navigator.wakeLock.request('screen').catch(() => {
        // Not granted: the room's own settings decide, and nothing is drawn about it.
      });
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, []);
}
