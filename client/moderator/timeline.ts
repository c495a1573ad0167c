import type { SessionView } from '../../shared/views/view.ts';

const minute = 60_000;

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
    up: movable(session) && before && movable(before) ? (room[at - 2]?.id ?? null) : undefined,
    down: movable(session) && after && movable(after) ? after.id : undefined,
  };
}

function movable({ status, fixed }: SessionView): boolean {
  return !fixed && (status === 'upcoming' || status === 'due');
}

/**
 * The instant (ISO, UTC) at which the clock that showed `shown` at `around` (epoch milliseconds) showed `wanted`, the
 * nearest one; both clocks as `HH:MM`. Null where `wanted` is no time of day.
 */
export function instantNear(around: number, shown: string, wanted: string): string | null {
  const [is, was] = [minutesOf(shown), minutesOf(wanted)];
  if (is === null || was === null) return null;
  const off = ((was - is + 720 + 1440) % 1440) - 720;
  return new Date(Math.floor(around / minute) * minute + off * minute).toISOString();
}

function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
