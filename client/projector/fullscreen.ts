import { useEffect } from 'react';

/** Fills the screen at the first press of a key or button, where the browser can; it allows it only then. */
export function useFullscreen(): void {
  useEffect(() => {
    const fill = () => {
      if (document.fullscreenElement || !document.fullscreenEnabled) return;
      document.documentElement.requestFullscreen().catch(() => {
        // Refused: the page stays in its window, which shows the same picture.
      });
    };
    addEventListener('pointerdown', fill);
    addEventListener('keydown', fill);
    return () => {
      removeEventListener('pointerdown', fill);
      removeEventListener('keydown', fill);
    };
  }, []);
}
