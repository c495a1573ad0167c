import type { ReactNode } from 'react';
import css from './ring.module.css';

/** What is left of a stretch of time as a ring that empties (`filled`: how much is gone, 0 to 1) around what says it in words. */
export function Ring({ filled, children }: { filled: number; children: ReactNode }) {
  return (
    <div className={css.ring}>
      <svg className={css.arc} viewBox="0 0 100 100" aria-hidden="true">
        <circle className={css.track} cx="50" cy="50" r="46" />
        <circle
          className={css.left}
          cx="50"
          cy="50"
          r="46"
          pathLength="100"
          strokeDasharray={`${(1 - filled) * 100} 100`}
        />
      </svg>
      <div className={css.words}>{children}</div>
    </div>
  );
}
