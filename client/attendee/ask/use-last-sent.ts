import { useCallback, useState } from 'react';
import type { Sent } from './sent.ts';
import type { OutgoingQuestions } from './use-outgoing.ts';

/** The question sent last from this page, and what came of it: `sending` until that is known. */
export function useLastSent({ ask: send }: OutgoingQuestions): {
  sent: Sent | 'sending' | null;
  ask: OutgoingQuestions['ask'];
} {
  const [sent, setSent] = useState<Sent | 'sending' | null>(null);
  const ask = useCallback<OutgoingQuestions['ask']>(
    async (question) => {
      setSent('sending');
      const outcome = await send(question);
      setSent(outcome);
      return outcome;
    },
    [send],
  );
  return { sent, ask };
}
