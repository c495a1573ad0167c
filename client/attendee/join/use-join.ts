import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attendance } from '../../../shared/people/participant.ts';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import type { Connection } from '../../connection/connection.ts';
import { useConnection, useEventConnection } from '../../connection/hooks.tsx';
import { join } from '../../connection/http.ts';
import { isPassing } from '../../connection/refusal.ts';
import { attendanceOf } from './first-visit.ts';

/** How somebody gets in: by itself, after a passcode, or not at all. */
export interface Joining {
  /** What stands in the way; null where nothing does or it is still being tried. */
  problem: SpokenRefusal | null;
  /** Joins, again too: with a passcode, a name, another attendance; what is not said stays. Resolves to null, or to why not. */
  enter: (who: {
    name?: string;
    attendance?: Attendance;
    passcode?: string;
  }) => Promise<SpokenRefusal | null>;
  /** Resolves once what was last said of somebody is in their badge, and after some seconds if it is not by then. */
  entered: () => Promise<unknown>;
  /** Forgets what stood in the way and tries once more. */
  retry: () => void;
}

/** How long to wait before a join that could not be tried is tried again. */
const againAfterMs = 2_000;

/** How long a question waits for its author's name to be in the badge, milliseconds: it is worth more than the name. */
const nameWithinMs = 3_000;

/** Joins at the first visit: an old badge is tried first, and only where there is none a new one is asked for. */
export function useJoining(slug: string): Joining {
  const connection = useEventConnection();
  const { refusal } = useConnection();
  const [blocked, setBlocked] = useState<SpokenRefusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const enter = useCallback<Joining['enter']>(
    (who) => {
      const ask = async () => {
        // Only what is said anew is sent: the rest is as the newest badge says, also one from another tab.
        const { attendance = hereOf(connection) ?? attendanceOf(slug), ...rest } = who;
        const answer = await join(slug, { ...rest, attendance }, connection.badge);
        if (!answer.ok) return answer.refusal;
        setBlocked(null);
        connection.admit(answer.value);
        return null;
      };
      // One after the other: what was said last counts, whichever answer is quicker.
      const done = before.current.then(ask);
      before.current = done;
      return done;
    },
    [connection, slug],
  );
  const entered = useCallback(
    () => Promise.race([before.current, new Promise<void>((resolve) => setTimeout(resolve, nameWithinMs))]),
    [],
  );
  const stranger = refusal?.reason === 'no-badge' && blocked === null;
  useEffect(() => {
    if (!stranger) return;
    const knock = async () => {
      const problem = await enter({});
      if (problem && !isPassing(problem)) setBlocked(problem);
      setAttempt(attempt + 1);
    };
    const timer = setTimeout(() => void knock(), attempt === 0 ? 0 : againAfterMs);
    return () => clearTimeout(timer);
  }, [stranger, attempt, enter]);
  const retry = useCallback(() => {
    setBlocked(null);
    connection.reconnect();
  }, [connection]);
  return {
    problem: blocked ?? (refusal && refusal.reason !== 'no-badge' ? refusal : null),
    enter,
    entered,
    retry,
  };
}

/** Where somebody is who is in already. */
function hereOf({ store }: Connection): Attendance | undefined {
  return store.getState().view?.me?.attendance;
}
