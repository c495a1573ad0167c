import type { ReactNode } from 'react';
import type { Layout } from '../../shared/stage/show.ts';
import css from './overlay.module.css';

/** A layout that leaves most of the screen to something else. */
export type Over = Exclude<Layout, 'full'>;

/** The flat box that a layout's words stand on; `of` gives it the size of what it holds. */
export function Box({
  layout,
  of,
  children,
}: {
  layout: Over;
  of: 'text' | 'join' | 'timer';
  children: ReactNode;
}) {
  return (
    <div className={css.box} data-layout={layout} data-of={of}>
      {children}
    </div>
  );
}
