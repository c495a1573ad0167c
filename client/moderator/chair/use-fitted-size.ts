import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The sizes that a text on screen may have for a chair, in pixels: as large as it fits. */
const sizes = { largest: 30, smallest: 22 } as const;

/** Fits a text into the box it is in, the largest size first; what fits in no size is scrolled. */
export function useFittedSize(text: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is fitted anew
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const resize = () => {
      let size: number = sizes.largest;
      element.style.setProperty('font-size', `${size}px`);
      while (size > sizes.smallest && element.scrollHeight > element.clientHeight) {
        size -= 1;
        element.style.setProperty('font-size', `${size}px`);
      }
    };
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    return () => observer.disconnect();
  }, [text]);
  return box;
}
