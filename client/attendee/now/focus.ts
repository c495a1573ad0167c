import { onNow } from '../../../shared/rundown/on-now.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import type { ChosenSession } from '../list/chosen-session.ts';

/**
 * The session that a page's head tells of: the one that was chosen; else the one that is on and is asked about, a break
 * too; else what comes next. `over`: all of the day has been, or nothing more is taken.
 */
export function focusOf(
  ordered: readonly SessionView[],
  { session, byHand }: Pick<ChosenSession, 'session' | 'byHand'>,
  closed: boolean,
): { session: SessionView | undefined; over: boolean } {
  const over =
    closed ||
    (ordered.length > 0 && ordered.every(({ status }) => status === 'ended' || status === 'cancelled'));
  if (byHand && session) return { session, over: false };
  const { now, next } = onNow(ordered);
  const focus = now.find(({ id }) => id === session?.id) ?? now[0] ?? next ?? session;
  return { session: focus, over };
}
