import { type RefObject, useEffect, useState } from 'react';
import { Button } from '../../look/button.tsx';
import styles from './programme.module.css';

/** The row that is on, or comes next. */
const nowRow = 'li[aria-current], li[data-next]';

/** The way back to what is on, while that is out of sight. A programme that is opened begins there. */
export function NowPill({ list, words }: { list: RefObject<HTMLElement | null>; words: string }) {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(nowRow);
    if (!row) return;
    if (row.getBoundingClientRect().bottom > innerHeight) bringToMiddle(row);
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
    if (row) bringToMiddle(row);
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

/**
 * Brings a row to the middle of what it is scrolled in. `scrollIntoView` scrolls all that lies around it, too: beside the
 * questions the page would leave its head and the field to ask.
 */
function bringToMiddle(row: HTMLElement): void {
  let box = row.parentElement;
  while (box !== null && !(box.scrollHeight > box.clientHeight && scrolls(box))) box = box.parentElement;
  if (box === null || box === document.scrollingElement) {
    row.scrollIntoView({ block: 'center', behavior: 'instant' });
    return;
  }
  const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}

function scrolls(box: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(box).overflowY);
}
