import type { SessionKind } from '../../shared/rundown/session-kind.ts';
import type { SessionView } from '../../shared/views/view.ts';
import { clockDigits, secondsUntil } from '../look/digits.ts';

const minute = 60_000;

/** How long before its end a talk is to wrap up, in milliseconds; of a short slot it is the last third. */
const wrapUpLast = 5 * minute;

/** What a speaker has to know at a glance: where in their session they are. */
export type Phase = 'talk' | 'wrapUp' | 'lastMinute' | 'over' | 'questions' | 'waiting' | 'break' | 'end';

/** What runs, for the phase in which it simply does: a talk is not called a panel. */
export function kindOf(session: SessionView | null): SessionKind {
  return session?.kind ?? 'talk';
}

/** A phase with what its digits count to (epoch milliseconds, null where nothing counts) and how full its bar is, 0 to 1. */
export interface Moment {
  phase: Phase;
  to: number | null;
  filled: number;
  /** The digits count to the questions, not to the end. */
  toQuestions?: boolean;
}

/** Where a session is at a moment of the server's time; the end where there is none. */
export function momentOf(session: SessionView | null, at: number): Moment {
  switch (session?.status) {
    case 'upcoming':
    case 'due':
      return { phase: 'waiting', to: null, filled: 0 };
    case 'onAir':
      return running(session, at);
    default:
      return { phase: 'end', to: null, filled: 1 };
  }
}

function running(session: SessionView, at: number): Moment {
  const begin = instant(session.startedAt ?? session.plannedStart);
  const end = instant(session.expectedEnd ?? session.plannedEnd);
  const part = session.parts.findLast(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
  const qa = session.qaStart === null ? null : instant(session.qaStart);
  if (session.kind === 'break' || session.kind === 'social') return slot('break', begin, end, at);
  if (part) {
    return slot(
      'talk',
      instant(part.startedAt ?? part.plannedStart),
      instant(part.expectedEnd ?? part.plannedEnd),
      at,
    );
  }
  if (qa !== null && at >= qa) return slot('questions', qa, end, at);
  return { ...slot('talk', begin, qa ?? end, at), toQuestions: qa !== null };
}

/** One stretch of time with its end: what it is, until that comes close or is gone by. */
function slot(of: 'talk' | 'questions' | 'break', from: number, to: number, at: number): Moment {
  const length = Math.max(1, to - from);
  const filled = Math.min(1, Math.max(0, (at - from) / length));
  return { phase: phaseIn(of, length, to - at), to, filled };
}

function phaseIn(of: 'talk' | 'questions' | 'break', length: number, left: number): Phase {
  if (of === 'break') return of;
  if (left <= 0) return 'over';
  if (left <= minute) return 'lastMinute';
  return of === 'talk' && left <= Math.min(wrapUpLast, length / 3) ? 'wrapUp' : of;
}

/** When the questions begin to which the digits count, in epoch milliseconds; null where they count to an end. */
export function questionsFrom({ to, toQuestions }: Moment): number | null {
  return toQuestions ? to : null;
}

/** Minutes and seconds until an instant, `12:40`; once it is gone by they count up for as long as it takes, `+1:20`. */
export function timerDigits(to: number, at: number): string {
  const left = secondsUntil(to, at);
  return left < 0 ? `+${clockDigits(left)}` : clockDigits(left);
}

/** How long it is to the planned start, or since it is gone by: whole minutes, begun ones counted. */
export function waitOf(planned: string, at: number): { side: 'before' | 'after'; minutes: number } {
  const left = instant(planned) - at;
  return left > 0
    ? { side: 'before', minutes: Math.ceil(left / minute) }
    : { side: 'after', minutes: Math.floor(Math.abs(left) / minute) };
}

function instant(text: string): number {
  return Date.parse(text);
}
