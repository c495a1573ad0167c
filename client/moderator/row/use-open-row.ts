import { type RefObject, useLayoutEffect } from 'react';

/**
 * The row in the frame shows all of its text and facts. What is more than in other rows lies over the row below it, so that
 * none moves: the row's place keeps its height.
 */
export function useOpenRow(row: RefObject<HTMLElement | null>, current: boolean): void {
  useLayoutEffect(() => {
    const { current: box } = row;
    const [text, foot] = [
      box?.querySelector<HTMLElement>('p'),
      box?.querySelector<HTMLElement>('[data-foot]'),
    ];
    if (!current || !box || !text || !foot) return;
    const measure = () => overlay(box, text, foot);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(text);
    observer.observe(foot);
    return () => {
      observer.disconnect();
      putBack(box);
    };
  }, [row, current]);
}

/** Lets what a row has more of than others lie over the row below it. */
function overlay(box: HTMLElement, text: HTMLElement, foot: HTMLElement): void {
  const line = Number.parseFloat(getComputedStyle(text).lineHeight);
  const usual = Number.parseFloat(getComputedStyle(foot).minHeight);
  const more = Math.max(0, text.offsetHeight - 2 * line) + Math.max(0, foot.offsetHeight - usual);
  box.style.setProperty('margin-block-end', more > 0 ? `${-more}px` : '0');
  box.dataset['over'] = String(more > 0);
}

function putBack(box: HTMLElement): void {
  box.style.removeProperty('margin-block-end');
  delete box.dataset['over'];
}
