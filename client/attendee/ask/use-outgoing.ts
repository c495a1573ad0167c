import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WireOutcome } from '../../../shared/wire/down.ts';
import { useOwnFollowed, useSend } from '../../connection/hooks.tsx';
import { randomId } from '../../connection/random-id.ts';
import { keptTexts, type Outgoing } from './kept-texts.ts';
import { isPaused, pausedFor, pauseOf } from './paused.ts';
import type { Sent } from './sent.ts';
import { usePaused } from './use-paused.ts';

/** Questions on their way: sent at once, kept on the device until there is an outcome, sent again after a reload. */
export interface OutgoingQuestions {
  all: readonly Outgoing[];
  ask: (question: Pick<Outgoing, 'session' | 'text' | 'anonymous' | 'keep'>) => Promise<Sent>;
  /** Sends a refused one again under a new id, to be kept where the session has closed. */
  again: (id: string, keep: boolean) => Promise<Sent>;
  discard: (id: string) => void;
}

/**
 * The questions of this device that have no outcome yet, or were refused. A new one leaves once `ready` resolves: what its
 * author just said of themselves comes first.
 */
export function useOutgoing(slug: string, ready: () => Promise<unknown>): OutgoingQuestions {
  const send = useSend();
  const followed = useOwnFollowed();
  const kept = useMemo(() => keptTexts(slug), [slug]);
  const [all, setAll] = useState<readonly Outgoing[]>(() => kept.outgoing());
  useEffect(() => kept.keepOutgoing(all), [kept, all]);

  const deliver = useCallback(
    async (question: Outgoing): Promise<Sent> => {
      const { id, session, text, anonymous, keep } = question;
      const outcome = await send({
        id,
        type: 'question.ask',
        session,
        text,
        anonymous,
        ...(keep && { ifClosed: 'keep' as const }),
      });
      const pause = pauseOf(outcome);
      const now = pause === null ? settled(question, outcome) : pausedFor(question, Date.now() + pause);
      setAll((before) => before.map((each) => (each.id === id ? now : each)));
      // It is shown from here until it is among mine.
      if (outcome.ok)
        void followed(outcome.seq).then(() => setAll((before) => before.filter((each) => each.id !== id)));
      return { id: now.id, status: now.status ?? null, paused: pause !== null };
    },
    [send, followed],
  );

  const resumed = useRef(false);
  useEffect(() => {
    if (resumed.current) return;
    resumed.current = true;
    const left = kept.outgoing().filter((each) => !each.refused && !isPaused(each));
    queueMicrotask(() => {
      for (const question of left) void deliver(question);
    });
  }, [kept, deliver]);
  usePaused(all, deliver);

  const ask = useCallback<OutgoingQuestions['ask']>(
    (question) => {
      const outgoing = { ...question, id: randomId(), sentAt: Date.now() };
      setAll((before) => [outgoing, ...before]);
      return ready().then(() => deliver(outgoing));
    },
    [deliver, ready],
  );
  const discard = useCallback(
    (id: string) => setAll((before) => before.filter((each) => each.id !== id)),
    [],
  );
  const again = useCallback<OutgoingQuestions['again']>(
    (id, keep) => {
      const refused = all.find((each) => each.id === id);
      discard(id);
      return refused
        ? ask({ session: refused.session, text: refused.text, anonymous: refused.anonymous, keep })
        : Promise.resolve({ id, status: null, paused: false });
    },
    [all, ask, discard],
  );
  return useMemo(() => ({ all, ask, again, discard }), [all, ask, again, discard]);
}

/** A question with what came of it: the status it got, or why it was refused. */
function settled(question: Outgoing, outcome: WireOutcome): Outgoing {
  return outcome.ok
    ? { ...question, status: outcome.status ?? 'inReview' }
    : { ...question, refused: outcome };
}
