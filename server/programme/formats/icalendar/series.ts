import type { ScheduleBuilder } from '../schedule-builder.ts';
import type { Component } from './components.ts';
import { isFuture } from './future.ts';
import { type CalendarTime, momentKey, placed, timesOf } from './times.ts';
import type { CalendarEvent } from './versions.ts';
import type { CalendarZone } from './zones.ts';

/** A time of a calendar, or a date without one, as EXDATE, RDATE and RECURRENCE-ID may have it. */
export type TimeOrDay = CalendarTime | { day: string };

/** An event before it is known to which series it belongs: the time that it stands for is as written. */
export type WrittenEvent = Omit<CalendarEvent, 'replaces' | 'replacesDay' | 'replaced' | 'key'> & {
  replaces: TimeOrDay | null;
};

/**
 * Puts events into their series (those of one UID): a time without a zone is in the zone of the series, which is that
 * of the event that repeats, and an end without one in that of its start. Where the series itself names no zone, times
 * are told apart by the calendar's own, or else by what clocks show.
 */
export function inSeries(
  events: readonly WrittenEvent[],
  calendarZone: CalendarZone | null,
): CalendarEvent[] {
  const zones = new Map<string, CalendarZone | null>();
  for (const { uid, replaces, start } of events)
    if (uid !== null && replaces === null && !zones.has(uid)) zones.set(uid, start.zone);
  return events.map((event) => {
    const zone = (event.uid === null ? null : zones.get(event.uid)) ?? event.start.zone;
    const start = inZone(event.start, zone);
    const place = (time: TimeOrDay | null) => (time && 'moment' in time ? inZone(time, zone) : time);
    const key = (time: CalendarTime) => keyIn(time, zone ?? calendarZone);
    const { replaces, end } = event;
    return {
      ...event,
      start,
      end: end && 'moment' in end ? inZone(end, start.zone) : end,
      added: event.added.map(place),
      excluded: event.excluded.map(place),
      key,
      replaces: replaces === null ? null : 'day' in replaces ? replaces.day : key(replaces),
      replaced: replaces !== null && 'moment' in replaces ? inZone(replaces, zone) : null,
      replacesDay: replaces === null ? null : 'day' in replaces ? replaces.day : replaces.local.slice(0, 10),
    };
  });
}

/** A time that names no zone as one of a zone; a time that names its own stays. */
export function inZone(time: CalendarTime, zone: CalendarZone | null): CalendarTime {
  if (time.zone !== null || zone === null) return time;
  return placed(time.local, zone) ?? time;
}

/** What tells a time of a series from the others. */
function keyIn(time: CalendarTime, zone: CalendarZone | null): string {
  return zone === null ? time.local : momentKey(inZone(time, zone).moment);
}

/** Says what an event tells of its repetitions and nobody follows, each with its line. */
export function sayUnheard(
  { properties }: Component,
  zoneNamed: (name: string) => CalendarZone | null,
  found: ScheduleBuilder,
): void {
  let hasRule = false;
  for (const property of properties) {
    const { name, value, line, parameters } = property;
    const say = (message: string) => found.warn(`line ${line}`, message, line);
    if (name === 'EXRULE') say('Times that a rule takes out (EXRULE) are not followed.');
    if (name === 'RRULE' && hasRule) say('The event repeats by several rules; only the first is followed.');
    hasRule ||= name === 'RRULE';
    if (name === 'RECURRENCE-ID' && parameters.has('RANGE') && !isFuture({ properties: [property] }))
      say('This changes one time of the series; those after it stay as they are.');
    if (name !== 'EXDATE' && name !== 'RDATE' && name !== 'RECURRENCE-ID') continue;
    const times = timesOf(property, zoneNamed);
    if (times.includes(null)) say(`A time cannot be read here: "${value.slice(0, 60)}".`);
    if (name === 'RDATE' && times.some((time) => time !== null && 'day' in time))
      say('A day without a time cannot be added; it is not read.');
    if (name === 'RDATE' && value.includes('/'))
      say('Times that are added here last as long as the others; their own ends are not read.');
  }
}
