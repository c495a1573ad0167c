import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import type { OrderDifference } from '../../questions/held-order.ts';
import { boardMessages } from '../messages/board.en.ts';

type Rows = Readonly<Record<string, QuestionView>>;

/** How long presses are ignored after rows moved, how long these are tinted, how often new ones are said; milliseconds. */
const time = { shield: 400, tint: 4_000, say: 30_000 };

const none: ReadonlySet<string> = new Set();

/**
 * Brings a held list up to date: presses in flight miss nothing, what came is tinted (else what moved), the first of it comes
 * into sight, and focus stays in the list.
 */
export function useBringing(list: RefObject<HTMLElement | null>) {
  const [shielded, setShielded] = useState(false);
  const [ids, setIds] = useState(none);
  const start = useCallback(
    (bring: () => void, held: OrderDifference) => {
      bring();
      list.current?.focus({ preventScroll: true });
      const marked = held.fresh.length > 0 ? held.fresh : held.moved;
      setIds(new Set(marked));
      requestAnimationFrame(() =>
        list.current?.querySelector(rowOf(marked[0]))?.scrollIntoView({ block: 'nearest' }),
      );
      setShielded(true);
      setTimeout(() => setShielded(false), time.shield);
      setTimeout(() => setIds(none), time.tint);
    },
    [list],
  );
  return { start, shielded, ids };
}

function rowOf(id: string | undefined): string {
  return `[data-question="${CSS.escape(id ?? '')}"]`;
}

/** The rows as they were last seen, also those that have left: their place is kept until the list is brought up to date. */
export function useRemembered(rows: Rows | undefined): Rows {
  const [memory, setMemory] = useState<{ of: Rows | undefined; all: Rows }>({ of: rows, all: rows ?? {} });
  if (memory.of !== rows) setMemory({ of: rows, all: { ...memory.all, ...rows } });
  return memory.all;
}

/** Says how many new questions wait: only the number, and rarely. */
export function useSaidFresh(count: number): void {
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const saidAt = useRef(-Infinity);
  useEffect(() => {
    if (count === 0) return;
    const wait = Math.max(0, saidAt.current + time.say - performance.now());
    const timer = setTimeout(() => {
      saidAt.current = performance.now();
      announce(say('list.freshSaid', { count }));
    }, wait);
    return () => clearTimeout(timer);
  }, [count, announce, say]);
}
