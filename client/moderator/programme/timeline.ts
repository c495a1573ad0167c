import type { SessionView } from '../../../shared/views/view.ts';
import { instantsAt } from '../../look/local-time.ts';
import { dayIn } from '../../look/zones.ts';

/** About a day, in milliseconds. */
const day = 24 * 60 * 60_000;
/** How far off a time of day can be meant: half a day, and the hour that a clock may be put. In milliseconds. */
const nearby = 13 * 60 * 60_000;

/** The sessions whose times the crew knows and nobody else does yet. */
export function untold(programme: readonly SessionView[]): SessionView[] {
  return programme.filter(
    ({ status, expectedStart, expectedEnd, toldStart, toldEnd }) =>
      status !== 'ended' &&
      status !== 'cancelled' &&
      toldStart !== undefined &&
      toldEnd !== undefined &&
      (toldStart !== expectedStart || toldEnd !== expectedEnd),
  );
}

/** A change of times that somebody made and nobody but the crew knows; minutes below zero are fewer or earlier ones. */
export interface HeldChange {
  session: SessionView;
  of: 'length' | 'start';
  minutes: number;
}

/** The changes that were made and not told, in the day's order: what only moves because of one before it is none. */
export function heldChanges(programme: readonly SessionView[]): HeldChange[] {
  const changes: HeldChange[] = [];
  let before: Moved = { start: 0, end: 0 };
  for (const session of untold(programme)) {
    const moved = {
      start: minutesFrom(session.toldStart, session.expectedStart),
      end: minutesFrom(session.toldEnd, session.expectedEnd),
    };
    if (!follows(before, moved)) changes.push(changeOf(session, moved));
    before = moved;
  }
  return changes;
}

/** By how many minutes a session's start and end are others than was told. */
interface Moved {
  start: number;
  end: number;
}

/** Whether a session moves because of the one before it: no further than that, and its end no further than its start. */
function follows(before: Moved, { start, end }: Moved): boolean {
  const within = (part: number, whole: number) => part * whole >= 0 && Math.abs(part) <= Math.abs(whole);
  return start !== 0 && within(start, before.end) && within(end, start);
}

function changeOf(session: SessionView, { start, end }: Moved): HeldChange {
  const by = start === 0 ? end : start;
  const minutes = Math.max(1, Math.round(Math.abs(by)));
  return { session, of: start === 0 ? 'length' : 'start', minutes: by < 0 ? -minutes : minutes };
}

function minutesFrom(told: string | null | undefined, expected: string | null): number {
  return told == null || expected === null ? 0 : (Date.parse(expected) - Date.parse(told)) / 60_000;
}

/** After which session of its room this one comes when it goes up or down a place; undefined where it cannot. */
export function placesFor(
  programme: readonly SessionView[],
  session: SessionView,
): { up: string | null | undefined; down: string | undefined } {
  const room = programme.filter((each) => each.room === session.room);
  const at = room.findIndex(({ id }) => id === session.id);
  const before = room[at - 1];
  const after = room[at + 1];
  return {
    up: swaps(session, before) ? (room[at - 2]?.id ?? null) : undefined,
    down: swaps(session, after) ? after?.id : undefined,
  };
}

/** [T11] Sessions change places within their day, and only where neither is fixed or has begun. */
function swaps(session: SessionView, other: SessionView | undefined): boolean {
  return other !== undefined && other.day === session.day && movable(session) && movable(other);
}

function movable({ status, fixed }: SessionView): boolean {
  return !fixed && (status === 'upcoming' || status === 'due');
}

/**
 * The instant (ISO, UTC) nearest to `around` (epoch milliseconds) at which a zone's clock reads `wanted`, `HH:MM`, also in
 * the nights in which clocks change. Null where `wanted` is no time of day, or none that the clock reads then.
 */
export function instantNear(around: number, wanted: string, zone: string): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(wanted)) return null;
  const days = [-1, 0, 1].map((by) => dayIn(around + by * day, zone));
  const found = [...new Set(days)]
    .flatMap((date) => instantsAt(`${date} ${wanted}`, zone))
    .filter((at) => Math.abs(at - around) <= nearby);
  const [nearest] = found.sort((one, other) => Math.abs(one - around) - Math.abs(other - around));
  return nearest === undefined ? null : new Date(nearest).toISOString();
}
