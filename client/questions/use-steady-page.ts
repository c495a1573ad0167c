import { useEffect } from 'react';

/** How long after a touch or a pointer's last move the row under it must not move, in milliseconds. */
const hold = 3_000;

/**
 * Keeps what a person is at where it is on the screen while things above it grow or shrink: the row under pointer,
 * finger or focus, else the row at eye height of a scrolled page. Rows say `data-steady`.
 */
export function useSteadyPage(page: HTMLElement | null): void {
  useEffect(() => {
    if (!page) return;
    let anchor: { element: Element; top: number; until: number } | null = null;
    const keep = (target: EventTarget | null, until: number) => {
      const element = target instanceof Element ? target.closest('[data-steady]') : null;
      if (element && page.contains(element))
        anchor = { element, top: element.getBoundingClientRect().top, until };
    };
    const pointed = (event: Event) => keep(event.target, performance.now() + hold);
    const focused = (event: Event) => keep(event.target, Infinity);
    const scrolled = () => {
      if (anchor?.element.isConnected && performance.now() < anchor.until)
        anchor.top = anchor.element.getBoundingClientRect().top;
      else anchor = null;
      if (!anchor && scrollY > 0) keep(document.elementFromPoint(innerWidth / 2, innerHeight / 3), Infinity);
    };
    const settle = () => {
      const focus = document.activeElement?.closest('[data-steady]');
      if (!anchor?.element.isConnected || (performance.now() > anchor.until && anchor.element !== focus))
        return;
      const moved = anchor.element.getBoundingClientRect().top - anchor.top;
      if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
      anchor.top = anchor.element.getBoundingClientRect().top;
    };
    const sizes = new ResizeObserver(settle);
    const watch = () => {
      sizes.disconnect();
      for (const part of page.children) sizes.observe(part);
    };
    const parts = new MutationObserver(watch);
    watch();
    parts.observe(page, { childList: true });
    for (const name of ['pointermove', 'pointerdown', 'touchstart'])
      page.addEventListener(name, pointed, { passive: true });
    page.addEventListener('focusin', focused);
    addEventListener('scroll', scrolled, { passive: true });
    return () => {
      sizes.disconnect();
      parts.disconnect();
      for (const name of ['pointermove', 'pointerdown', 'touchstart'])
        page.removeEventListener(name, pointed);
      page.removeEventListener('focusin', focused);
      removeEventListener('scroll', scrolled);
    };
  }, [page]);
}
