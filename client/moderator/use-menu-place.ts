import { type CSSProperties, type RefObject, useEffect, useState } from 'react';

/**
 * Where a menu opens: below the row it is about, as far as the window allows; it closes at a press outside of it.
 * Nothing of it is seen before it stands in its place.
 */
export function useMenuPlace(
  menu: RefObject<HTMLElement | null>,
  question: string | null,
  onClose: () => void,
): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ opacity: 0 });
  useEffect(() => {
    const box = menu.current;
    if (!box) return;
    const row = question === null ? null : document.querySelector(`[data-row="${CSS.escape(question)}"]`);
    const at = row?.getBoundingClientRect();
    const below = at ? at.bottom - 8 : innerHeight / 4;
    const beside = at ? at.left + 24 : (innerWidth - box.offsetWidth) / 2;
    setPlace({
      top: Math.max(8, Math.min(below, innerHeight - box.offsetHeight - 8)),
      left: Math.max(8, Math.min(beside, innerWidth - box.offsetWidth - 8)),
    });
  }, [menu, question]);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [menu, onClose]);
  return place;
}
