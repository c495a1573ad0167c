import ICAL from 'ical.js';
import { type CalendarTime, placed } from './times.ts';
import type { CalendarEvent } from './versions.ts';

/** Most times that one event may repeat. */
const mostRepeats = 200;
/** Most steps that are looked at, also where none of them counts. */
const mostSteps = 20_000;

/** The first and last day of a calendar's other events, `YYYY-MM-DD`; null where it has none. */
export type DayRange = { from: string; to: string } | null;

/** The times of a repeating event, in order, or why it is left out. */
export function repeatsOf(rule: string, start: CalendarTime, range: DayRange): CalendarTime[] | string {
  const parts = partsOf(rule);
  if (!parts) return `repeats by a rule that is not supported ("${rule.slice(0, 100)}")`;
  const within = parts.until !== null || parts.count !== null;
  const all = within ? walk(parts, start, null) : null;
  if (all && all.length <= mostRepeats) return all;
  if (!range) return within ? `repeats more than ${mostRepeats} times` : 'repeats without an end';
  const inside = walk(parts, start, range);
  if (!inside || inside.length > mostRepeats) return `repeats more than ${mostRepeats} times`;
  return inside.length > 0 ? inside : "repeats only outside of the calendar's other days";
}

interface Parts {
  /** The rule without its end. */
  endless: string;
  count: number | null;
  until: string | null;
}

const weekdays = /^(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU)){0,6}$/;
const weekdaysOfMonth = /^[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)(?:,[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)){0,6}$/;

/** What a rule says, where it is one that surely ends; null for the others. */
function partsOf(rule: string): Parts | null {
  const pairs = rule
    .toUpperCase()
    .split(';')
    .filter((pair) => pair !== '');
  const said = new Map(
    pairs.map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
  );
  const frequency = said.get('FREQ') ?? '';
  const days = frequency === 'MONTHLY' ? weekdaysOfMonth : weekdays;
  const allowed: Record<string, RegExp> = {
    FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
    INTERVAL: /^[1-9]\d{0,2}$/,
    COUNT: /^[1-9]\d{0,5}$/,
    UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
    WKST: /^[A-Z]{2}$/,
    ...(frequency !== 'YEARLY' && { BYDAY: days }),
    ...(frequency === 'MONTHLY' && !said.has('BYDAY') && { BYMONTHDAY: /^(?:[1-9]|1\d|2[0-8])$/ }),
  };
  for (const [name, value] of said) if (!allowed[name]?.test(value)) return null;
  if (frequency === '') return null;
  const endless = pairs.filter((pair) => !/^(?:COUNT|UNTIL)=/.test(pair)).join(';');
  const count = said.get('COUNT');
  return { endless, count: count === undefined ? null : Number(count), until: said.get('UNTIL') ?? null };
}

/** Walks from time to time in local time, so that 9:00 stays 9:00 where clocks change; null where it takes too long. */
function walk({ endless, count, until }: Parts, start: CalendarTime, range: DayRange): CalendarTime[] | null {
  const times: CalendarTime[] = [];
  try {
    const steps = ICAL.Recur.fromString(endless).iterator(clockTime(start.local));
    for (let step = 0; step < mostSteps; step += 1) {
      if (count !== null && step >= count) return times;
      const next: { toString(): string } | null = steps.next();
      const time = next ? placed(next.toString().slice(0, 16), start.zone) : null;
      if (!next || (time && isAfter(time, until))) return times;
      if (time && range && time.local.slice(0, 10) > range.to) return times;
      if (time && (!range || time.local.slice(0, 10) >= range.from)) times.push(time);
      if (times.length > mostRepeats) return times;
    }
  } catch {
    return null;
  }
  return null;
}

/** A local time without a zone, as steps are counted from it. */
function clockTime(local: string): ICAL.Time {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number);
  return ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false });
}

/** Whether a time is after UNTIL: a day, which is still within, a local time, or one in UTC. */
function isAfter({ local, moment }: CalendarTime, until: string | null): boolean {
  if (until === null) return false;
  const compact = local.replaceAll(/[-:]/g, '');
  if (until.length === 8) return compact.slice(0, 8) > until;
  if (!until.endsWith('Z') || 'local' in moment) return compact.slice(0, 13) > until.slice(0, 13);
  const at = new Date(moment.instant).toISOString().replaceAll(/[-:]/g, '');
  return at.slice(0, 13) > until.slice(0, 13);
}

/** Times with those that EXDATE takes out and RDATE adds, each once. */
export function withChanges(
  times: readonly CalendarTime[],
  { added, excluded, key: keyOf }: Pick<CalendarEvent, 'added' | 'excluded' | 'key'>,
): CalendarTime[] {
  const out = new Set(excluded.flatMap((time) => (!time ? [] : 'day' in time ? time.day : keyOf(time))));
  const all = [...times, ...added.flatMap((time) => (time && 'moment' in time ? [time] : []))];
  const met = new Set<string>();
  return all.filter((time) => {
    const key = keyOf(time);
    if (met.has(key) || out.has(key) || out.has(time.local.slice(0, 10))) return false;
    met.add(key);
    return true;
  });
}
