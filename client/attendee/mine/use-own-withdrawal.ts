import { useEffect, useState } from 'react';

/** How long Undo is offered after a withdrawal, in milliseconds: a little less than the rules give. */
const offered = 58_000;

/** Whether a question was withdrawn here a moment ago, so that it can be taken back; `did` says that it was. */
export function useOwnWithdrawal(): { fresh: boolean; did: (withdrawn: boolean) => void } {
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => setAt(null), offered);
    return () => clearTimeout(timer);
  }, [at]);
  return { fresh: at !== null, did: (withdrawn) => setAt(withdrawn ? performance.now() : null) };
}
