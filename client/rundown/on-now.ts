import type { SessionView } from '../../shared/views/view.ts';

/** Sessions by when they are expected, those without an expected time by their plan; rooms side by side. */
export function inTimeOrder(sessions: Readonly<Record<string, SessionView>>): SessionView[] {
  return Object.values(sessions).sort(
    (one, other) => startOf(one) - startOf(other) || one.id.localeCompare(other.id),
  );
}

/** When a session starts or started, as far as anybody knows; epoch ms. */
export function startOf(session: Pick<SessionView, 'startedAt' | 'expectedStart' | 'plannedStart'>): number {
  return Date.parse(session.startedAt ?? session.expectedStart ?? session.plannedStart);
}

/** When a session ends or ended, as far as anybody knows; epoch ms. */
export function endOf(session: Pick<SessionView, 'endedAt' | 'expectedEnd' | 'plannedEnd'>): number {
  return Date.parse(session.endedAt ?? session.expectedEnd ?? session.plannedEnd);
}

/**
 * What is on now: all that is on air, else what is due; and the next thing after it that has not begun. Nobody waits for
 * what was passed over.
 */
export function nowAndNext(ordered: readonly SessionView[]): {
  now: SessionView[];
  next: SessionView | null;
} {
  const onAir = ordered.filter((session) => session.status === 'onAir');
  const coming = ordered.filter(
    ({ status, passed }) => !passed && (status === 'upcoming' || status === 'due'),
  );
  const now = onAir.length > 0 ? onAir : coming.filter(({ status }) => status === 'due');
  const next = coming.find((session) => !now.includes(session));
  return { now, next: next ?? null };
}

/** Whether a session has anybody to ask. */
export function takesQuestions(session: Pick<SessionView, 'kind'>): boolean {
  return session.kind !== 'break' && session.kind !== 'social';
}

/** The session that people mean where they do not say one: on air, due, the next to come, else the last that was. */
export function sessionMeant(ordered: readonly SessionView[]): SessionView | undefined {
  const asked = ordered.filter((session) => takesQuestions(session) && session.status !== 'cancelled');
  const by = (status: SessionView['status']) =>
    asked.find((session) => session.status === status && !session.passed);
  return by('onAir') ?? by('due') ?? by('upcoming') ?? asked.at(-1);
}
