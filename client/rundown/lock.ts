import { useEffect, useState } from 'react';
import type { SessionView } from '../../shared/views/view.ts';

/** How long an unlocked row of the programme stays so, in milliseconds. */
const unlockedFor = 30_000;

/**
 * Whether a row of the programme is closed to accidental edits: while the day runs, each one is that does not run
 * or wait for its start.
 */
export function isLocked(programme: readonly SessionView[], session: SessionView): boolean {
  return programme.some(({ status }) => status === 'onAir') && !isAtHand(session);
}

function isAtHand({ status }: SessionView): boolean {
  return status === 'onAir' || status === 'due';
}

/** The one row that is unlocked, for half a minute from the press. */
export function useUnlocked(): { id: string | null; unlock: (id: string) => void } {
  const [unlocked, setUnlocked] = useState<{ id: string; since: number } | null>(null);
  useEffect(() => {
    if (unlocked === null) return;
    const timer = setTimeout(() => setUnlocked(null), unlockedFor);
    return () => clearTimeout(timer);
  }, [unlocked]);
  return {
    id: unlocked?.id ?? null,
    unlock: (id) => setUnlocked({ id, since: performance.now() }),
  };
}
