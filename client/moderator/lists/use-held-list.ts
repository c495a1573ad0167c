import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { dropLeft, type Held, hold, nothingHeld } from './hold-order.ts';

/** How long after a touch a list still counts as in use, and how long it ignores presses after it changed; milliseconds. */
const times = { touch: 3_000, shield: 400 } as const;

/** Where the rows of a list stand: from the top of the list to the top and the bottom of each, in pixels. */
export type Placed = (id: string) => { top: number; bottom: number } | null;

/** A list that keeps still while it is used, with what its element must listen to. */
export interface HeldList {
  held: Held;
  scroller: RefObject<HTMLDivElement | null>;
  /** To be told where rows stand: set at each render, since what draws them knows it only then. */
  placed: RefObject<Placed>;
  /** Shows the list as it is now, keeping this row where it stands. */
  refresh: (keep: string | null) => void;
  /** Gives up the places of what left and is out of sight, keeping this row where it stands. */
  tidy: (keep: string | null) => void;
  /** Whether a press now could hit another row than the one that was aimed at. */
  shielded: () => boolean;
  listeners: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onTouchStart: () => void;
    onFocus: () => void;
    onBlur: (event: React.FocusEvent) => void;
  };
}

/**
 * Keeps the rows of a list where they are while a pointer, a finger or the focus is in it, or something that was
 * opened from it is still open (`busy`). `about` is what it lists. The row that the operator is at (`current`) is drawn
 * wherever it belongs here: a list that kept it back becomes what it should be.
 */
export function useHeldList(
  wanted: readonly string[],
  about: string,
  busy: boolean,
  current: string | null,
): HeldList {
  const scroller = useRef<HTMLDivElement>(null);
  const placed = useRef<Placed>(() => null);
  const [inUse, setInUse] = useState({ pointer: false, focus: false });
  const [state, setState] = useState<{ about: string; held: Held }>({ about, held: nothingHeld });
  const anchor = useRef<{ id: string; top: number } | null>(null);
  const movedAt = useRef(0);
  const lastOrder = useRef<readonly string[]>([]);
  const touch = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const before = state.about === about ? state.held : nothingHeld;
  const still = busy || inUse.pointer || inUse.focus;
  const held = useMemo(() => {
    const isKeptBack = current !== null && !before.order.includes(current) && wanted.includes(current);
    return hold(before, wanted, still && !isKeptBack);
  }, [before, wanted, still, current]);
  if (held !== state.held || state.about !== about) setState({ about, held });

  const order = held.order;
  useLayoutEffect(() => {
    const { current: kept } = anchor;
    anchor.current = null;
    if (lastOrder.current.some((id, index) => order[index] !== id)) movedAt.current = performance.now();
    lastOrder.current = order;
    if (kept === null || !scroller.current) return;
    const row = placed.current(kept.id);
    if (row) scroller.current.scrollTop += row.top - kept.top;
  }, [order]);

  const keep = useCallback((id: string | null) => {
    const row = id === null ? null : placed.current(id);
    anchor.current = id !== null && row ? { id, top: row.top } : null;
  }, []);

  const refresh = useCallback(
    (id: string | null) => {
      keep(id);
      setState({ about, held: hold(nothingHeld, wanted, false) });
    },
    [keep, about, wanted],
  );

  const tidy = useCallback(
    (id: string | null) => {
      const box = scroller.current;
      if (!box) return;
      const unseen = (left: string) => {
        const row = placed.current(left);
        return row !== null && left !== id && row.bottom <= box.scrollTop;
      };
      keep(id);
      setState((now) => {
        const next = dropLeft(now.held, unseen);
        return next === now.held ? now : { ...now, held: next };
      });
    },
    [keep],
  );

  const shielded = useCallback(() => performance.now() - movedAt.current < times.shield, []);

  return {
    held,
    scroller,
    placed,
    refresh,
    tidy,
    shielded,
    listeners: {
      onPointerEnter: () => setInUse((now) => ({ ...now, pointer: true })),
      onPointerLeave: () => setInUse((now) => ({ ...now, pointer: false })),
      onTouchStart: () => {
        clearTimeout(touch.current);
        setInUse((now) => ({ ...now, pointer: true }));
        touch.current = setTimeout(() => setInUse((now) => ({ ...now, pointer: false })), times.touch);
      },
      onFocus: () => setInUse((now) => ({ ...now, focus: true })),
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setInUse((now) => ({ ...now, focus: false }));
      },
    },
  };
}

/** The element of a row in a list. */
export function rowOf(box: HTMLElement, id: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
}
