import { type RefObject, useRef, useState } from 'react';

/** Two pages side by side, a swipe or a press from each other. */
export function usePages(): {
  pages: RefObject<HTMLDivElement | null>;
  /** Whether the second page is in sight. */
  isAside: boolean;
  onScroll: () => void;
  turn: () => void;
} {
  const pages = useRef<HTMLDivElement>(null);
  const [isAside, setAside] = useState(false);
  return {
    pages,
    isAside,
    onScroll() {
      const { current: box } = pages;
      if (box) setAside(Math.abs(box.scrollLeft) > box.clientWidth / 2);
    },
    turn() {
      const { current: box } = pages;
      const to = !isAside;
      setAside(to);
      box?.children[to ? 1 : 0]?.scrollIntoView({ block: 'nearest', inline: 'start' });
    },
  };
}
