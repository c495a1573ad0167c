import { DateTime } from 'luxon';
import { resolveLocal, writeLocal } from '../file/local-time.ts';
import type { FoundEnd, FoundSession, Moment, Skipped } from './schedule.ts';

const minute = 60_000;
const longest = 24 * 60;
/** Assumed where a file says no end and nothing follows soon; minutes. */
const usual = 30;
/** How soon something must follow to be the end of what has none; minutes. */
const soon = 180;

/** A found session with its instants (epoch milliseconds) and its local start as an event file has it. */
export interface TimedSession {
  found: FoundSession;
  start: number;
  end: number;
  local: string;
  /** What had to be assumed of its times; null where nothing had. */
  assumed: string | null;
}

/** Gives sessions their instants in a zone; those whose times make no sense are skipped with the reason. */
export function timed(
  sessions: readonly FoundSession[],
  zone: string,
): { sessions: TimedSession[]; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const begun = sessions.flatMap((found) => {
    const start = instantOf(found.start, zone);
    if (start === null)
      skipped.push({ where: found.where, why: 'its start is no day of the calendar', unread: true });
    return start === null ? [] : [{ found, ...start }];
  });
  const starts = startsByRoom(begun);
  const placed = begun.flatMap(({ found, at, local, assumed }) => {
    const length = lengthOf(found, at, zone, starts);
    if (typeof length === 'string') {
      skipped.push({ where: found.where, why: length, unread: true });
      return [];
    }
    return [
      {
        found,
        start: at,
        end: at + length.minutes * minute,
        local,
        assumed: [assumed, length.assumed].filter((each) => each !== null).join(' ') || null,
      },
    ];
  });
  return { sessions: placed.toSorted((a, b) => a.start - b.start), skipped };
}

function instantOf(
  moment: Moment,
  zone: string,
  notBefore?: number,
): { at: number; local: string; assumed: string | null } | null {
  if ('instant' in moment) {
    const at = Math.floor(moment.instant / minute) * minute;
    return DateTime.fromMillis(at).isValid ? { at, local: writeLocal(at, zone), assumed: null } : null;
  }
  const resolved = resolveLocal(moment.local, zone, notBefore);
  return resolved && { at: resolved.at, local: resolved.local.replace('T', ' '), assumed: resolved.assumed };
}

function startsByRoom(begun: readonly { found: FoundSession; at: number }[]): Map<string | null, number[]> {
  const starts = new Map<string | null, number[]>();
  for (const { found, at } of begun) {
    const room = starts.get(found.room);
    if (room) room.push(at);
    else starts.set(found.room, [at]);
  }
  return starts;
}

/** How many minutes a session lasts, with what was assumed; a sentence where that makes no sense. */
function lengthOf(
  { end, room }: FoundSession,
  start: number,
  zone: string,
  starts: ReadonlyMap<string | null, readonly number[]>,
): { minutes: number; assumed: string | null } | string {
  const told = minutesOf(end, start, zone);
  if (told !== null && told > longest)
    return `it would last ${Math.round(told / 60)} hours; a session lasts at most 24`;
  if (told !== null && told < 0) return 'it ends before it starts';
  if (told !== null && told > 0) return { minutes: told, assumed: lengthAssumed(end) };
  const next = Math.min(...(starts.get(room) ?? []).filter((other) => other > start));
  const until = (next - start) / minute;
  const says =
    end !== null && 'unread' in end
      ? `Its end or length "${end.unread.slice(0, 60)}" was not understood`
      : told === 0
        ? 'It ends when it starts'
        : 'The file says no end';
  return until <= soon
    ? { minutes: until, assumed: `${says}; it lasts until the next one in its room.` }
    : { minutes: usual, assumed: `${says}; ${usual} minutes are assumed.` };
}

/** What was assumed of how a length is written. */
function lengthAssumed(end: FoundEnd): string | null {
  const assumed = end !== null && 'minutes' in end ? (end.assumed ?? null) : null;
  return assumed && `The length ${assumed}`;
}

/** How long a session lasts by what its file says; null where that cannot be told. */
function minutesOf(end: FoundEnd, start: number, zone: string): number | null {
  if (end === null || 'unread' in end) return null;
  if ('minutes' in end) return Math.round(end.minutes);
  const resolved = instantOf(end, zone, start);
  const told = resolved && Math.round((resolved.at - start) / minute);
  return told !== null && told > longest && 'local' in end
    ? withinTheNight(told, end.local, start, zone)
    : told;
}

/**
 * A length of more than a day, in minutes, or what it is where the end was taken for one of the next day because it reads
 * earlier than the start: in the night in which clocks go back it may be the same hour again.
 */
function withinTheNight(told: number, local: string, start: number, zone: string): number {
  const [day = '', clock = ''] = local.split('T');
  const before = DateTime.fromISO(day, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
  const again = resolveLocal(`${before}T${clock}`, zone, start)?.at;
  return again !== undefined && again > start ? Math.round((again - start) / minute) : told;
}
