import ICAL from 'ical.js';
import { isZone, type Resolved, resolveLocal } from '../../file/local-time.ts';
import { type Component, propertyNamed } from './components.ts';
import { windowsZones } from './windows-zones.ts';

/**
 * What turns a local time of a calendar into an instant, of two alike the first after `notBefore` (epoch milliseconds);
 * `iana` is null where only the file knows the zone.
 */
export interface CalendarZone {
  iana: string | null;
  resolve(local: string, notBefore?: number): Resolved | null;
}

/** Coordinated Universal Time. */
export const utc: CalendarZone = zoneNamed('UTC');

/** The IANA zone that a name of a calendar means: IANA, Windows, or IANA behind a prefix (`/x.org/1/Europe/Rome`). */
export function ianaZone(written: string): string | null {
  const name = written.replaceAll('"', '').trim();
  const windows = windowsZones.get(name.toLowerCase());
  if (windows !== undefined) return windows;
  const parts = name.split('/').filter((part) => part !== '');
  for (const candidate of [name, parts.slice(-3).join('/'), parts.slice(-2).join('/')]) {
    if (isZone(candidate)) return candidate;
  }
  return null;
}

/** Names without a place, by the places to which IANA's own list links them. */
const placeless: Readonly<Record<string, string>> = {
  z: 'UTC',
  wet: 'Europe/Lisbon',
  cet: 'Europe/Brussels',
  met: 'Europe/Brussels',
  eet: 'Europe/Athens',
  est5edt: 'America/New_York',
  cst6cdt: 'America/Chicago',
  mst7mdt: 'America/Denver',
  pst8pdt: 'America/Los_Angeles',
};

/** The IANA zone that a name means which is none: `CET`, `America/New York`, or an offset in hours (`UTC+2`, `GMT-0500`). */
export function looseZone(written: string): string | null {
  const name = written.replaceAll('"', '').trim();
  const known = placeless[name.toLowerCase()];
  if (known !== undefined) return known;
  const [, sign, hours] = /^(?:UTC|GMT) ?([+-])0?(\d{1,2})(?::?00)?$/i.exec(name) ?? [];
  const offset = hours === '0' ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
  const zone = hours === undefined ? name.replaceAll(' ', '_') : offset;
  return isZone(zone) ? zone : null;
}

/** The zones of a calendar by the names that its times give them: known ones, else those its VTIMEZONEs define. */
export function zonesOf(calendar: Component): (name: string) => CalendarZone | null {
  const defined = new Map(
    calendar.children
      .filter(({ name }) => name === 'VTIMEZONE')
      .map((zone) => [propertyNamed(zone, 'TZID')?.value.replaceAll('"', ''), zone]),
  );
  const known = new Map<string, CalendarZone | null>();
  return (name) => {
    const met = known.get(name);
    if (met !== undefined) return met;
    const own = defined.get(name);
    const location = own && propertyNamed(own, 'X-LIC-LOCATION')?.value;
    const iana = ianaZone(name) ?? (location === undefined ? null : ianaZone(location));
    const loose = iana === null && !own ? looseZone(name) : null;
    const called = iana ?? loose;
    const zone = called === null ? (own ? zoneDefined(own) : null) : zoneNamed(called);
    known.set(name, zone);
    return zone;
  };
}

function zoneNamed(iana: string): CalendarZone {
  return { iana, resolve: (local, notBefore) => resolveLocal(local, iana, notBefore) };
}

/** What rules of a VTIMEZONE may say; anything else could keep the library busy for ever. */
const yearly =
  /^FREQ=YEARLY(?:;(?:INTERVAL=1|BYMONTH=(?:[1-9]|1[0-2])|BYDAY=[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)|WKST=[A-Z]{2}|UNTIL=\d{8}(?:T\d{6}Z?)?))*$/i;

/** A zone by the rules that stand in the file itself. */
function zoneDefined({ properties, children }: Component): CalendarZone | null {
  const rules = children.flatMap((child) => child.properties.filter(({ name }) => name === 'RRULE'));
  if (rules.length > 20 || !rules.every(({ value }) => yearly.test(value))) return null;
  const used = new Set(['TZID', 'DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']);
  const lines = (from: typeof properties) =>
    from.filter(({ name }) => used.has(name)).map(({ name, value }) => `${name}:${value}`);
  const text = [
    'BEGIN:VTIMEZONE',
    ...lines(properties),
    ...children.flatMap((child) => [`BEGIN:${child.name}`, ...lines(child.properties), `END:${child.name}`]),
    'END:VTIMEZONE',
  ].join('\r\n');
  try {
    const zone = new ICAL.Timezone(ICAL.Component.fromString(text));
    return { iana: null, resolve: (local) => resolveBy(zone, local) };
  } catch {
    return null;
  }
}

function resolveBy(zone: ICAL.Timezone, local: string): Resolved | null {
  const inUtc = resolveLocal(local, 'UTC');
  if (!inUtc) return null;
  try {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number);
    const time = new ICAL.Time({ year, month, day, hour, minute, second: 0, isDate: false }, zone);
    return { at: inUtc.at - zone.utcOffset(time) * 1000, local, assumed: null };
  } catch {
    return null;
  }
}
