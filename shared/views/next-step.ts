import { whereWeAre } from '../rundown/on-now.ts';
import type { PartView, SessionView } from './view.ts';

const minute = 60_000;

/** Minutes from which a change is told to everybody by itself; smaller ones are the staff's until somebody tells them. */
export const worthTelling = 3;

/** What one press of *Next* starts, and the session that it ends. */
export interface Step {
  session: SessionView;
  part: PartView | null;
  /** The session that ends by it; null where only a part does, or nothing. */
  ends: SessionView | null;
}

/** What comes next in a room: the next part of what is on air, else the next session; null at the day's end. */
export function nextStep(programme: readonly SessionView[]): Step | null {
  const { now, next } = whereWeAre(programme);
  const part = now && nextPart(now);
  if (now && part) return { session: now, part, ends: null };
  if (!next) return null;
  return { session: next, part: next.parts[0] ?? null, ends: now };
}

/**
 * Whether a change of so many minutes, made at an instant (epoch milliseconds), is told to everybody: from three minutes
 * on, together with what was held back before it, and with what has gone by since the end of what runs over. Small ones
 * would only unsettle people.
 */
export function tellsEveryone(session: SessionView, minutes: number, at: number): boolean {
  const { status, toldEnd, expectedEnd } = session;
  if (toldEnd == null || expectedEnd === null) return Math.abs(minutes) >= worthTelling;
  const end = Date.parse(expectedEnd);
  const from = status === 'onAir' && minutes > 0 ? Math.max(end, at) : end;
  return Math.abs(minutes + (from - Date.parse(toldEnd)) / minute) >= worthTelling;
}

function nextPart({ parts }: SessionView): PartView | null {
  const running = parts.findLastIndex(({ startedAt }) => startedAt !== null);
  return parts[running + 1] ?? null;
}
