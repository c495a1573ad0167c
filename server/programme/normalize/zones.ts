import { isZone, writeLocal } from '../file/local-time.ts';
import { agrees, clocksOf, offsetText, zoneWith } from './offsets.ts';
import type { Schedule } from './schedule.ts';

/** Something that an import has to be told, with the sentence that asks for it. */
export interface Ask {
  path: 'timezone' | 'date' | 'slug';
  message: string;
}

/** The zone that a schedule is read in, the question where nobody said it, and what was assumed against the file. */
export interface ChosenZone {
  zone: string;
  ask: Ask | null;
  assumed: string | null;
}

/** What programs write as the zone where nobody told them one. */
const universal = /^(?:(?:Etc\/)?(?:UTC|GMT|UCT|Universal|Zulu)|Etc\/GMT[+-]?0)$/i;

/**
 * The zone of a schedule's local times: the one that was said, else the file's, else that of the event which it changes,
 * else a guess from its place's name and the offsets of its times, with a question. An offset that stands at a time is never overridden by it, and is believed
 * more than a zone that is just UTC.
 */
export function zoneOf(
  schedule: Schedule,
  said: string | undefined,
  eventZone: string | undefined,
): ChosenZone {
  if (said !== undefined) return { zone: said, ask: null, assumed: null };
  const clocks = clocksOf(schedule);
  const place = placeOf(schedule);
  const fits = place !== null && agrees(place, clocks);
  const guess = fits ? place : (zoneWith(clocks) ?? (clocks.length === 0 ? place : null) ?? 'UTC');
  const { timezone } = schedule;
  if (timezone !== null && isZone(timezone)) {
    const [clock] = clocks;
    if (!universal.test(timezone) || clock === undefined || guess === 'UTC')
      return { zone: timezone, ask: null, assumed: null };
    const assumed = `The file says ${timezone}, but its times are of ${offsetText(clock.ahead)}; ${guess} is assumed.`;
    return { zone: guess, ask: null, assumed };
  }
  if (timezone === null && eventZone !== undefined) {
    const assumed = `The file names no time zone; ${eventZone}, that of the event, is assumed.`;
    return { zone: eventZone, ask: null, assumed };
  }
  const first = firstOf(schedule, guess);
  if (!first) return { zone: guess, ask: null, assumed: null };
  const wrong =
    timezone === null ? 'names no time zone' : `names no known time zone (${timezone.slice(0, 60)})`;
  const example = guess === 'UTC' ? 'Europe/Berlin' : guess;
  const message = schedule.offsetsOnly
    ? `The file ${wrong}; its times have offsets, so only the clock of the venue is unknown. ${guess} is assumed, where ${first}. Say the zone, for example ${example}.`
    : `The file ${wrong}: ${first}, read here as a time in ${guess}. Say the zone, for example ${example}.`;
  return { zone: guess, ask: { path: 'timezone', message }, assumed: null };
}

/** The first session with its clock: `"Welcome" starts at 2026-02-07 09:30`, without a day or year that the file does not name. */
function firstOf({ sessions, madeUpDay, yearless }: Schedule, zone: string): string | null {
  const clockOf = ({ start }: Schedule['sessions'][number]) =>
    'local' in start ? start.local.replace('T', ' ') : writeLocal(start.instant, zone);
  const first = sessions.toSorted((a, b) => clockOf(a).localeCompare(clockOf(b)))[0];
  if (!first) return null;
  const clock = clockOf(first).slice(madeUpDay === null ? (yearless === true ? 5 : 0) : 11);
  return `"${first.title.slice(0, 60)}" starts at ${clock}`;
}

/** A zone whose city is named in the venue, the title or the short name. */
function placeOf({ venue, title, acronym }: Schedule): string | null {
  const named = ` ${[venue, title, acronym]
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')} `;
  return (
    Intl.supportedValuesOf('timeZone').find((zone) => {
      const city = zone.split('/').at(-1)?.toLowerCase().replaceAll('_', ' ') ?? '';
      return zone.includes('/') && city.length > 3 && named.includes(` ${city} `);
    }) ?? null
  );
}
