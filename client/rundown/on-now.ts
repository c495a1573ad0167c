import type { SessionView } from '../../shared/views/view.ts';

/** When a session starts or started, as far as anybody knows; epoch ms. */
export function startOf(session: Pick<SessionView, 'startedAt' | 'expectedStart' | 'plannedStart'>): number {
  return Date.parse(session.startedAt ?? session.expectedStart ?? session.plannedStart);
}

/** When a session ends or ended, as far as anybody knows; epoch ms. */
export function endOf(session: Pick<SessionView, 'endedAt' | 'expectedEnd' | 'plannedEnd'>): number {
  return Date.parse(session.endedAt ?? session.expectedEnd ?? session.plannedEnd);
}
