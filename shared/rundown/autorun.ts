import { areBeside } from './order.ts';
import { autorunAfter, type PartRow, type SessionRow } from './session.ts';
import type { Times } from './timing.ts';

/** Something that happens to a session by itself, at an instant, with the fields it sets. */
export interface Fact {
  due: number;
  fields(rows: ReadonlyMap<string, SessionRow>): [string, Partial<SessionRow>][];
}

/** What autorun does next to a session, null where nothing: counts it as started, starts its parts, or ends what was never started by hand. */
export function nextFact(session: SessionRow, times: Times | undefined): Fact | null {
  if (!times || times.start === null || times.end === null || session.endedAt !== null) return null;
  const { start, end } = times;
  if (session.startedAt === null) {
    // What something fixed left no time for did not take place.
    const squeezedOut = end <= start && session.end > session.start;
    if (session.notYet || squeezedOut) return null;
    const from = Math.max(start, session.notBefore ?? start);
    const due = from + autorunAfter;
    return { due, fields: (rows) => assumedStart(rows, session, from, due) };
  }
  return session.assumed ? (nextOfParts(session, times, end) ?? endsAt(session, end)) : null;
}

/** What happens next to the parts of a session that ends at an instant: one begins, or the one that runs ends; null where neither. */
function nextOfParts(session: SessionRow, times: Times, end: number): Fact | null {
  const part = partAtHand(session.parts);
  const span = part && times.parts.get(part.id);
  if (!part || !span) return null;
  const begins = part.startedAt === null;
  const due = begins ? span.start : span.end;
  if (due === null || (begins ? due >= end : due > end)) return null;
  const fields = begins ? { startedAt: due } : { endedAt: due };
  return { due, fields: () => [[session.id, { parts: setPart(session, part.id, fields) }]] };
}

function endsAt(session: SessionRow, end: number): Fact {
  return { due: end, fields: () => [[session.id, ended(session, end)]] };
}

/** The part that runs, else the one after the last that began; those passed over are not gone back to. */
function partAtHand(parts: readonly PartRow[]): PartRow | undefined {
  const last = parts.findLastIndex(({ startedAt }) => startedAt !== null);
  return parts[last]?.endedAt === null ? parts[last] : parts[last + 1];
}

/** A session counts as started at an instant, which `said` made known: what ran there has its last call from then on. */
function assumedStart(
  rows: ReadonlyMap<string, SessionRow>,
  session: SessionRow,
  at: number,
  said: number,
): [string, Partial<SessionRow>][] {
  const running = [...rows.values()].filter(
    (other) =>
      other.id !== session.id &&
      !other.removed &&
      other.startedAt !== null &&
      other.endedAt === null &&
      (other.room === session.room || other.room === null || session.room === null) &&
      !areBeside(other, session),
  );
  return [
    ...running.map((other): [string, Partial<SessionRow>] => [
      other.id,
      { ...ended(other, Math.max(at, other.startedAt ?? at)), ...(said > at && { endSaidAt: said }) },
    ]),
    [session.id, { startedAt: at, assumed: true }],
  ];
}

function ended(session: SessionRow, at: number): Partial<SessionRow> {
  const parts = session.parts.map((part) =>
    part.startedAt !== null && part.endedAt === null
      ? { ...part, endedAt: Math.max(at, part.startedAt) }
      : part,
  );
  return { endedAt: at, endAssumed: true, parts };
}

function setPart(
  session: SessionRow,
  id: string,
  fields: Partial<SessionRow['parts'][number]>,
): SessionRow['parts'] {
  return session.parts.map((part) => (part.id === id ? { ...part, ...fields } : part));
}
