import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { onDevice } from '../../look/device-storage.ts';
import { guardOf, isLockedByRow, isOnRow } from '../actions/locks.ts';
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

/** Why a press did nothing although it was meant: its row has just changed, or a panel is open. */
type Unheard = 'row' | 'panel';

/**
 * Listens to the desk's keys while nobody types. `row` is the row in focus and since when (performance time)
 * it is; `act` does what it asks for. `inPanel` is whether a side panel is open: what is typed in it or beside everything is
 * then meant for the panel, and no action of the desk but the one that closes it. `unheard` says why a press did nothing.
 */
export function useShortcuts(
  { mode, clicker }: KeySettings,
  row: { id: string | null; since: () => number },
  {
    inPanel,
    act,
    unheard,
  }: {
    inPanel: (shortcut: Shortcut) => boolean;
    act: (shortcut: Shortcut) => void;
    unheard: (why: Unheard, shortcut: Shortcut) => void;
  },
): void {
  const acted = useRef(new Map<string, { at: number; row: string | null }>());
  const press = useEffectEvent((event: KeyboardEvent) => {
    const pressed = pressOf(event);
    const shortcut = shortcutOf(pressed, mode, clicker);
    if (shortcut === null) return;
    event.preventDefault();
    // What a clicker alone sends is not typed.
    if (inPanel(shortcut) && isForPanel(event.target) && shortcutOf(pressed, mode) !== null)
      return unheard('panel', shortcut);
    const at = performance.now();
    const lock = isLockedByRow(shortcut) ? `${shortcut} ${row.id}` : shortcut;
    const last = acted.current.get(lock);
    const guard = guardOf(shortcut, at, last?.at, row.since());
    // Twice the same key on the same row is one press; on another row it was meant.
    if (guard === 'unsettled' || (guard === 'locked' && isOnRow(shortcut) && last?.row !== row.id))
      unheard('row', shortcut);
    if (guard !== 'acts') return;
    acted.current.set(lock, { at, row: row.id });
    act(shortcut);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Whether a press comes from a panel, or from nowhere: the focus was lost to the page behind it. */
function isForPanel(target: EventTarget | null): boolean {
  return (
    !(target instanceof Element) || target === document.body || target.closest('[role="dialog"]') !== null
  );
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
