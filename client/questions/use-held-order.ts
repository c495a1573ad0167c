import { useCallback, useMemo, useState } from 'react';
import { compareOrder, type OrderDifference } from './held-order.ts';

/**
 * A list that never moves by itself: it keeps the order it had until `bring` is called, or until `moment` changes
 * (another session, another phase), or where nothing is shown yet. `held` says what is waiting.
 */
export function useHeldOrder(
  wanted: readonly string[],
  moment: string,
): { shown: readonly string[]; held: OrderDifference; bring: () => void } {
  const [kept, setKept] = useState({ moment, shown: wanted });
  const current =
    kept.moment !== moment || (kept.shown.length === 0 && wanted.length > 0)
      ? { moment, shown: wanted }
      : kept;
  if (current !== kept) setKept(current);
  const bring = useCallback(() => setKept({ moment, shown: wanted }), [moment, wanted]);
  const held = useMemo(() => compareOrder(current.shown, wanted), [current.shown, wanted]);
  return { shown: current.shown, held, bring };
}
