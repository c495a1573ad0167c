import { type RefObject, useEffect, useState } from 'react';
import { Button } from '../../look/button.tsx';
import styles from './programme.module.css';

/** The row that is on, or comes next. */
const nowRow = 'li[aria-current], li[data-next]';

/** The way back to what is on, while that is out of sight. A programme that is opened begins there. */
export function NowPill({ list, words }: { list: RefObject<HTMLElement | null>; words: string }) {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const row = list.current?.querySelector(nowRow);
    if (!row) return;
    if (row.getBoundingClientRect().bottom > innerHeight)
      row.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [list]);
  useEffect(() => {
    if (typeof IntersectionObserver !== 'function') return;
    const look = new IntersectionObserver((rows) =>
      setAway(rows.some(({ isIntersecting }) => !isIntersecting)),
    );
    const row = list.current?.querySelector(nowRow);
    if (row) look.observe(row);
    return () => look.disconnect();
  });
  if (!away) return null;
  const go = () => {
    const row = list.current?.querySelector<HTMLElement>(nowRow);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  };
  return (
    <p className={styles.pill}>
      <Button kind="primary" className={styles.pillButton} onClick={go}>
        {words}
      </Button>
    </p>
  );
}
