import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The smallest size that a text on screen may have for a chair, in pixels. */
const smallest = 18;

/** Fits a text into the box it is in, from the largest size (pixels) on; what fits in no size is scrolled, by whole lines. */
export function useFittedSize(text: string, largest: number): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is fitted anew
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const words = element.querySelector('p');
    const resize = () => {
      let size = largest;
      words?.style.removeProperty('max-height');
      element.style.setProperty('font-size', `${size}px`);
      while (size > smallest && element.scrollHeight > element.clientHeight) {
        size -= 1;
        element.style.setProperty('font-size', `${size}px`);
      }
      const over = element.scrollHeight - element.clientHeight;
      if (words === null || over <= 0) return;
      const line = Number.parseFloat(getComputedStyle(words).lineHeight);
      const lines = Math.max(1, Math.floor((words.offsetHeight - over) / line));
      words.style.setProperty('max-height', `${lines * line}px`);
    };
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, largest]);
  return box;
}
