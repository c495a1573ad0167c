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
