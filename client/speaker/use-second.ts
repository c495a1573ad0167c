import { useConnection, useEventConnection, useServerNow } from '../connection/hooks.tsx';

/** The server's time at every full second; and for how long nothing was heard, in milliseconds, where the page is stale. */
export function useSecond(): { at: number; silence: number | null } {
  const at = useServerNow(1000);
  const { clock } = useEventConnection();
  const { state, lastFrameAt } = useConnection();
  const silence = state === 'stale' && lastFrameAt !== null ? at - clock.offset - lastFrameAt : null;
  return { at, silence };
}
