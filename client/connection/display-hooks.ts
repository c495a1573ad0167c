import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../shared/views/view.ts';
import type { At, Drawn } from '../../shared/wire/up.ts';
import { useEventConnection, useServerNow } from './hooks.tsx';

/** Says what a display really drew. */
export function useDrawn(): (body: Drawn) => void {
  const connection = useEventConnection();
  return useCallback((body) => connection.drawn(body), [connection]);
}

/** Says to colleagues at which room and row this desk is. */
export function useSayWhere(): (body: At) => void {
  const connection = useEventConnection();
  return useCallback((body) => connection.at(body), [connection]);
}

/** Asks a display to say for some seconds which one it is; all of them where none is named. */
export function useIdentify(): (display?: string) => void {
  const connection = useEventConnection();
  return useCallback((display) => connection.identify(display), [connection]);
}

/** Whether a desk asks this screen to say which one it is, at this moment. */
export function useIdentifying(): boolean {
  const connection = useEventConnection();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = connection.onIdentify((forMs) => {
      clearTimeout(timer);
      setAsked(true);
      timer = setTimeout(() => setAsked(false), forMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [connection]);
  return asked;
}

/** Reads the server's time, epoch milliseconds, at the moment at which something is done. */
export function useServerClock(): () => number {
  const { clock } = useEventConnection();
  return useCallback(() => Date.now() + clock.offset, [clock]);
}

/** Reads the view at the moment at which something is done; empty before the first message. */
export function useViewAsItIs(): () => View {
  const { store } = useEventConnection();
  return useCallback(() => store.getState().view ?? {}, [store]);
}

/** After how long without a frame a beat of the server was missed: staff and screens hear one every 2.5 s, in milliseconds. */
const beatMissedMs = 4_000;

/** Whether the last beat of the server is missing: what others do now is not known, before the page says that it is not sure. */
export function useIsBeatMissed(): boolean {
  useServerNow(1_000);
  return useStore(
    useEventConnection().store,
    ({ state, lastFrameAt }) =>
      state !== 'live' || lastFrameAt === null || Date.now() - lastFrameAt > beatMissedMs,
  );
}
