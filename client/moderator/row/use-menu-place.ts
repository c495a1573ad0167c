import { type RefObject, useEffect, useLayoutEffect } from 'react';

/**
 * Puts a menu below the row it is about, as far as the window allows, before it is seen; a press outside of it closes it.
 * Without a row it stands in the middle of the window's upper half.
 */
export function useMenuPlace(
  menu: RefObject<HTMLElement | null>,
  question: string | null,
  onClose: () => void,
): void {
  useLayoutEffect(() => {
    const box = menu.current;
    if (!box) return;
    const row = question === null ? null : document.querySelector(`[data-row="${CSS.escape(question)}"]`);
    const at = row?.getBoundingClientRect();
    const below = at ? at.bottom - 8 : innerHeight / 4;
    const beside = at ? at.left + 24 : (innerWidth - box.offsetWidth) / 2;
    const [top, left] = [
      Math.min(below, innerHeight - box.offsetHeight - 8),
      Math.min(beside, innerWidth - box.offsetWidth - 8),
    ];
    box.style.setProperty('top', `${Math.max(8, top)}px`);
    box.style.setProperty('left', `${Math.max(8, left)}px`);
  }, [menu, question]);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [menu, onClose]);
}
