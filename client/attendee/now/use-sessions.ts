import { useMemo } from 'react';
import { inOrder } from '../../../shared/rundown/on-now.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';

/** All sessions in time order, as the audience reads them: once the event is closed nothing is on any more, and nothing comes. */
export function useSessions(): readonly SessionView[] {
  const sessions = useView((view) => view.sessions);
  const closed = useView((view) => view.event?.closed) ?? false;
  return useMemo(() => {
    const ordered = inOrder(Object.values(sessions ?? {}), null);
    return closed ? ordered.map(afterClosing) : ordered;
  }, [sessions, closed]);
}

/** How a session reads in an event that is closed: what ran is over, and nobody waits for what had not begun. */
function afterClosing(session: SessionView): SessionView {
  const { status } = session;
  return {
    ...session,
    questions: 'closed',
    ...(status === 'onAir' && { status: 'ended' }),
    ...((status === 'due' || status === 'upcoming') && { status: 'upcoming', passed: true }),
  };
}
