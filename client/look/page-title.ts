import { useEffect } from 'react';
import { inOneLine } from './written.ts';

/**
 * [X13] Names the page in tabs, windows and to screen readers: what tells it from other pages first, its event last.
 * What is not known yet is left out; while nothing is, the name stays as it was.
 */
export function usePageTitle(...parts: readonly (string | null | undefined)[]): void {
  const title = inOneLine(
    parts.flatMap((part) => part || []),
    ' · ',
  );
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
