import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { onDevice } from '../../look/device-storage.ts';
import { isLockedByRow, mayAct } from '../actions/locks.ts';
import type { Press } from './press.ts';
import { type KeyMode, keyModes, type Shortcut, shortcutOf } from './shortcuts.ts';

const storageKeys = { mode: 'backrow.desk.keys', clicker: 'backrow.desk.clicker' } as const;

/** How keys act on this computer. */
export interface KeySettings {
  mode: KeyMode;
  /** A presentation clicker takes the next question and blacks the screens. */
  clicker: boolean;
}

/** How keys act on this computer, and how to set it. */
export function useKeySettings(): [KeySettings, (change: Partial<KeySettings>) => void] {
  const [settings, setSettings] = useState<KeySettings>(stored);
  return [
    settings,
    (change) => {
      const next = { ...settings, ...change };
      setSettings(next);
      onDevice.write(storageKeys.mode, next.mode);
      onDevice.write(storageKeys.clicker, next.clicker ? 'on' : 'off');
    },
  ];
}

/**
 * Listens to the desk's keys while nobody types. `row` is the row in focus and since when (performance time)
 * it is; `act` does what it asks for.
 */
export function useShortcuts(
  { mode, clicker }: KeySettings,
  row: { id: string | null; since: () => number },
  act: (shortcut: Shortcut) => void,
): void {
  const acted = useRef(new Map<string, number>());
  const press = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = shortcutOf(pressOf(event), mode, clicker);
    if (shortcut === null) return;
    event.preventDefault();
    const at = performance.now();
    const lock = isLockedByRow(shortcut) ? `${shortcut} ${row.id}` : shortcut;
    if (!mayAct(shortcut, at, acted.current.get(lock), row.since())) return;
    acted.current.set(lock, at);
    act(shortcut);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Where typing is not for the desk; a checkbox takes no text. */
const takesText =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [data-menu="true"], [role="menu"]';

function pressOf(event: KeyboardEvent): Press {
  const { key, code, repeat, ctrlKey, altKey, metaKey, shiftKey, target } = event;
  const inField = target instanceof Element && target.closest(takesText) !== null;
  return {
    key,
    code,
    repeat,
    ctrl: ctrlKey,
    alt: altKey,
    meta: metaKey,
    shift: shiftKey,
    altGraph: event.getModifierState('AltGraph'),
    inField: inField || event.isComposing,
  };
}

function stored(): KeySettings {
  const known = onDevice.read(storageKeys.mode);
  return {
    mode: keyModes.find((mode) => mode === known) ?? 'single',
    clicker: onDevice.read(storageKeys.clicker) === 'on',
  };
}
