import { useState } from 'react';
import { useSend } from '../connection/hooks.tsx';
import { askerSentence } from '../refusals/asker.ts';

/** How long an acknowledgement may try to arrive, in milliseconds: later it would speak of another moment. */
const timeoutMs = 10_000;

/** Acknowledges a message, or without one says that the page is seen; with what kept the last one from arriving. */
export function useNoted(session: string): {
  noted: (note?: string) => Promise<boolean>;
  busy: boolean;
  problem: string | null;
} {
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const noted = async (note?: string) => {
    setBusy(true);
    const outcome = await send(
      { type: 'session.noted', session, ...(note !== undefined && { note }) },
      timeoutMs,
    );
    setBusy(false);
    setProblem(outcome.ok ? null : askerSentence(outcome));
    return outcome.ok;
  };
  return { noted, busy, problem };
}
