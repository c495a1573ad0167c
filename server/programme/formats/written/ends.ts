import type { FoundEnd, Moment } from '../../normalize/schedule.ts';
import { spanOf } from './clock-times.ts';
import { isCalendarDate, isoDate } from './dates.ts';
import { lengthIn } from './lengths.ts';
import { later, momentOf } from './moments.ts';
import { startOf } from './starts.ts';

/** A date and a time as a moment: ISO 8601, or any other notation that can be read in one way only (`15.8.2026 1:00 PM`). */
export function momentIn(written: string): Moment | null {
  const moment = momentOf(written);
  if (moment !== null) return moment;
  const told = startOf(written);
  if (told?.instant != null) return told.instant;
  const date = told?.date;
  if (!told || !date || !isCalendarDate(date) || date.year === null) return null;
  if (date.kind === 'open' && date.first <= 12 && date.second <= 12 && date.first !== date.second)
    return null;
  const day = isoDate(date, true, date.year);
  return day === null ? null : { local: later(`${day}T00:00`, told.start) };
}

/** The day that a date means, `YYYY-MM-DD`: ISO 8601, or any other that can be read in one way only; null for others. */
export function dayIn(written: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}/.test(written)) return written.slice(0, 10);
  const moment = momentIn(`${written.trim()} 00:00`);
  return moment && 'local' in moment ? moment.local.slice(0, 10) : null;
}

/** The minutes after midnight of a clock's reading (`9:00`, `10:00:00`, `1 PM`); null for anything else. */
export function clockIn(written: string | null): number | null {
  const span = written === null ? null : spanOf(written);
  return span !== null && span.start < 24 * 60 ? span.start : null;
}

/** The end of an entry by its own field, else by its length; what stands there where neither can be read. A time of day alone is the next after the start. */
export function endIn(end: string | null, duration: string | null, start: Moment): FoundEnd {
  const told = end === null ? null : (momentIn(end) ?? untilClock(start, clockIn(end)));
  if (told !== null) return told;
  const length = lengthIn(duration ?? '');
  if (length !== null) return length;
  const unread = end ?? duration;
  return unread === null ? null : { unread };
}

/** The end at the next time at which the clock of the start shows so many minutes after midnight. */
export function untilClock(start: Moment, clock: number | null): FoundEnd {
  if (clock === null) return null;
  const shown =
    'local' in start ? start.local : new Date(start.instant + (start.ahead ?? 0) * 60_000).toISOString();
  const from = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
  const minutes = (clock - from + 24 * 60) % (24 * 60);
  return 'local' in start ? { local: later(start.local, minutes) } : { minutes };
}
