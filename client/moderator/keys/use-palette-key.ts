import { useEffect, useEffectEvent } from 'react';
import type { KeyMode } from './shortcuts.ts';

/** How the key of the list of every action is printed. */
export const paletteKey = 'Ctrl K';

/** Hears Ctrl+K (⌘K), also while somebody types; not during a composition, and not where keys are off. */
export function usePaletteKey(mode: KeyMode, open: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey, key, code, isComposing, repeat } = event;
    if (mode === 'off' || isComposing || repeat || altKey || shiftKey || ctrlKey === metaKey) return;
    if (key.toLowerCase() !== 'k' && !(code === 'KeyK' && !/^[a-z]$/i.test(key))) return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
