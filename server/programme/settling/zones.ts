import { isZone } from '../local-time.ts';
import type { Schedule } from '../schedule.ts';

/** Something that an import has to be told, with the sentence that asks for it. */
export interface Ask {
  path: 'timezone' | 'date' | 'slug';
  message: string;
}

/** The zone that a schedule is read in, and the question where nobody said it. */
export interface ChosenZone {
  zone: string;
  ask: Ask | null;
}

/**
 * The zone of a schedule's local times: the one that was said, else the file's, else a guess from its place's name with
 * a question. An offset that stands at a time is never overridden by it.
 */
export function zoneOf(schedule: Schedule, said: string | undefined): ChosenZone {
  if (said !== undefined) return { zone: said, ask: null };
  if (schedule.timezone !== null && isZone(schedule.timezone)) return { zone: schedule.timezone, ask: null };
  const guess = guessOf(schedule) ?? 'UTC';
  const first = schedule.sessions.toSorted((a, b) => clockOf(a).localeCompare(clockOf(b)))[0];
  const wrong =
    schedule.timezone === null
      ? 'names no time zone'
      : `names no known time zone (${schedule.timezone.slice(0, 60)})`;
  if (!first) return { zone: guess, ask: null };
  const clock = clockOf(first).replace('T', ' ');
  const title = `"${first.title.slice(0, 60)}"`;
  const message = schedule.offsetsOnly
    ? `The file ${wrong}; its times have offsets, so only the clock of the venue is unknown. ${guess} is assumed. Say the zone, for example Europe/Berlin.`
    : `The file ${wrong}: ${title} starts at ${clock}, read here as a time in ${guess}. Say the zone, for example ${guess === 'UTC' ? 'Europe/Berlin' : guess}.`;
  return { zone: guess, ask: { path: 'timezone', message } };
}

function clockOf({ start }: Schedule['sessions'][number]): string {
  return 'local' in start ? start.local : new Date(start.instant).toISOString();
}

/** A zone whose city is named in the venue, the title or the short name. */
function guessOf({ venue, title, acronym }: Schedule): string | null {
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
