import type { PartView, SessionView } from '../../shared/views/view.ts';
import { whereWeAre } from '../stage/room-programme.ts';

const minute = 60_000;

/** Minutes from which a change is told to everybody by itself; smaller ones are the crew's until somebody tells them. */
export const worthTelling = 3;

/** What one press of *Next* starts, and the session that it ends. */
export interface Step {
  session: SessionView;
  part: PartView | null;
  /** The session that ends by it; null where only a part does, or nothing. */
  ends: SessionView | null;
}

/** What comes next in a room: the next part of what is on air, else the next session; null at the day's end. */
export function nextStep(programme: readonly SessionView[], at: number): Step | null {
  const { now, next } = whereWeAre(programme, at);
  const part = now && nextPart(now);
  if (now && part) return { session: now, part, ends: null };
  if (!next) return null;
  return { session: next, part: next.parts[0] ?? null, ends: now };
}

function nextPart({ parts }: SessionView): PartView | null {
  const running = parts.findLastIndex(({ startedAt }) => startedAt !== null);
  return parts[running + 1] ?? null;
}

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

/**
 * Whether a change of so many minutes is told to everybody: from three minutes on, together with what was held back
 * before it. Small ones would only unsettle people.
 */
export function tellsEveryone(session: SessionView, minutes: number): boolean {
  const held =
    session.toldEnd == null || session.expectedEnd === null
      ? 0
      : Date.parse(session.expectedEnd) - Date.parse(session.toldEnd);
  return Math.abs(minutes + held / minute) >= worthTelling;
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
