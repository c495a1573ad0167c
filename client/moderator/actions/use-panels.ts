import { useRef, useState } from 'react';

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
