import { useCallback, useMemo, useState } from 'react';
import { compareOrder, type OrderDifference } from './held-order.ts';

/**
 * A list that never moves by itself: it keeps the order it had until `bring` is called, or until `moment` changes
 * (another session, another phase), or where nothing is shown yet. What is one's own comes in by itself, behind what it
 * follows in the order. `held` says what is waiting.
 */
export function useHeldOrder(
  wanted: readonly string[],
  moment: string,
  own: readonly string[] = [],
): { shown: readonly string[]; held: OrderDifference; bring: () => void } {
  const [kept, setKept] = useState({ moment, shown: wanted });
  const current =
    kept.moment !== moment || (kept.shown.length === 0 && wanted.length > 0)
      ? { moment, shown: wanted }
      : withOwn(kept, wanted, own);
  if (current !== kept) setKept(current);
  const bring = useCallback(() => setKept({ moment, shown: wanted }), [moment, wanted]);
  const held = useMemo(() => compareOrder(current.shown, wanted), [current.shown, wanted]);
  return { shown: current.shown, held, bring };
}

interface Kept {
  moment: string;
  shown: readonly string[];
}

/** The same where nothing of one's own is missing in it. */
function withOwn(kept: Kept, wanted: readonly string[], own: readonly string[]): Kept {
  const missing = own.filter((id) => wanted.includes(id) && !kept.shown.includes(id));
  if (missing.length === 0) return kept;
  const shown = [...kept.shown];
  for (const id of wanted.filter((each) => missing.includes(each))) {
    const before = wanted.slice(0, wanted.indexOf(id)).findLast((each) => shown.includes(each));
    shown.splice(before === undefined ? 0 : shown.indexOf(before) + 1, 0, id);
  }
  return { ...kept, shown };
}
