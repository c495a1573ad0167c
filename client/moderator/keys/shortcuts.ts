import { type Action, type ActionName, actionTable } from '../actions/action-table.ts';
import { signOf } from './key-signs.ts';
import type { Press } from './press.ts';

/** An action of the desk that has a key. Escape and Enter are no shortcuts: they keep their meaning. */
export type Shortcut = {
  [Name in ActionName]: (typeof actionTable)[Name] extends { keys: readonly string[] } ? Name : never;
}[ActionName];

/** Every shortcut, in the order in which help lists them. */
export const shortcuts = Object.keys(actionTable).filter(isShortcut);

/** The signs of a shortcut's keys. */
export function keysOf(shortcut: Shortcut): readonly string[] {
  return actionTable[shortcut].keys;
}

/** Whether single keys act, with Alt only, or not at all: kept on this computer. */
export type KeyMode = 'off' | 'single' | 'alt';

/** The modes in the order in which settings offer them. */
export const keyModes: readonly KeyMode[] = ['single', 'alt', 'off'];

/** What a presentation clicker sends, where that is switched on: the next slide takes the next question. */
const clickerMap: Readonly<Record<string, Shortcut>> = { PageDown: 'takeNext', b: 'black' };

/** What a press asks for; null where it is none of the desk's business. `clicker`: a presentation clicker is in use. */
export function shortcutOf(press: Press, mode: KeyMode, clicker = false): Shortcut | null {
  if (press.inField || press.meta || (press.repeat && !isArrow(press.key))) return null;
  const [ctrl, alt] = press.altGraph ? [false, false] : [press.ctrl, press.alt];
  if (ctrl) return null;
  if (clicker && !alt && !press.shift) {
    const shortcut = clickerMap[press.key];
    if (shortcut) return shortcut;
  }
  if (mode === 'off' || alt !== (mode === 'alt')) return null;
  for (const sign of signOf(press)) {
    const shortcut = bySign.get(sign);
    if (shortcut) return shortcut;
  }
  return null;
}

const bySign = new Map(
  shortcuts.flatMap((shortcut) => keysOf(shortcut).map((sign) => [sign, shortcut] as const)),
);

function isShortcut(name: string): name is Shortcut {
  const table: Readonly<Record<string, Action>> = actionTable;
  return table[name]?.keys !== undefined;
}

function isArrow(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp';
}
