import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps a line of text within the width of what it stands in: as large as its style says, smaller only where it would
 * not fit. Measured anew where the room changes, or what `key` stands for.
 */
export function useFitWidth(line: RefObject<HTMLElement | null>, key: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another text to measure
  useLayoutEffect(() => {
    const element = line.current;
    const around = element?.parentElement;
    if (!element || !around) return;
    const measure = () => {
      element.style.setProperty('--fit', '1');
      const room = around.clientWidth;
      const wide = element.offsetWidth;
      element.style.setProperty('--fit', wide > room && wide > 0 ? `${(room / wide) * 0.995}` : '1');
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [line, key]);
}
