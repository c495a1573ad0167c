import { driftLimit, minute, type SessionRow } from './session.ts';

/** A stretch of expected time; null where a session is cancelled. Epoch milliseconds. */
export interface Span {
  start: number | null;
  end: number | null;
}

/** When a session, its Q&A and its parts are expected. `qaStart` is null where it has no Q&A. */
export interface Times extends Span {
  qaStart: number | null;
  parts: ReadonlyMap<string, Span>;
}

/** Whose knowledge a timeline is: the crew's, or what everybody was told. */
export type Knowledge = 'crew' | 'told';

/**
 * [T22] The expected times of all sessions. In each room, in order: a session begins no earlier than planned (plus its
 * shift) and no earlier than the one before it ends; a break gives way down to `shrinkTo`; fixed sessions stay
 * where they are and what runs into them is cut off there. Rooms are independent, but sessions without a room
 * stand fixed in every room. What has begun stands where it began; a session that was passed over (a later one of
 * its room has begun) pushes nothing. `at` is the state's time, for sessions that are put off by the minute.
 */
export function timeline(
  sessions: Iterable<SessionRow>,
  at: number,
  knowledge: Knowledge,
): Map<string, Times> {
  const times = new Map<string, Times>();
  for (const items of byRoom(sessions)) {
    for (const [item, span] of layOut(items, at, knowledge, true)) {
      times.set(item.id, withParts(item, earlier(times.get(item.id), span), knowledge));
    }
  }
  return times;
}

/** A session that is everybody's has the times of the room in which it is over first. */
function earlier(known: Span | undefined, span: Span): Span {
  if (known?.start == null || known.end === null || span.start === null || span.end === null)
    return known ?? span;
  return { start: Math.min(known.start, span.start), end: Math.min(known.end, span.end) };
}

/** By how much each fixed session would be run into by what precedes it in its room, in milliseconds. */
export function overruns(sessions: Iterable<SessionRow>, at: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const items of byRoom(sessions)) {
    let cursor = Number.NEGATIVE_INFINITY;
    for (const [item, span] of layOut(items, at, 'crew', false)) {
      if (isAnchor(item) && span.start !== null && cursor > span.start) {
        found.set(item.id, Math.max(found.get(item.id) ?? 0, cursor - span.start));
      }
      cursor = Math.max(cursor, span.end ?? cursor);
    }
  }
  return found;
}

/** The sessions of each room in their order, with those that are everybody's among them. */
export function byRoom(sessions: Iterable<SessionRow>): SessionRow[][] {
  const rooms = new Map<string, SessionRow[]>();
  const everybodys: SessionRow[] = [];
  for (const session of sessions) {
    if (session.removed) continue;
    if (session.room === null) {
      everybodys.push(session);
      continue;
    }
    const room = rooms.get(session.room);
    if (room) room.push(session);
    else rooms.set(session.room, [session]);
  }
  if (rooms.size === 0) return [weave([], everybodys)];
  return [...rooms.values()].map((items) => weave(items, everybodys));
}

/** The sessions that were passed over: one that comes later in their room has begun. Fixed ones keep their time. */
export function passedOver(sessions: Iterable<SessionRow>): ReadonlySet<string> {
  const passed = new Set<string>();
  for (const items of byRoom(sessions)) {
    const last = items.findLastIndex(({ startedAt }) => startedAt !== null);
    for (const item of items.slice(0, Math.max(0, last)))
      if (item.startedAt === null && !isAnchor(item)) passed.add(item.id);
  }
  return passed;
}

/** Whether a session stays where it is whatever happens before it. */
export function isAnchor(session: SessionRow): boolean {
  return (session.fixed || session.room === null) && !session.cancelled;
}

function weave(items: readonly SessionRow[], everybodys: readonly SessionRow[]): SessionRow[] {
  const woven = items.toSorted((a, b) => a.order - b.order);
  for (const shared of everybodys.toSorted((a, b) => a.start - b.start)) {
    const before = woven.findIndex((item) => item.start >= shared.start);
    woven.splice(before === -1 ? woven.length : before, 0, shared);
  }
  return woven;
}

function layOut(
  items: readonly SessionRow[],
  at: number,
  knowledge: Knowledge,
  clip: boolean,
): Map<SessionRow, Span> {
  const spans = new Map<SessionRow, Span>();
  const limits = limitsOf(items, knowledge, clip);
  let cursor = Number.NEGATIVE_INFINITY;
  items.forEach((item, index) => {
    if (item.cancelled) {
      spans.set(item, { start: null, end: null });
      return;
    }
    const limit = limits[index] ?? Number.POSITIVE_INFINITY;
    const start = item.startedAt ?? Math.min(expectedStart(item, cursor, at, knowledge), limit);
    const end = item.endedAt ?? Math.max(start, Math.min(expectedEnd(item, start, knowledge), limit));
    spans.set(item, { start, end });
    cursor = Math.max(cursor, end);
  });
  return spans;
}

/**
 * Where each session of a room is cut off: by the next fixed session that has not begun (with `clip`), and by what was
 * begun although it comes later. One pass from the last to the first, so that a long day costs no more per session.
 */
function limitsOf(items: readonly SessionRow[], knowledge: Knowledge, clip: boolean): number[] {
  const startOf = (item: SessionRow) => item.start + shiftOf(item, knowledge);
  const anchors = clip ? items.filter((item) => isAnchor(item) && item.startedAt === null).map(startOf) : [];
  const begunLater: number[] = [];
  let anchorAhead = Number.POSITIVE_INFINITY;
  return items
    .toReversed()
    .map((item) => {
      const { startedAt } = item;
      // What runs already may have been taken before a fixed session that came first.
      const fixed = startedAt === null ? anchorAhead : least(anchors, (start) => start > startedAt);
      const own = startOf(item);
      const begun =
        startedAt === null
          ? least(begunLater, (start) => !isAnchor(item) || start >= own)
          : Number.POSITIVE_INFINITY;
      if (clip && isAnchor(item) && startedAt === null) anchorAhead = own;
      if (startedAt !== null) begunLater.push(startedAt);
      return Math.min(fixed, begun);
    })
    .reverse();
}

/** The least of the instants that count; infinity where none does. */
function least(instants: readonly number[], counts: (instant: number) => boolean): number {
  return instants.reduce((min, each) => (each < min && counts(each) ? each : min), Number.POSITIVE_INFINITY);
}

function expectedStart(item: SessionRow, cursor: number, at: number, knowledge: Knowledge): number {
  const own = item.start + shiftOf(item, knowledge);
  const start = isAnchor(item) ? own : Math.max(own, cursor);
  if (!item.notYet) return start;
  return Math.max(start, Math.min((Math.floor(at / minute) + 1) * minute, own + driftLimit));
}

/**
 * Whether a session lasts until its own end, also one that begins late or early: a break does, though never less than
 * it may shrink to. Under rules 1 one that had begun lasted its whole length.
 */
export function lastsToItsEnd({ kind, startedAt, keepsEnd }: SessionRow): boolean {
  return kind === 'break' && (startedAt === null || keepsEnd === true);
}

function expectedEnd(item: SessionRow, start: number, knowledge: Knowledge): number {
  const stretch = knowledge === 'crew' ? item.stretch : item.toldStretch;
  const length = Math.max(0, item.end - item.start + stretch);
  if (!lastsToItsEnd(item)) return start + length;
  const least = Math.min(length, item.shrinkTo === null ? length : item.shrinkTo * minute);
  return Math.max(item.start + shiftOf(item, knowledge) + length, start + least);
}

function shiftOf(item: SessionRow, knowledge: Knowledge): number {
  return knowledge === 'crew' ? item.shift : item.toldShift;
}

const noParts: Map<string, Span> = new Map();

/** Parts keep their plan relative to the session's start; each begins no earlier than the one before it ended. */
function withParts(item: SessionRow, span: Span, knowledge: Knowledge): Times {
  const parts = item.parts.length === 0 ? noParts : new Map<string, Span>();
  let cursor = Number.NEGATIVE_INFINITY;
  for (const part of item.parts) {
    if (span.start === null || span.end === null) {
      parts.set(part.id, { start: null, end: null });
      continue;
    }
    const planned = Math.min(span.start + (part.start - item.start), Math.max(span.start, span.end));
    const start = part.startedAt ?? Math.max(cursor, planned);
    const end =
      part.endedAt ?? Math.max(start, Math.min(start + (part.end - part.start), Math.max(span.end, start)));
    parts.set(part.id, { start, end });
    cursor = end;
  }
  const qa = item.qa * minute - (knowledge === 'crew' ? item.qaCut : item.toldQaCut);
  const qaStart =
    qa > 0 && span.start !== null && span.end !== null ? Math.max(span.start, span.end - qa) : null;
  return { start: span.start, end: span.end, qaStart, parts };
}
