import type { FoundLength } from '../../normalize/schedule.ts';
import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import type { EventText } from './event.ts';
import { type CalendarTime, momentKey } from './times.ts';

/** An event of a calendar with what tells it from others. */
export interface CalendarEvent {
  line: number;
  uid: string | null;
  /** The time of a repeating event that this one stands for, as key or day; null for an event of its own. */
  replaces: string | null;
  /** What tells a time of its series from the others. */
  key: (time: CalendarTime) => string;
  /** The day of that time in the zone in which it is written. */
  replacesDay: string | null;
  /** That time in the zone of its series, where it is one. */
  replaced: CalendarTime | null;
  /** It stands for all times from that one on. */
  future: boolean;
  sequence: number;
  start: CalendarTime;
  end: CalendarTime | FoundLength | { unread: string } | null;
  /** RRULE with its line. */
  rule: { line: number; value: string } | null;
  added: readonly (CalendarTime | { day: string } | null)[];
  excluded: readonly (CalendarTime | { day: string } | null)[];
  text: EventText;
}

/**
 * Events without the older versions of the same event. Some calendars give many events one UID: those whose start
 * or title differ stay, unless their SEQUENCE says that one is the other's newer version.
 */
export function newestOf(events: readonly CalendarEvent[], found: ScheduleBuilder): CalendarEvent[] {
  const groups = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    if (event.uid === null) continue;
    const key = JSON.stringify([event.uid, event.replaces]);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const outdated = new Set<CalendarEvent>();
  for (const group of groups.values()) if (group.length > 1) thin(group, outdated, found);
  return events.filter((event) => !outdated.has(event));
}

function thin(group: readonly CalendarEvent[], outdated: Set<CalendarEvent>, found: ScheduleBuilder): void {
  const kept = new Map<string, CalendarEvent>();
  const sequences = new Map<number, number>();
  for (const event of group.toSorted((a, b) => b.sequence - a.sequence)) {
    const same = contentOf(event);
    const again = kept.get(same);
    if (again) drop(event, again);
    else {
      kept.set(same, event);
      sequences.set(event.sequence, (sequences.get(event.sequence) ?? 0) + 1);
    }
  }
  const trusted = [...sequences.values()].every((count) => count === 1);
  const [newest, ...older] = kept.values();
  if (!newest || !trusted) return;
  for (const event of older) {
    const revised = momentKey(event.start.moment) === momentKey(newest.start.moment);
    if (event.replaces !== null || revised || event.text.title === newest.text.title) drop(event, newest);
  }

  function drop(event: CalendarEvent, by: CalendarEvent): void {
    outdated.add(event);
    const why = event.sequence < by.sequence ? 'an older version of what stands' : 'it stands again';
    found.skip(`line ${event.line}`, `${why} in line ${by.line}: ${quoted(event.text.title)}`);
  }
}

function contentOf({ start, text }: CalendarEvent): string {
  return JSON.stringify([momentKey(start.moment), text.title, text.room]);
}
