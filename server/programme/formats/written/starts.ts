import type { Moment } from '../../normalize/schedule.ts';
import { type Span, spanOf } from './clock-times.ts';
import { dateOf, type WrittenDate } from './dates.ts';
import { momentOf } from './moments.ts';
import { plainDigits } from './plain-digits.ts';

/** What a cell says of a time: perhaps with its date, perhaps an instant. */
export interface WrittenStart extends Span {
  date: WrittenDate | null;
  instant: Extract<Moment, { instant: number }> | null;
}

/** Reads a cell with a time: a time of day, a span, a date and a time, or a workbook's number. */
export function startOf(written: string): WrittenStart | null {
  if (written === '' || written.length > 80) return null;
  const cell = plainDigits(written).trim();
  // `2026-08-15 09:00-09:30` is a span; an offset stands behind a `T` or seconds, or is earlier than the time.
  const [, day = '', from = '', to = ''] =
    /^(\d{4}-\d{2}-\d{2}) (\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/.exec(cell) ?? [];
  if (day !== '' && to.padStart(5, '0') > from.padStart(5, '0')) return dated(day, `${from}-${to}`);
  const moment = momentOf(cell);
  if (moment && 'instant' in moment) return { date: null, start: 0, end: null, instant: moment };
  if (moment) return dated(moment.local.slice(0, 10), moment.local.slice(11));
  const serial = /^([2-7]\d{4})(\.\d{1,18})$/.exec(cell);
  if (serial) return dated(serial[1] ?? '', `0${serial[2]}`);
  const span = spanOf(cell);
  if (span) return { ...span, date: null, instant: null };
  for (let at = cell.indexOf(' '); at > 0; at = cell.indexOf(' ', at + 1)) {
    const both = dated(cell.slice(0, at).replace(/,$/, ''), cell.slice(at + 1));
    if (both) return both;
  }
  return null;
}

function dated(day: string, time: string): WrittenStart | null {
  // `26 April 2026` is no day with the time 20:26.
  const span = /^\d+$/.test(time) ? null : spanOf(time);
  const date = span ? dateOf(day) : null;
  return span && date ? { ...span, date, instant: null } : null;
}
