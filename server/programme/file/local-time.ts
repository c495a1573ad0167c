import { DateTime } from 'luxon';

/** A local time as an instant, with what had to be assumed. */
export interface Resolved {
  /** Epoch milliseconds. */
  at: number;
  /** Local time as written, `YYYY-MM-DDTHH:MM`. */
  local: string;
  /** What was assumed where the clocks change, or null. */
  assumed: string | null;
}

/** Most answers that are remembered; a programme has far fewer different times. */
const mostRemembered = 5_000;

/** A function of texts that remembers what it gave: many sessions begin at the same time, and zones are slow to ask. */
function remembering<Given>(find: (...texts: [string, string]) => Given): typeof find {
  const known = new Map<string, Given>();
  return (...texts) => {
    const key = texts.join(' ');
    const found = known.get(key) ?? find(...texts);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, found);
    return found;
  };
}

const isKnownZone = remembering((zone, _) => DateTime.local({ zone }).isValid);

/** Whether a name is a time zone that this server knows: a place such as America/Sao_Paulo, or UTC. */
export function isZone(zone: string): boolean {
  return (zone === 'UTC' || /^[A-Za-z]+\/[\w+/-]+$/.test(zone)) && isKnownZone(zone, '');
}

/** What a wall clock's reading means in a zone: the instants at which it shows that, and what it shows where it never does. */
const instantsOf = remembering((local, zone) => {
  const time = DateTime.fromISO(local, { zone });
  if (!time.isValid) return { instants: [], skippedTo: null };
  if (time.toFormat("yyyy-MM-dd'T'HH:mm") !== local) {
    const isSameDay = time.toISODate() === local.slice(0, 10);
    return {
      instants: [time.toMillis()],
      skippedTo: time.toFormat(isSameDay ? 'HH:mm' : 'yyyy-MM-dd HH:mm'),
    };
  }
  const instants = time.getPossibleOffsets().map((choice) => choice.toMillis());
  return {
    instants: instants.length > 0 ? instants.toSorted((a, b) => a - b) : [time.toMillis()],
    skippedTo: null,
  };
});

/**
 * Resolves `2026-04-26 08:10` in a zone; null where no calendar has that day. A time that the clocks skip becomes
 * the later one, a time that comes twice the one whose offset is written behind it (`2026-10-25 02:30+01:00`), else the
 * first one (after `notBefore`, in epoch milliseconds, if that helps). An offset that the zone's clocks do not have then
 * counts before the zone.
 */
export function resolveLocal(
  written: string,
  zone: string,
  notBefore = Number.NEGATIVE_INFINITY,
): Resolved | null {
  const { local, offset } = partsOf(written);
  const { instants, skippedTo } = instantsOf(local, zone);
  const [first, second] = instants;
  if (first === undefined) return null;
  const shown = local.replace('T', ' ');
  if (offset !== null) {
    const at = Date.parse(`${local}${offset}`);
    if (instants.includes(at)) return { at, local, assumed: null };
    const there = DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
    const assumed = `${shown}${offset} is ${there.replace('T', ' ')} in ${zone}; that was taken.`;
    return { at, local: there, assumed };
  }
  if (skippedTo !== null) {
    const assumed = `The clocks skip ${shown} in ${zone}; ${skippedTo} was taken. Write the time that is meant.`;
    return { at: first, local, assumed };
  }
  const fitting = instants.find((at) => at > notBefore) ?? first;
  if (second === undefined) return { at: fitting, local, assumed: null };
  const which = fitting === first ? 'first' : 'second';
  return {
    at: fitting,
    local,
    assumed: `${shown} comes twice in ${zone} that night; the ${which} was taken.`,
  };
}

/** The local time of an instant as an event file has it, `2026-04-26 08:10`; the second of two alike with its offset. */
export function writeLocal(at: number, zone: string): string {
  const time = DateTime.fromMillis(at, { zone });
  const { instants } = instantsOf(time.toFormat("yyyy-MM-dd'T'HH:mm"), zone);
  const isAgain = instants.length > 1 && instants[0] !== time.startOf('minute').toMillis();
  return time.toFormat(isAgain ? 'yyyy-MM-dd HH:mmZZ' : 'yyyy-MM-dd HH:mm');
}

/** A written time without the offset behind it. */
export function withoutOffset(written: string): string {
  return written.trim().slice(0, 16);
}

function partsOf(written: string): { local: string; offset: string | null } {
  const offset = written.trim().slice(16).replace(/^:00/, '').trim();
  return { local: withoutOffset(written).replace(' ', 'T'), offset: offset === '' ? null : offset };
}

/** Hour until which a session still belongs to the evening before, and hour from which it is evening. */
const smallHours = 5;
const evening = 17;

/**
 * The event's own day of each session, `YYYY-MM-DD`, from their local starts: what begins between 00:00 and
 * 05:00 belongs to the day before where that day has a session beginning at 17:00 or later.
 */
export function dayLabels(localStarts: readonly string[]): string[] {
  const evenings = new Set(
    localStarts.filter((local) => hourOf(local) >= evening).map((local) => local.slice(0, 10)),
  );
  return localStarts.map((local) => {
    const day = local.slice(0, 10);
    if (hourOf(local) >= smallHours) return day;
    const before = DateTime.fromISO(day, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
    return evenings.has(before) ? before : day;
  });
}

function hourOf(local: string): number {
  return Number(local.slice(11, 13));
}
