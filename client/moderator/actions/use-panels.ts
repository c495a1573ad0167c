import { useRef, useState } from 'react';
import type { ActionName } from './action-table.ts';

/** Which side panel is open. */
export type PanelName =
  | 'programme'
  | 'note'
  | 'settings'
  | 'help'
  | 'room'
  | 'prepare'
  | 'reply'
  | 'announce'
  | 'reports'
  | 'displays'
  | 'people'
  | 'safety'
  | 'history';

/** The panels that a key opens, and closes again. */
const opened: Partial<Record<ActionName, PanelName>> = {
  help: 'help',
  note: 'note',
  roomQuestion: 'room',
  prepare: 'prepare',
};

/** Whether an action opens this panel, and closes it where it is open. */
export function opens(name: ActionName, panel: PanelName): boolean {
  return opened[name] === panel;
}

/**
 * Which side panel is open; closing leaves the focus where somebody works beside it, else brings it back to where it was
 * opened from, else to `home`.
 */
export function usePanels(home: () => void) {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const opener = useRef<Element | null>(null);
  const open = (name: PanelName) => {
    if (panel === null) opener.current = document.activeElement;
    setPanel(name);
  };
  const close = () => {
    setPanel(null);
    const { activeElement: at } = document;
    if (at !== null && at !== document.body && at.closest('[role="dialog"]') === null) return;
    const { current: from } = opener;
    if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
    else home();
  };
  return { panel, open, close, toggle: (name: PanelName) => (panel === name ? close() : open(name)) };
}
