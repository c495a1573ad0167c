import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListName } from '../actions/list-name.ts';
import type { ListHandle } from './question-list.tsx';

/** The row the operator is at. It stays named by its id: no other question ever slips under a key. */
export interface CurrentRow {
  list: ListName;
  id: string | null;
  /** Whether its list draws it: what a search or another session hides has no frame, and no key means it. */
  drawn: boolean;
}

/** Who brought the frame to a row. Where the desk did, keys wait until the operator can have seen it. */
export type MovedBy = 'operator' | 'desk';

/** Which list and row the operator is at, and how the focus follows. */
export function useCurrentRow() {
  const [current, setCurrent] = useState<CurrentRow>({ list: 'waiting', id: null, drawn: true });
  /** The list that is open beside Waiting. */
  const [beside, setBeside] = useState<ListName>('live');
  const handles = useRef(new Map<ListName, ListHandle>());
  const since = useRef(0);
  const wanted = useRef<{ list: ListName; id: string | null } | null>(null);
  /** The row that each list was left at. */
  const visited = useRef(new Map<ListName, string>());

  const choose = useCallback((list: ListName, id: string | null, by: MovedBy = 'operator') => {
    wanted.current = null;
    if (id !== null) visited.current.set(list, id);
    if (list !== 'waiting') setBeside(list);
    setCurrent((before) => {
      if (before.list === list && before.id === id) return before;
      since.current = by === 'desk' ? performance.now() : Number.NEGATIVE_INFINITY;
      return { list, id, drawn: true };
    });
  }, []);

  /**
   * Goes to a row and takes the focus along, once it is drawn; without a row the list itself has the focus. Rows that
   * the operator did not choose settle first.
   */
  const goTo = useCallback(
    (list: ListName, id: string | null, by: MovedBy = 'operator') => {
      choose(list, id, by);
      wanted.current = { list, id };
    },
    [choose],
  );

  useEffect(() => {
    const { current: to } = wanted;
    if (to === null || to.list !== current.list || to.id !== current.id) return;
    wanted.current = null;
    handles.current.get(to.list)?.focus(to.id);
  });

  /** Told by a list whether it draws the row in the frame. */
  const setDrawn = useCallback((list: ListName, id: string, drawn: boolean) => {
    setCurrent((before) => {
      if (before.list !== list || before.id !== id || before.drawn === drawn) return before;
      since.current = performance.now();
      return { ...before, drawn };
    });
  }, []);

  const handleOf = useCallback(
    (list: ListName) => (handle: ListHandle | null) => {
      if (handle) handles.current.set(list, handle);
      else handles.current.delete(list);
    },
    [],
  );

  /** Lets keys wait again: what is in the frame has just become something else. */
  const unsettle = useCallback(() => {
    since.current = performance.now();
  }, []);
  /** The operator points at the row in the frame: keys mean it at once, also where the desk had brought the frame there. */
  const settle = useCallback(() => {
    since.current = Number.NEGATIVE_INFINITY;
  }, []);
  const rowSince = useCallback(() => since.current, []);
  const listAt = useCallback((list: ListName) => handles.current.get(list), []);
  const lastIn = useCallback((list: ListName) => visited.current.get(list) ?? null, []);
  const closeBeside = useCallback(() => setBeside('live'), []);
  return {
    current,
    beside,
    choose,
    goTo,
    setDrawn,
    handleOf,
    unsettle,
    settle,
    rowSince,
    listAt,
    lastIn,
    closeBeside,
  };
}
