import { useEffect, useEffectEvent } from 'react';

/** Hears Escape where no field, menu or panel has heard it: it leaves what is under way, and never touches the screen. */
export function useEscape(leave: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    const elsewhere =
      target instanceof Element &&
      target.closest(
        'input, textarea, select, [role="dialog"], [role="menu"], [aria-haspopup="menu"][aria-expanded="true"]',
      ) !== null;
    if (event.key === 'Escape' && !elsewhere) leave();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
