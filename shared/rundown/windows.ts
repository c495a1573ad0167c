import type { Policy } from '../event/policy.ts';
import type { Attendance } from '../people/participant.ts';
import {
  lastCallInRoom,
  lastCallRemote,
  type Phase,
  pastAfter,
  type QuestionsWindow,
  type SessionRow,
  type SessionStatus,
  takesQuestions,
} from './session.ts';
import type { Times } from './timing.ts';

/** [T28] The status of a session at an instant, in the words of the contract. One long past was, whoever started or ended it. */
export function statusOf(session: SessionRow, times: Times | undefined, at: number): SessionStatus {
  if (session.cancelled) return 'cancelled';
  if (session.endedAt !== null || isLongPast(times, at)) return 'ended';
  if (session.startedAt !== null) return 'onAir';
  const start = times?.due ?? null;
  const plan = session.start + session.shift;
  return (session.notYet && at >= plan) || (start !== null && at >= start) ? 'due' : 'upcoming';
}

/** [T28] Whether a session was to end so long ago that nobody waits for a word about it. */
export function isLongPast(times: Times | undefined, at: number): boolean {
  return times?.end != null && at >= times.end + pastAfter;
}

/** Whether questions are taken, and until when from the last call on (for remote people, who see the room late). */
export interface Window {
  questions: QuestionsWindow;
  /** Epoch milliseconds; null before the last call. */
  closesAt: number | null;
}

/**
 * [T23] The Q&A window of a session at an instant. By the clock: open from the loading of the event (or from the start,
 * without `askBefore`) to the session's end (or the moment at which that was said), then a last call, then closed. A
 * last call by hand runs out likewise.
 */
export function windowOf(session: SessionRow, policy: Policy, at: number): Window {
  const mode = session.questionsMode;
  if (mode === 'open' || mode === 'closed') return { questions: mode, closesAt: null };
  if (mode === 'lastCall') return lastCall(session.questionsModeAt, policy, at);
  if (session.cancelled || !takesQuestions(session)) return { questions: 'closed', closesAt: null };
  if (session.endedAt !== null) return lastCall(session.endSaidAt ?? session.endedAt, policy, at);
  if (session.startedAt === null && !policy.askBefore) return { questions: 'closed', closesAt: null };
  return { questions: 'open', closesAt: null };
}

/** Whether a question by somebody in the room or remote is still taken: the room's last call is the shorter one. */
export function takesQuestionNow(
  session: SessionRow,
  policy: Policy,
  at: number,
  attendance: Attendance,
): boolean {
  const window = windowOf(session, policy, at);
  if (window.questions !== 'lastCall' || window.closesAt === null) return window.questions === 'open';
  return attendance === 'remote' || at < window.closesAt - remoteCall(policy) + lastCallInRoom;
}

/** How long the last call lasts for remote people, in milliseconds. */
export function remoteCall(policy: Policy): number {
  return Math.max(policy.streamDelaySeconds * 1000, lastCallRemote);
}

/**
 * [T24] Whether the audience collects or decides. By the clock: decide from the start of the Q&A part, in sessions
 * without one from their start, posters always; with `ranking: popular` always.
 */
export function phaseOf(session: SessionRow, times: Times | undefined, policy: Policy, at: number): Phase {
  if (policy.ranking === 'popular') return 'decide';
  if (session.phaseMode !== 'auto') return session.phaseMode;
  if (session.kind === 'posters' || session.endedAt !== null) return 'decide';
  if (session.startedAt === null) return 'collect';
  return times?.qaStart == null || at >= times.qaStart ? 'decide' : 'collect';
}

function lastCall(from: number, policy: Policy, at: number): Window {
  const closesAt = from + remoteCall(policy);
  return at < closesAt ? { questions: 'lastCall', closesAt } : { questions: 'closed', closesAt: null };
}
