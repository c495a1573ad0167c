import type { SessionView } from '../../shared/views/view.ts';
import { cityOf } from '../look/cities.ts';
import { catalogue } from '../look/messages.ts';
import { agree, clockTime, dayIn, dayName } from '../look/zones.ts';
import { minutesLate } from '../stage/clock-text.ts';
import { speakerMessages } from './messages.en.ts';
import { waitOf } from './phase.ts';

const say = catalogue(speakerMessages);

/** An instant (epoch milliseconds) on the venue's clock, with the reader's beside it where that says something else. */
export function clockWords(at: number, zone: string, mine: string): string {
  const venue = clockTime(at, zone);
  if (agree(at, zone, mine)) return venue;
  return say('time.both', { venue, city: cityOf(zone), mine: clockTime(at, mine), myCity: cityOf(mine) });
}

/** How long it is to a session's planned start, on the venue's clock and the reader's. */
export function waitWords(session: SessionView, at: number, zone: string, mine = zone): string {
  const planned = Date.parse(session.plannedStart);
  const time = clockWords(planned, zone, mine);
  const { side, minutes } = waitOf(session.plannedStart, at);
  if (side === 'after') return say('wait.after', { minutes, time });
  const day = dayIn(planned, zone);
  if (day !== dayIn(at, zone)) return say('wait.beforeDays', { day: dayName(day), time });
  if (minutes < 120) return say('wait.before', { minutes, time });
  return say('wait.beforeHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60, time });
}

/** How long ago a message was sent (ISO), in whole minutes. */
export function ageWords(sent: string, at: number): string {
  return say('note.age', { minutes: Math.max(0, Math.floor((at - Date.parse(sent)) / 60_000)) });
}

/** How far a session is off its plan: its start until it has begun, then its end; null where it is on time or over. */
export function lateWords(session: SessionView): string | null {
  if (session.status === 'ended' || session.status === 'cancelled') return null;
  const begun = session.status === 'onAir';
  const late = begun
    ? minutesLate(session.plannedEnd, session.expectedEnd)
    : minutesLate(session.plannedStart, session.expectedStart);
  if (late === 0) return null;
  const minutes = Math.abs(late);
  if (begun) return say(late > 0 ? 'late.endLater' : 'late.endSooner', { minutes });
  return say(late > 0 ? 'late.startLater' : 'late.startSooner', { minutes });
}
