import { areBeside, byRoom, isAnchor, type Knowledge, meantStart, ownStart } from './order.ts';
import { partTimes, type Span } from './part-times.ts';
import { driftLimit, minute, nextMinute, pastAfter, type SessionRow } from './session.ts';

/** When a session, its Q&A and its parts are expected. `qaStart` is null where it has no Q&A. */
export interface Times extends Span {
  qaStart: number | null;
  /** Where it would end if nothing fixed cut it off. */
  wantedEnd: number | null;
  /** When its turn comes: where it would start if what runs over ended in time. */
  due: number | null;
  /** Whether its start, or that of a part, waits by the minute for what runs over. */
  waits: boolean;
  parts: ReadonlyMap<string, Span>;
}

/** A session as it is laid out in its room. */
type Laid = Pick<Times, 'start' | 'end' | 'wantedEnd' | 'due'>;

/**
 * [T22] The expected times of all sessions. In each room, in order: a session begins no earlier than planned (plus its
 * shift) and no earlier than the one before it ends; a break gives way down to `shrinkTo`; fixed sessions stay
 * where they are and what runs into them is cut off there. Rooms are independent, but sessions without a room
 * stand fixed in every room. What has begun stands where it began; a session that was passed over (a later one of
 * its room has begun) pushes nothing. `at` is the state's time, for sessions that are put off by the minute.
 *
 * [T35] What comes after something that is on air and over its end waits for it: it is expected no earlier than the next
 * full minute, as long as that is on air, though not for longer than anybody waits for a word about it.
 */
export function timeline(
  sessions: Iterable<SessionRow>,
  at: number,
  knowledge: Knowledge,
): Map<string, Times> {
  const times = new Map<string, Times>();
  const everybodys = new Map<SessionRow, Laid>();
  for (const items of byRoom(sessions)) {
    for (const [item, span] of layOut(items, at, knowledge, true)) {
      const merged = item.room === null ? earlier(everybodys.get(item), span) : span;
      if (item.room === null) everybodys.set(item, merged);
      times.set(item.id, timesOf(item, merged, knowledge, at));
    }
  }
  return times;
}

/**
 * The times of the sessions of one room, given in their order, as the staff knows them, if whatever is on air ends in
 * time: what autorun goes by, which waits for nobody.
 */
export function roomInTime(items: readonly SessionRow[], at: number): Map<string, Times> {
  const times = new Map<string, Times>();
  for (const [item, span] of layOutInTime(items, at, 'internal', true))
    times.set(item.id, timesOf(item, span, 'internal', null));
  return times;
}

/** A session that is everybody's has the times of the room in which it is over first. */
function earlier(known: Laid | undefined, span: Laid): Laid {
  if (known?.start == null || known.end === null || span.start === null || span.end === null)
    return known ?? span;
  return {
    start: Math.min(known.start, span.start),
    end: Math.min(known.end, span.end),
    wantedEnd: Math.min(known.wantedEnd ?? known.end, span.wantedEnd ?? span.end),
    due: Math.min(known.due ?? known.start, span.due ?? span.start),
  };
}

/** By how much each fixed session would be run into by what precedes it in its room, in milliseconds. */
export function overruns(sessions: Iterable<SessionRow>, at: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const items of byRoom(sessions)) {
    const before: [SessionRow, number][] = [];
    for (const [item, { start, end }] of layOut(items, at, 'internal', false)) {
      if (isAnchor(item) && start !== null && item.startedAt === null) {
        let until = 0;
        for (const [other, its] of before) if (its > until && pushes(other, item)) until = its;
        if (until > start) found.set(item.id, Math.max(found.get(item.id) ?? 0, until - start));
      }
      if (end !== null) before.push([item, end]);
    }
  }
  return found;
}

/** Whether the end of one session is what another waits for. */
function pushes(one: SessionRow, other: SessionRow): boolean {
  return !areBeside(one, other);
}

/** The sessions of a room, those after what runs over waiting for it. */
function layOut(
  items: readonly SessionRow[],
  at: number,
  knowledge: Knowledge,
  clip: boolean,
): Map<SessionRow, Laid> {
  const inTime = layOutInTime(items, at, knowledge, clip);
  const over = new Set(items.filter((item) => runsOver(item, inTime.get(item)?.end, at)));
  if (over.size === 0) return inTime;
  const spans = layOutInTime(items, at, knowledge, clip, over);
  for (const [item, span] of spans) spans.set(item, { ...span, due: inTime.get(item)?.due ?? span.due });
  return spans;
}

/** Whether a session is on air though its end has gone by, and not so long ago that nobody waits for it. */
function runsOver({ startedAt, endedAt }: SessionRow, end: number | null | undefined, at: number): boolean {
  return startedAt !== null && endedAt === null && end != null && at >= end && at < end + pastAfter;
}

/** The sessions of a room as if all that is on air ended in time, save what runs `over`. */
function layOutInTime(
  items: readonly SessionRow[],
  at: number,
  knowledge: Knowledge,
  clip: boolean,
  over?: ReadonlySet<SessionRow>,
): Map<SessionRow, Laid> {
  const spans = new Map<SessionRow, Laid>();
  const limits = limitsOf(items, knowledge, clip);
  const everybodys: [SessionRow, number][] = [];
  const onAir: [SessionRow, number][] = [];
  let cursor = Number.NEGATIVE_INFINITY;
  items.forEach((item, index) => {
    if (item.cancelled) {
      spans.set(item, { start: null, end: null, wantedEnd: null, due: null });
      return;
    }
    const limit = limits[index] ?? Number.POSITIVE_INFINITY;
    let free = cursor;
    for (const [shared, its] of everybodys) if (its > free && pushes(shared, item)) free = its;
    let start = item.startedAt ?? Math.min(expectedStart(item, free, at, knowledge), limit);
    // Also where something fixed before which it should have been is late by now.
    if (item.startedAt === null && !isAnchor(item))
      for (const [other, until] of onAir) if (until > start && pushes(other, item)) start = until;
    const wantedEnd = item.endedAt ?? Math.max(start, expectedEnd(item, start, knowledge));
    const end = item.endedAt ?? Math.max(start, Math.min(wantedEnd, limit));
    spans.set(item, { start, end, wantedEnd, due: start });
    if (item.startedAt !== null && item.endedAt === null)
      onAir.push([item, over?.has(item) ? nextMinute(at) : end]);
    if (item.room === null) everybodys.push([item, end]);
    else cursor = Math.max(cursor, end);
  });
  return spans;
}

/**
 * Where each session of a room is cut off: by the next fixed session that has not begun (with `clip`), and by what was
 * begun although it comes later. One pass from the last to the first, so that a long day costs little more per session.
 */
function limitsOf(items: readonly SessionRow[], knowledge: Knowledge, clip: boolean): number[] {
  const startOf = (item: SessionRow) => ownStart(item, knowledge);
  const anchors = clip ? items.filter((item) => isAnchor(item) && item.startedAt === null) : [];
  const anchorsAhead: SessionRow[] = [];
  const begunLater: SessionRow[] = [];
  return items
    .toReversed()
    .map((item) => {
      const { startedAt } = item;
      let limit = Number.POSITIVE_INFINITY;
      const cutAt = (other: SessionRow, instant: number) => {
        if (instant < limit && pushes(item, other)) limit = instant;
      };
      if (startedAt === null) {
        const own = startOf(item);
        for (const anchor of anchorsAhead) cutAt(anchor, startOf(anchor));
        for (const begun of begunLater)
          if (begun.startedAt !== null && (!isAnchor(item) || begun.startedAt >= own))
            cutAt(begun, begun.startedAt);
      } else {
        // What runs already may have been taken before a fixed session that came first.
        for (const anchor of anchors) if (startOf(anchor) > startedAt) cutAt(anchor, startOf(anchor));
        begunLater.push(item);
      }
      if (clip && isAnchor(item) && startedAt === null) anchorsAhead.push(item);
      return limit;
    })
    .reverse();
}

function expectedStart(item: SessionRow, cursor: number, at: number, knowledge: Knowledge): number {
  const own = ownStart(item, knowledge);
  const start = isAnchor(item) ? own : Math.max(own, cursor);
  if (!item.notYet) return start;
  return Math.max(start, Math.min(nextMinute(at), own + driftLimit));
}

/**
 * Whether a session lasts until its own end, also one that begins late or early, though never less than it may shrink
 * to: a break does, and a social session that may shrink.
 */
export function lastsToItsEnd({ kind, shrinkTo, startedAt, keepsEnd }: SessionRow): boolean {
  const gives = kind === 'break' || (kind === 'social' && shrinkTo !== null);
  return gives && (startedAt === null || keepsEnd === true);
}

function expectedEnd(item: SessionRow, start: number, knowledge: Knowledge): number {
  const stretch = knowledge === 'internal' ? item.stretch : item.toldStretch;
  const length = Math.max(0, item.end - item.start + stretch);
  if (!lastsToItsEnd(item)) return start + length + partsLate(item, start);
  const shortest = Math.min(length, item.shrinkTo === null ? length : item.shrinkTo * minute);
  return Math.max(meantStart(item, knowledge) + length, start + shortest);
}

/** How late the parts of a session run against its start, by the last one that began, in milliseconds: the rest still comes. */
function partsLate(item: SessionRow, start: number): number {
  const last = item.parts.findLast(({ startedAt }) => startedAt !== null);
  if (last?.startedAt == null) return 0;
  const late =
    last.endedAt === null
      ? last.startedAt - (start + last.start - item.start)
      : last.endedAt - (start + last.end - item.start);
  return Math.max(0, late);
}

/**
 * What follows from where a session lies: its parts, and its Q&A. That is the end of the time that was meant for the
 * session: where that is cut off, the Q&A gives way first. Without `at` its parts wait for nobody.
 */
function timesOf(item: SessionRow, span: Laid, knowledge: Knowledge, at: number | null): Times {
  const { parts, waits } = partTimes(item, span, at);
  const qa = item.qa * minute - (knowledge === 'internal' ? item.qaCut : item.toldQaCut);
  const qaStart =
    qa > 0 && span.start !== null && span.end !== null && span.wantedEnd !== null
      ? Math.min(span.end, Math.max(span.start, span.wantedEnd - qa))
      : null;
  const { start, end, wantedEnd, due } = span;
  return { start, end, wantedEnd, due, waits: waits || start !== due, qaStart, parts };
}
