import type { FoundEnd, FoundSession, Moment } from '../../normalize/schedule.ts';
import type { ScheduleReader } from '../reader.ts';
import { quoted, ScheduleBuilder } from '../schedule-builder.ts';
import { lengthIn } from '../written/lengths.ts';
import { type Component, calendarsOf, propertyNamed } from './components.ts';
import { type Dialect, eventText, organizerOf } from './event.ts';
import { changedFrom, isFuture } from './future.ts';
import { textOf } from './lines.ts';
import { type DayRange, repeatsOf, withChanges } from './repeats.ts';
import { inSeries, inZone, sayUnheard, type WrittenEvent } from './series.ts';
import { type CalendarTime, endAfter, timesOf } from './times.ts';
import { type CalendarEvent, newestOf } from './versions.ts';
import { type CalendarZone, ianaZone, looseZone, zonesOf } from './zones.ts';

/** Most times of all events of a calendar together, from which on none that repeats is written out. */
const mostTimes = 5_000;

/** Reads a calendar (RFC 5545), with the errors that real producers make. */
export const readIcalendar: ScheduleReader = ({ bytes }) => {
  const found = new ScheduleBuilder();
  const calendars = calendarsOf(bytes, found);
  if ('unreadable' in calendars) return calendars;
  const events = calendars.flatMap((calendar) => eventsOf(calendar, found));
  const newest = newestOf(events, found);
  const replaced = new Set(
    newest.flatMap(({ uid, replaces }) => (replaces === null ? [] : `${uid}\n${replaces}`)),
  );
  const range = rangeOf(newest);
  const days: Days = new Map();
  const futures = newest.filter(({ future }) => future);
  // Changes of single days come last: they are known by the day that the series gives them.
  for (const event of newest.toSorted((a, b) => Number(a.replaces !== null) - Number(b.replaces !== null)))
    found.sessions.push(...sessionsOf(event, range, replaced, days, futures, found));
  return found.schedule('icalendar', {
    title: titleOf(calendars),
    timezone: zoneOf(calendars, newest, found),
  });
};

function eventsOf(calendar: Component, found: ScheduleBuilder): CalendarEvent[] {
  const zoneNamed = zonesOf(calendar);
  const organizers = new Set(calendar.children.flatMap((event) => organizerOf(event) ?? []));
  const dialect: Dialect = {
    pretalx: /pretalx/i.test(propertyNamed(calendar, 'PRODID')?.value ?? ''),
    own: /^-\/\/backrow\/\//.test(propertyNamed(calendar, 'PRODID')?.value ?? ''),
    organizers: organizers.size > 1,
    cancelled: propertyNamed(calendar, 'METHOD')?.value.toUpperCase() === 'CANCEL',
  };
  const events = calendar.children.flatMap((child) => {
    if (child.name === 'VEVENT') return eventOf(child, dialect, zoneNamed, found) ?? [];
    if (child.name === 'VTODO') found.skip(`line ${child.line}`, 'a task, not an event');
    if (child.name === 'VJOURNAL') found.skip(`line ${child.line}`, 'a journal entry, not an event');
    return [];
  });
  const own = propertyNamed(calendar, 'X-WR-TIMEZONE');
  return inSeries(events, own ? zoneNamed(own.value) : null);
}

function eventOf(
  event: Component,
  dialect: Dialect,
  zoneNamed: (name: string) => CalendarZone | null,
  found: ScheduleBuilder,
): WrittenEvent | null {
  const { line } = event;
  const skip = (why: string) => {
    found.skip(`line ${line}`, why);
    return null;
  };
  const times = (name: string) =>
    event.properties
      .filter((property) => property.name === name)
      .flatMap((property) => timesOf(property, zoneNamed));
  const text = eventText(event, dialect);
  if (text === null) return skip('it has no title');
  const [start] = times('DTSTART');
  const written = propertyNamed(event, 'DTSTART');
  if (!written) return skip(`${quoted(text.title)} has no start`);
  if (!start)
    return skip(`${quoted(text.title)} has a start that cannot be read: "${written.value.slice(0, 60)}"`);
  const allDay = propertyNamed(event, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.value.toUpperCase() === 'TRUE';
  if ('day' in start || allDay) return skip(`${quoted(text.title)} is all day`);
  if (start.assumed !== null) found.warn(`line ${written.line}`, start.assumed, written.line);
  sayUnheard(event, zoneNamed, found);
  const rule = propertyNamed(event, 'RRULE');
  const [replaced] = times('RECURRENCE-ID');
  return {
    line,
    uid: uidOf(event, dialect),
    replaces: replaced ?? null,
    future: isFuture(event),
    sequence: Number(/^\d{1,9}$/.exec(propertyNamed(event, 'SEQUENCE')?.value ?? '')?.[0] ?? 0),
    start,
    end: endOf(event, start, times('DTEND')[0] ?? null),
    rule: rule ? { line: rule.line, value: rule.value } : null,
    added: times('RDATE'),
    excluded: times('EXDATE'),
    text,
  };
}

function uidOf(event: Component, { own }: Dialect): string | null {
  const uid = propertyNamed(event, 'UID')?.value ?? null;
  return own ? (uid?.replace(/@[^@]*$/, '') ?? null) : uid;
}

/** DTEND, else DURATION; where neither can be followed, what is written there. */
function endOf(
  event: Component,
  start: CalendarTime,
  written: CalendarTime | { day: string } | null,
): CalendarEvent['end'] {
  const [until, duration] = [propertyNamed(event, 'DTEND'), propertyNamed(event, 'DURATION')];
  const end = written && 'moment' in written ? endAfter(inZone(written, start.zone), start) : null;
  if (end && isNotBefore(end, start)) return end;
  const length = duration && lengthIn(duration.value);
  if (length) return length;
  const unread = until ?? duration;
  return unread ? { unread: unread.value } : null;
}

function isNotBefore({ local, moment }: CalendarTime, start: CalendarTime): boolean {
  return 'instant' in moment && 'instant' in start.moment
    ? moment.instant >= start.moment.instant
    : local >= start.local;
}

/** The days of the events that do not repeat. */
function rangeOf(events: readonly CalendarEvent[]): DayRange {
  const days = events
    .filter(({ rule }) => rule === null)
    .map(({ start }) => start.local.slice(0, 10))
    .toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** The days that series give to times for which another event stands, by UID and that time. */
type Days = Map<string, string>;

/**
 * What identifies one time of an event: its UID, in a series with the day that the rule gives it, so that it stays the
 * same where it moves, alone or with all the others.
 */
function keyOf(
  { uid, replaces, replacesDay, rule, added }: CalendarEvent,
  time: CalendarTime,
  days: Days,
): string | null {
  if (uid === null) return null;
  if (replaces !== null) return `${uid} ${days.get(`${uid}\n${replaces}`) ?? replacesDay}`;
  return rule !== null || added.length > 0 ? `${uid} ${dayOf(time)}` : uid;
}

function dayOf({ local }: CalendarTime): string {
  return local.slice(0, 10);
}

/** An event at each of its times that no other event stands for. */
function sessionsOf(
  event: CalendarEvent,
  range: DayRange,
  replaced: ReadonlySet<string>,
  days: Days,
  futures: readonly CalendarEvent[],
  found: ScheduleBuilder,
): FoundSession[] {
  const { line, uid, rule, start, text } = event;
  const full = found.sessions.length >= mostTimes;
  const times = !rule
    ? [start]
    : full
      ? `repeats, and the calendar has ${mostTimes} times already`
      : repeatsOf(rule.value, start, range);
  if (typeof times === 'string') {
    found.skip(`line ${rule?.line ?? line}`, `${quoted(text.title)} ${times}`);
    return [];
  }
  const stays = (time: CalendarTime) => {
    const names = [event.key(time), dayOf(time)].map((name) => `${uid}\n${name}`);
    const taken = names.filter((name) => replaced.has(name));
    if (event.replaces !== null || taken.length === 0) return true;
    for (const name of taken) days.set(name, dayOf(time));
    return false;
  };
  const all = withChanges(times, event).filter(stays);
  return all.map((time, index) => {
    const { by, at } = changedFrom(event, time, futures);
    return {
      where: all.length > 1 ? `line ${line}, time ${index + 1}` : `line ${line}`,
      line,
      key: keyOf(event, time, days),
      ...by.text,
      start: at.moment,
      end: at === by.start && by.end && 'moment' in by.end ? by.end.moment : lengthOf(by.start, by.end),
    };
  });
}

/** The length that each repetition has. */
function lengthOf(start: CalendarTime, end: CalendarEvent['end']): Exclude<FoundEnd, Moment> {
  if (end === null || !('moment' in end)) return end;
  const both = 'instant' in start.moment && 'instant' in end.moment;
  const at = ({ local, moment }: CalendarTime) =>
    both && 'instant' in moment ? moment.instant : Date.parse(`${local}Z`);
  return { minutes: Math.round((at(end) - at(start)) / 60_000) };
}

function titleOf(calendars: readonly Component[]): string | null {
  for (const calendar of calendars) {
    const named = propertyNamed(calendar, 'X-WR-CALNAME') ?? propertyNamed(calendar, 'NAME');
    if (named) return textOf(named.value);
  }
  return null;
}

/** The zone to show times in: what the calendar says, else what most of its events say. */
function zoneOf(
  calendars: readonly Component[],
  events: readonly CalendarEvent[],
  found: ScheduleBuilder,
): string | null {
  for (const calendar of calendars) {
    for (const name of ['X-WR-TIMEZONE', 'VTIMEZONE', 'TZID']) {
      const property = propertyNamed(calendar, name);
      const zone = property ? (ianaZone(property.value) ?? looseZone(property.value)) : null;
      if (zone !== null) return zone;
      if (property) {
        const message = `"${property.value.slice(0, 80)}" is not a time zone.`;
        found.warn(`line ${property.line}`, message, property.line);
      }
    }
  }
  const counts = new Map<string, number>();
  for (const { start } of events) {
    const zone = start.zone?.iana;
    if (zone && zone !== 'UTC') counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
