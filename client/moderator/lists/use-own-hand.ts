import { useCallback, useEffect, useRef } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';

/** How long a key waits for what the operator did to the same row just before. */
const timeoutMs = 2_000;

/** What the operator's own hand has done to questions, as long as it does not show yet. */
export interface OwnHand {
  /** Notes that these questions are about to change by the operator's own hand. */
  did: (ids: Iterable<string>) => void;
  /** Whether something that the operator did to a question does not show yet. */
  underway: (id: string) => boolean;
  /** Whether a question last changed by the operator's own hand. */
  changed: (id: string) => boolean;
  /** Does something once what is under way with the row in the frame shows. */
  after: (id: string, act: () => void) => void;
}

/**
 * Tells what the operator did to the row in the frame from what others did: keys pressed on it wait for the former, and
 * rows that changed by another hand settle first (`onOther`).
 */
export function useOwnHand(row: QuestionView | null, onOther: () => void): OwnHand {
  const doing = useRef(new Map<string, number>());
  const done = useRef<ReadonlySet<string>>(new Set());
  const seen = useRef<{ id: string; status: string } | null>(null);
  const then = useRef<{ id: string; at: number; act: () => void } | null>(null);
  const [id, status] = [row?.id ?? null, row?.status ?? null];

  useEffect(() => {
    const { current: before } = seen;
    seen.current = id === null || status === null ? null : { id, status };
    if (id === null || before?.id !== id || before.status === status) return;
    if (!doing.current.delete(id)) return onOther();
    done.current = new Set([id]);
    const { current: next } = then;
    then.current = null;
    if (next?.id === id && performance.now() - next.at < timeoutMs) next.act();
  }, [id, status, onOther]);

  const did = useCallback((ids: Iterable<string>) => {
    const at = performance.now();
    doing.current = new Map([...ids].map((each) => [each, at]));
    done.current = new Set(doing.current.keys());
  }, []);
  const underway = useCallback(
    (of: string) => performance.now() - (doing.current.get(of) ?? Number.NEGATIVE_INFINITY) < timeoutMs,
    [],
  );
  const changed = useCallback((of: string) => done.current.has(of), []);
  const after = useCallback((of: string, act: () => void) => {
    then.current = { id: of, at: performance.now(), act };
  }, []);
  return { did, underway, changed, after };
}
