import { useEffect, useState } from 'react';

/** How long Undo is offered after a withdrawal, in milliseconds: a little less than the rules give. */
const offered = 58_000;

/** When questions were withdrawn on this page: also what is out of sight for a while can be taken back. */
const withdrawn = new Map<string, number>();

/** Whether a question was withdrawn here a moment ago, so that it can be taken back; `did` says that it was. */
export function useOwnWithdrawal(id: string): { fresh: boolean; did: (withdrawn: boolean) => void } {
  const [at, setAt] = useState(() => withdrawn.get(id) ?? null);
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => setAt(null), at + offered - performance.now());
    return () => clearTimeout(timer);
  }, [at]);
  const did = (isWithdrawn: boolean) => {
    const now = performance.now();
    if (isWithdrawn) withdrawn.set(id, now);
    else withdrawn.delete(id);
    setAt(isWithdrawn ? now : null);
  };
  return { fresh: at !== null, did };
}
