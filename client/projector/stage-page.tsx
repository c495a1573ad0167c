import { type ReactNode, useLayoutEffect } from 'react';
import { Shelter } from '../look/shelter.tsx';
import { lookOf } from '../stage/look.ts';
import './stage-page.css';

/**
 * The page of a display from its first moment on: in its own colour, or in none where it is mixed over other pictures,
 * and without a word while its code is on the way, or where anything in it broke.
 */
export function StagePage({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const { background, theme } = lookOf(location.search, null);
    root.dataset['stage'] = background === 'transparent' ? background : theme;
    return () => {
      delete root.dataset['stage'];
    };
  }, []);
  return <Shelter silent>{children}</Shelter>;
}
