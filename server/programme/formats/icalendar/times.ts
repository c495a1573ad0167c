import type { Moment } from '../../normalize/schedule.ts';
import type { Property } from './lines.ts';
import { type CalendarZone, utc } from './zones.ts';

/** A time of a calendar: its local time as written, its zone (null: floating), and the moment it is. */
export interface CalendarTime {
  local: string;
  zone: CalendarZone | null;
  moment: Moment;
  /** What was assumed, or null. */
  assumed: string | null;
}

const dateTime = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(?:\.\d{1,9})?(Z|[+-]\d{4})?)?$/i;

/** The times of DTSTART, DTEND, EXDATE …: `day` for a date without a time, null for what is none. */
export function timesOf(
  property: Property,
  zoneOf: (name: string) => CalendarZone | null,
): (CalendarTime | { day: string } | null)[] {
  const name = property.parameters.get('TZID');
  const named = name === undefined ? null : zoneOf(name);
  const lost =
    name !== undefined && named === null
      ? `The zone "${name.slice(0, 80)}" is not known; the time was taken as local.`
      : null;
  return property.value.split(',').map((written) => {
    const [date8 = '', clock] = (written.split('/')[0] ?? '').trim().toUpperCase().split('T');
    const compact = [date8.replaceAll('-', ''), ...(clock === undefined ? [] : [clock.replaceAll(':', '')])];
    const [, year, month, day, hour, minute, offset] = dateTime.exec(compact.join('T')) ?? [];
    if (year === undefined || year < '1970' || year > '2199') return null;
    const date = `${year}-${month}-${day}`;
    if (hour === undefined) return Number.isNaN(Date.parse(date)) ? null : { day: date };
    const local = `${date}T${hour}:${minute}`;
    return placed(local, offset === undefined ? named : utc, offset, lost);
  });
}

/** The end of what begins at a time: where its clock reads it twice, the first after that. */
export function endAfter(end: CalendarTime, { moment }: CalendarTime): CalendarTime {
  if (end.zone === null || end.zone === utc || !('instant' in moment) || 'local' in end.moment) return end;
  const at = end.zone.resolve(end.local, moment.instant)?.at;
  if (at === undefined || at <= end.moment.instant) return end;
  return { ...end, moment: { instant: at, ahead: (Date.parse(`${end.local}Z`) - at) / 60_000 } };
}

/** A local time in its zone; an offset that is written is taken off. */
export function placed(
  local: string,
  zone: CalendarZone | null,
  offset?: string,
  lost: string | null = null,
): CalendarTime | null {
  const resolved = (zone ?? utc).resolve(local);
  if (!resolved) return null;
  if (zone === null) return { local, zone, moment: { local }, assumed: lost };
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d)(\d\d)$/.exec(offset ?? '') ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  const instant = resolved.at - ahead;
  const clock = (Date.parse(`${local}Z`) - instant) / 60_000;
  const moment = { instant, ...(clock !== 0 && { ahead: clock }) };
  return { local, zone, moment, assumed: resolved.assumed };
}

/** What tells one moment from another. */
export function momentKey(moment: Moment): string {
  return 'local' in moment ? moment.local : String(moment.instant);
}
