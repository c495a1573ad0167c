import { useCallback, useState } from 'react';

/** The rows that are picked for something to be done to all of them. */
export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Takes rows out that are no longer drawn. */
  drop: (ids: readonly string[]) => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** A selection of rows; another `about` (list, session, search) begins with none. */
export function useSelection(about: string): Selection {
  const [state, setState] = useState({ about, ids: none });
  const ids = state.about === about ? state.ids : none;
  const toggle = useCallback(
    (id: string) =>
      setState((before) => {
        const next = new Set(before.about === about ? before.ids : none);
        if (!next.delete(id)) next.add(id);
        return { about, ids: next };
      }),
    [about],
  );
  const drop = useCallback((gone: readonly string[]) => {
    setState((before) => ({ ...before, ids: new Set([...before.ids].filter((id) => !gone.includes(id))) }));
  }, []);
  const clear = useCallback(() => setState({ about, ids: none }), [about]);
  return { ids, toggle, drop, clear };
}
