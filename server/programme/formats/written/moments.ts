import { DateTime } from 'luxon';
import type { Moment } from '../../normalize/schedule.ts';

const isoTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** The basic form of ISO 8601, `20260815T090000`. */
const basic = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(?:\d{2})?(?=Z|[+-]|$)/i;

/** An ISO date and time as a moment: an instant where it has an offset, else local. Null for anything else, and for years of no event. */
export function momentOf(written: string): Moment | null {
  const [, date, clock, offset] = isoTime.exec(written.trim().replace(basic, '$1-$2-$3T$4:$5')) ?? [];
  if (date === undefined || clock === undefined) return null;
  const local = `${date}T${clock}`;
  const time = DateTime.fromISO(`${local}${offset?.toUpperCase() ?? ''}`, { zone: 'utc' });
  if (!time.isValid || time.year < 1970 || time.year > 2199) return null;
  if (offset === undefined) return { local };
  const ahead = (Date.parse(`${local}Z`) - time.toMillis()) / 60_000;
  return { instant: time.toMillis(), ...(ahead !== 0 && { ahead }) };
}

/** A local time some minutes later (or earlier), `YYYY-MM-DDTHH:MM`. */
export function later(local: string, minutes: number): string {
  return DateTime.fromISO(local, { zone: 'utc' }).plus({ minutes }).toFormat("yyyy-MM-dd'T'HH:mm");
}
