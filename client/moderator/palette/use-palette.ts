import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ActionName } from '../actions/action-table.ts';
import { isOnRow, settleTime } from '../actions/locks.ts';
import { useStable } from '../lists/use-stable.ts';

/** The list of every action: whether it is open, and what becomes of what is chosen there. */
export function usePalette({
  press,
  rowSince,
  unheard,
  home,
}: {
  press: (action: ActionName) => void;
  /** Since when the row is in the frame, in performance time. */
  rowSince: () => number;
  /** Says that an action did nothing, since its row has just changed. */
  unheard: (action: ActionName) => void;
  /** Brings the focus back to the row in the frame. */
  home: () => void;
}): { isOpen: boolean; open: () => void; close: () => void; choose: (action: ActionName) => void } {
  const [isOpen, setOpen] = useState(false);
  // What had the focus is gone with it, unless what was chosen took it elsewhere.
  const closed = useEffectEvent(() => {
    if (document.activeElement === document.body) home();
  });
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) closed();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return {
    isOpen,
    open: () => setOpen(true),
    close: () => setOpen(false),
    choose: useStable((action: ActionName) => {
      setOpen(false);
      // What has just become another row is not meant.
      if (!isOnRow(action) || performance.now() - rowSince() >= settleTime) press(action);
      else unheard(action);
    }),
  };
}
