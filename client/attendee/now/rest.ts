import type { SessionView } from '../../../shared/views/view.ts';

/** Whether nobody speaks in a session: a break, or something social. */
export function isRest({ kind }: Pick<SessionView, 'kind'>): boolean {
  return kind === 'break' || kind === 'social';
}
