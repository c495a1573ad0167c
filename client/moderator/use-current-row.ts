import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListName } from './lists.ts';
import type { ListHandle } from './question-list.tsx';

/** The row the operator is at. It stays named by its id: no other question ever slips under a key. */
export interface CurrentRow {
  list: ListName;
  id: string | null;
}

/** Which list and row the operator is at, and how the focus follows. */
export function useCurrentRow() {
  const [current, setCurrent] = useState<CurrentRow>({ list: 'waiting', id: null });
  const handles = useRef(new Map<ListName, ListHandle>());
  const since = useRef(0);
  const wanted = useRef<CurrentRow | null>(null);

  const choose = useCallback((list: ListName, id: string | null, by: 'operator' | 'desk' = 'operator') => {
    setCurrent((before) => {
      if (before.list === list && before.id === id) return before;
      since.current = by === 'desk' ? performance.now() : Number.NEGATIVE_INFINITY;
      return { list, id };
    });
  }, []);

  /** Goes to a row and takes the focus along, once it is drawn. Rows that the operator did not choose settle first. */
  const goTo = useCallback(
    (list: ListName, id: string | null, by: 'operator' | 'desk' = 'operator') => {
      wanted.current = { list, id };
      choose(list, id, by);
    },
    [choose],
  );

  useEffect(() => {
    const { current: to } = wanted;
    if (to === null) return;
    wanted.current = null;
    if (to.id !== null) handles.current.get(to.list)?.focus(to.id);
  });

  const handleOf = useCallback(
    (list: ListName) => (handle: ListHandle | null) => {
      if (handle) handles.current.set(list, handle);
      else handles.current.delete(list);
    },
    [],
  );

  const rowSince = useCallback(() => since.current, []);
  const listAt = useCallback((list: ListName) => handles.current.get(list), []);
  return { current, choose, goTo, handleOf, rowSince, listAt };
}
