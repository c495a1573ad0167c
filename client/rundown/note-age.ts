import type { SessionView } from '../../shared/views/view.ts';

/** For how long a message to a speaker is the largest thing on their pages, in milliseconds. */
const freshFor = 2 * 60_000;

/** A message to a speaker: when it was sent and when it was understood, as instants. */
interface Sent {
  readonly at: string;
  readonly notedAt: string | null;
}

/**
 * How a message to a session's speaker stands at a moment (epoch milliseconds): `fresh` until it is understood or two minutes
 * old, then `quiet`; null where there is none, or its session is over.
 */
export function noteAge(
  session: Pick<SessionView, 'status'> | null,
  note: Sent | null | undefined,
  at: number,
): 'fresh' | 'quiet' | null {
  if (!note || session?.status === 'ended' || session?.status === 'cancelled') return null;
  return note.notedAt === null && at - Date.parse(note.at) < freshFor ? 'fresh' : 'quiet';
}
