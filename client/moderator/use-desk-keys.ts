import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Deed, deedOf, type KeyMode, keyModes, mayAct, type Press } from './keys.ts';

const storageKey = 'backrow.desk.keys';

/** How keys act on this computer, and how to set it. */
export function useKeyMode(): [KeyMode, (mode: KeyMode) => void] {
  const [mode, setMode] = useState<KeyMode>(stored);
  return [
    mode,
    (next) => {
      setMode(next);
      try {
        localStorage.setItem(storageKey, next);
      } catch {
        // It holds until this page is closed.
      }
    },
  ];
}

/**
 * Listens to the desk's keys while nobody types. `rowSince` says since when (performance time) the row in focus is
 * the one in focus; `act` does the deed.
 */
export function useDeskKeys(mode: KeyMode, rowSince: () => number, act: (deed: Deed) => void): void {
  const acted = useRef(new Map<Deed, number>());
  const press = useEffectEvent((event: KeyboardEvent) => {
    const deed = deedOf(pressOf(event), mode);
    if (deed === null) return;
    event.preventDefault();
    const at = performance.now();
    if (!mayAct(deed, at, acted.current.get(deed), rowSince())) return;
    acted.current.set(deed, at);
    act(deed);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function pressOf(event: KeyboardEvent): Press {
  const { key, code, repeat, ctrlKey, altKey, metaKey, shiftKey, target } = event;
  const inField =
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], [data-menu="true"]') !== null;
  return {
    key,
    code,
    repeat,
    ctrl: ctrlKey,
    alt: altKey,
    meta: metaKey,
    shift: shiftKey,
    inField: inField || event.isComposing,
  };
}

function stored(): KeyMode {
  try {
    const known = localStorage.getItem(storageKey);
    return keyModes.find((mode) => mode === known) ?? 'single';
  } catch {
    return 'single';
  }
}
