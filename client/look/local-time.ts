import { clockTime, dayIn } from './zones.ts';

/*
 * Between a zone's wall clock and instants, where nothing but the browser's own tables is at hand. A length is added to
 * an instant, never to what a clock reads: in the nights in which clocks change an hour is longer or missing.
 */

/** Farther than any clock is ever put at once, in milliseconds. */
const aroundChange = 36 * 60 * 60_000;

const usable = new Map<string, string>();

/** The zone itself where the browser knows it, else UTC: a name that is being typed is none yet. */
function zoneOr(zone: string): string {
  const known = usable.get(zone);
  if (known !== undefined) return known;
  let found = zone;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    found = 'UTC';
  }
  usable.set(zone, found);
  return found;
}

/** What the wall clock of a zone reads at an instant (epoch ms), as files write it: `2026-04-26 08:10`. */
export function localAt(at: number, zone: string): string {
  const known = zoneOr(zone);
  return `${dayIn(at, known)} ${clockTime(at, known)}`;
}

/** The local time of an instant (epoch ms) as a file has it: the second of two alike with its offset. */
export function writtenAt(at: number, zone: string): string {
  const local = localAt(at, zone);
  if (instantAt(local, zone) === at) return local;
  const ahead = (Date.parse(`${local.replace(' ', 'T')}Z`) - at) / 60_000;
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

/** The instants (epoch ms) at which a zone's clock reads a local time: two where it comes twice, none where it is skipped. */
export function instantsAt(local: string, zone: string): number[] {
  const wanted = local.trim().replace('T', ' ').slice(0, 16);
  return candidates(wanted, zone).filter((at) => localAt(at, zone) === wanted);
}

/**
 * The instant (epoch ms) that a local time means, as the server reads it: of two the one whose offset is written behind
 * it, else the first; the later one where the clocks skip it. NaN where no calendar has it.
 */
export function instantAt(local: string, zone: string): number {
  const wanted = local.trim().replace('T', ' ').slice(0, 16);
  const found = instantsAt(wanted, zone);
  const [offset] = /[+-]\d\d:\d\d$/.exec(local.trim().slice(16)) ?? [];
  const said = offset && found.find((at) => at === Date.parse(`${wanted.replace(' ', 'T')}${offset}`));
  return said || (found[0] ?? Math.max(...candidates(wanted, zone)));
}

/** What a local time could mean, by the clock before and after; in order. */
function candidates(local: string, zone: string): number[] {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`);
  if (!Number.isFinite(asUtc)) return [Number.NaN];
  const ahead = (at: number) => Date.parse(`${localAt(at, zone).replace(' ', 'T')}Z`) - at;
  const both = [asUtc - aroundChange, asUtc + aroundChange].map((around) => asUtc - ahead(around));
  return [...new Set(both)].sort((one, other) => one - other);
}
