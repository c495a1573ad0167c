import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The smallest size that a text on screen may have for a chair, in pixels. */
const smallest = 22;

/** Fits a text into the box it is in, from the largest size (pixels) on; what fits in no size is scrolled. */
export function useFittedSize(text: string, largest: number): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is fitted anew
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const resize = () => {
      let size = largest;
      element.style.setProperty('font-size', `${size}px`);
      while (size > smallest && element.scrollHeight > element.clientHeight) {
        size -= 1;
        element.style.setProperty('font-size', `${size}px`);
      }
    };
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, largest]);
  return box;
}
