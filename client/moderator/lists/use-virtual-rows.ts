import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import type { Placed } from './use-held-list.ts';

/** Height of a row before it was drawn for the first time, in pixels: two lines of text and the line below them. */
const usualHeight = 96;

/** Rows that are drawn above and below what is in sight. */
const overscan = 6;

/** Draws only the rows of a long list that are in sight, and the one at which the focus is. */
export function useVirtualRows(
  order: readonly string[],
  scroller: RefObject<HTMLDivElement | null>,
  current: string | null,
  /** Told where rows stand, whenever they may have moved. */
  placedRef: RefObject<Placed>,
): { rows: Virtualizer<HTMLDivElement, HTMLLIElement>; inView: () => string[] } {
  const places = useMemo(() => new Map(order.map((id, index) => [id, index])), [order]);
  const here = current === null ? undefined : places.get(current);
  const rows = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: useCallback((index: number) => order[index] ?? index, [order]),
    overscan,
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range);
        return here === undefined || drawn.includes(here) ? drawn : [...drawn, here].sort((a, b) => a - b);
      },
      [here],
    ),
  });
  const latest = useRef({ rows, places });
  latest.current = { rows, places };
  const placed = useCallback<Placed>((id) => {
    const index = latest.current.places.get(id);
    const row = index === undefined ? undefined : latest.current.rows.measurementsCache[index];
    return row ? { top: row.start, bottom: row.end } : null;
  }, []);
  placedRef.current = placed;
  /** The ids of the rows that are wholly in sight. */
  const inView = useCallback(() => {
    const box = scroller.current;
    if (!box) return [];
    const [from, to] = [box.scrollTop, box.scrollTop + box.clientHeight];
    return latest.current.rows
      .getVirtualItems()
      .filter(({ start, end }) => start >= from - 1 && end <= to + 1)
      .map(({ key }) => String(key));
  }, [scroller]);
  return { rows, inView };
}
