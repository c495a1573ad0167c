import { nextMinute, type PartRow, pastAfter, type SessionRow } from './session.ts';

/** A stretch of expected time; null where a session is cancelled. Epoch milliseconds. */
export interface Span {
  start: number | null;
  end: number | null;
}

/** When the parts of a session are expected, and whether one of them waits for a part that runs over. */
export interface PartTimes {
  parts: ReadonlyMap<string, Span>;
  waits: boolean;
}

const none: PartTimes = { parts: new Map(), waits: false };

/**
 * Parts keep their plan relative to the session's start; each begins no earlier than the one before it ended, and [T35]
 * no earlier than the next full minute while the one before it runs over. `at` is the state's time; null: none waits.
 */
export function partTimes(
  { parts: rows, start: planned }: SessionRow,
  span: Span,
  at: number | null,
): PartTimes {
  if (rows.length === 0) return none;
  const parts = new Map<string, Span>();
  const { start: from, end: until } = span;
  let cursor = Number.NEGATIVE_INFINITY;
  let held = Number.NEGATIVE_INFINITY;
  let waits = false;
  for (const part of rows) {
    if (from === null || until === null) {
      parts.set(part.id, { start: null, end: null });
      continue;
    }
    const own = Math.max(cursor, Math.min(from + (part.start - planned), Math.max(from, until)));
    const start = part.startedAt ?? Math.max(own, held);
    const end =
      part.endedAt ?? Math.max(start, Math.min(start + (part.end - part.start), Math.max(until, start)));
    parts.set(part.id, { start, end });
    waits ||= part.startedAt === null && start > own;
    cursor = end;
    if (at !== null && isRunning(part) && at >= end && at < until + pastAfter) held = nextMinute(at);
  }
  return { parts, waits };
}

/** The end of the part that runs while another one is to come, epoch milliseconds; null where there is none. */
export function awaitedEnd(
  { parts: rows }: SessionRow,
  parts: ReadonlyMap<string, Span> | undefined,
): number | null {
  const running = rows.findIndex(isRunning);
  const part = rows[running];
  return part && rows[running + 1]?.startedAt === null ? (parts?.get(part.id)?.end ?? null) : null;
}

function isRunning({ startedAt, endedAt }: PartRow): boolean {
  return startedAt !== null && endedAt === null;
}
