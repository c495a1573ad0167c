import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function at every render, doing what the last render's would: so that rows which are told it may rest. */
export function useStable<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
