import { type Change, same, setFields } from '../state/change.ts';
import { areBeside } from './order.ts';
import type { SessionRow } from './session.ts';
import { isOnlyAssumed, unbegun } from './start.ts';
import { lastsToItsEnd } from './timing.ts';

type Rows = ReadonlyMap<string, SessionRow>;

/**
 * [T37] What was only assumed of sessions is worked out anew where an entry gave them another time, place or parts: it has
 * not begun where its time is to come or has just come, ran as planned where that is over, and goes on where it is on air
 * at its new time too. What people said stays. `before` and `after` are the sessions around the entry.
 */
export function assumedAnew(before: Rows, after: Rows, now: number): Change[] {
  const replanned = [...after.values()].filter((row) => {
    const was = before.get(row.id);
    const assumed = was && (isOnlyAssumed(row) || isTakenBack(was, row));
    return assumed && !row.removed && (row.cancelled || isReplanned(was, row));
  });
  if (replanned.length === 0) return [];
  const day = new Map(after);
  for (const { id } of replanned) day.delete(id);
  const started = replanned.filter((row) => !startStands(before.get(row.id), row));
  for (const row of reopened(started, day, now)) day.set(row.id, row);
  for (const row of replanned.toSorted((a, b) => meantSpan(a).start - meantSpan(b).start))
    day.set(row.id, { ...row, ...workedOut(before.get(row.id), row, day, now) });
  return [...day.values()].flatMap((row) => {
    const known = after.get(row.id);
    return known && known !== row ? setFields('sessions', known, row) : [];
  });
}

/** Whether an entry (the undo of a plan) took back what was only assumed of a session: to come by then, it may be over now. */
function isTakenBack(was: SessionRow, row: SessionRow): boolean {
  return row.startedAt === null && isOnlyAssumed(was);
}

/** Whether an entry gave a session another time, place or parts. */
function isReplanned(was: SessionRow, row: SessionRow): boolean {
  const times = ({ parts }: SessionRow) => parts.map(({ id, start, end }) => ({ id, start, end }));
  return !startStands(was, row) || was.end !== row.end || !same(times(was), times(row));
}

function startStands(was: SessionRow | undefined, row: SessionRow): boolean {
  return was !== undefined && was.start + was.shift === row.start + row.shift && was.room === row.room;
}

/** From when to when a session is meant to last by its plan and what operators made of it. */
function meantSpan({ start, end, shift, stretch }: SessionRow): { start: number; end: number } {
  return { start: start + shift, end: Math.max(start + shift, end + shift + stretch) };
}

/** The running of a session that nobody said anything of, by its present plan. */
function workedOut(
  was: SessionRow | undefined,
  row: SessionRow,
  day: Rows,
  now: number,
): Partial<SessionRow> {
  const meant = meantSpan(row);
  const stands = startStands(was, row) && row.startedAt !== null;
  const from = stands ? (row.startedAt ?? meant.start) : meant.start;
  const others = besides(row, day);
  const taken = others.some(
    ({ startedAt, endedAt }) => (startedAt ?? from) <= from && (endedAt ?? Number.POSITIVE_INFINITY) > from,
  );
  if (row.cancelled || from > now || taken) return unbegun(row);
  const own = lastsToItsEnd({ ...row, startedAt: null }) ? meant.end : from + meant.end - meant.start;
  const next = others.map(({ startedAt }) => startedAt ?? from).filter((startedAt) => startedAt > from);
  const until = Math.max(from, Math.min(own, ...next));
  if (until <= now) return { ...unbegun(row), ...ranAsPlanned(row, from, until) };
  if (!stands && row.endedAt !== null) return unbegun(row);
  const keeps = stands && was !== undefined && same(was.parts, row.parts);
  return { ...unbegun(row), startedAt: from, assumed: true, ...(keeps && { parts: row.parts }) };
}

function ranAsPlanned(row: SessionRow, from: number, until: number): Partial<SessionRow> {
  const within = (planned: number) => Math.min(from + planned - row.start, until);
  const parts = row.parts.map((part) => ({
    ...part,
    startedAt: within(part.start),
    endedAt: within(part.end),
  }));
  return { startedAt: from, endedAt: until, assumed: true, endAssumed: true, parts };
}

/** Those begun by hand that only one of these starts ended: on air again, or ended by what began next. */
function reopened(started: readonly SessionRow[], day: Rows, now: number): SessionRow[] {
  return [...day.values()].flatMap((row) => {
    const { startedAt, endedAt } = row;
    const wasEnded =
      startedAt !== null &&
      !row.assumed &&
      row.endAssumed === true &&
      started.some((other) => other.startedAt === endedAt && meet(other, row));
    if (!wasEnded) return [];
    const others = besides(row, day);
    const next = others.filter((other) => (other.startedAt ?? 0) > startedAt);
    const [first] = next.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
    const stays = first === undefined && others.some((other) => other.endedAt === null);
    if (stays || (first?.startedAt ?? now) > now) return [];
    const until = first?.startedAt ?? null;
    const parts = row.parts.map((part) =>
      part.endedAt !== null && part.endedAt === endedAt ? { ...part, endedAt: until } : part,
    );
    const said = row.endSaidAt == null ? {} : { endSaidAt: null };
    return [{ ...row, endedAt: until, endAssumed: first?.assumed === true, parts, ...said }];
  });
}

/** The others of its room that have begun, with those that are everybody's, as far as they were not planned beside it. */
function besides(row: SessionRow, day: Rows): SessionRow[] {
  return [...day.values()].filter(
    (other) => other.id !== row.id && !other.removed && other.startedAt !== null && meet(other, row),
  );
}

function meet(one: SessionRow, other: SessionRow): boolean {
  const together = one.room === other.room || one.room === null || other.room === null;
  return together && !areBeside(one, other);
}
