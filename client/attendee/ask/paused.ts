import type { WireOutcome } from '../../../shared/wire/down.ts';
import type { Outgoing } from './kept-texts.ts';

/** How long slow mode wants to wait until the same question can be sent, in milliseconds; null where it is not in the way. */
export function pauseOf(outcome: WireOutcome): number | null {
  if (outcome.ok || outcome.reason !== 'too-fast' || outcome.of !== 'slowMode') return null;
  return outcome.retryAfterMs ?? 1_000;
}

/** The question that slow mode lets go first: the oldest that waits. `all` is newest first. */
export function firstPaused(all: readonly Outgoing[]): Outgoing | undefined {
  return all.findLast(isPaused);
}

/** Whether slow mode holds a question back: it is sent by itself once the pause is over. */
export function isPaused({ pausedUntil, refused, status }: Outgoing): boolean {
  return pausedUntil !== undefined && refused === undefined && status === undefined;
}

/**
 * A question as it is to be sent once a pause is over. Its id stays at first, so that however often it is sent it is
 * taken once. One that had to wait already may have been refused on the record; it goes on under the id that follows,
 * the same one in every tab.
 */
export function pausedFor(question: Outgoing, until: number): Outgoing {
  const id = question.pausedUntil === undefined ? question.id : followingId(question.id);
  return { ...question, id, pausedUntil: until };
}

/** The UUID after a UUID: only its last digit moves, so version and variant stay. */
export function followingId(id: string): string {
  return id.slice(0, -1) + ((Number.parseInt(id.slice(-1), 16) + 1) % 16).toString(16);
}

/** A pause as people count it: about so many minutes, below one tens of seconds, and at the end nothing exact. */
export function countdown(left: number): { of: 'minutes' | 'seconds' | 'moment'; count: number } {
  const seconds = Math.ceil(left / 10_000) * 10;
  if (seconds >= 60) return { of: 'minutes', count: Math.round(left / 60_000) };
  return seconds > 10 ? { of: 'seconds', count: seconds } : { of: 'moment', count: 0 };
}
