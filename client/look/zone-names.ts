import { folded } from '../../shared/views/search.ts';
import { cityOf } from './cities.ts';

/** A place for each part of the world where many take part: what is offered before anything is searched for. */
const likely = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Paris',
  'Africa/Nairobi',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'UTC',
];

/** How many zones a search gives. */
const most = 20;

/** Names that the zone database has given up and browsers still list, with what they are called now. */
const retired: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The zones to offer first, beside those that are offered anyhow. */
export function likelyZones(beside: readonly string[]): string[] {
  return likely.filter((zone) => !beside.includes(zone)).slice(0, 12 - beside.length);
}

/** The zones whose city, name or id has the words, in the order of their cities. */
export function findZones(words: string, at: number): string[] {
  const wanted = folded(words).trim();
  return allZones()
    .filter((zone) => `${writtenAs(zone)} ${folded(zoneName(zone, at))}`.includes(wanted))
    .slice(0, most);
}

/** The zones whose city or id has the words, those first whose city begins with them. */
export function zonesNear(words: string): string[] {
  const wanted = folded(words).trim().replaceAll('_', ' ');
  const begins = (zone: string) => folded(cityOf(zone)).startsWith(wanted);
  const near = allZones().filter((zone) => writtenAs(zone).includes(wanted));
  return [...near.filter(begins), ...near.filter((zone) => !begins(zone))];
}

/** A zone's city and id as somebody may write them. */
function writtenAs(zone: string): string {
  return folded(`${cityOf(zone)} ${zone.replaceAll('_', ' ')}`);
}

/** What people call a zone's time, as this browser's tables of names have it: `Japan Standard Time`. */
export function zoneName(zone: string, at: number): string {
  const known = names.get(zone);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
    at,
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  names.set(zone, name);
  return name;
}

const names = new Map<string, string>();

/** Every zone that this browser can name, each by its present id; only the likely ones in those that cannot tell. */
export function allZones(): readonly string[] {
  everyZone ??= readZones();
  return everyZone;
}

let everyZone: readonly string[] | null = null;

function readZones(): readonly string[] {
  const listed = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : likely;
  const present = listed
    .map((zone) => retired[zone] ?? zone)
    .filter((zone) => zone.includes('/') && isKnown(zone));
  return [...new Set([...present, 'UTC'])].sort((one, other) => cityOf(one).localeCompare(cityOf(other)));
}

/** A browser lists an old id because it may not know the new one. */
function isKnown(zone: string): boolean {
  return !zone.startsWith('Etc/') && isZone(zone);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The zone that somebody wrote: by its id, in whatever capitals, or by a city that one zone alone has; null for neither. */
export function zoneCalled(written: string): string | null {
  const words = folded(written).trim().replaceAll(' ', '_');
  if (words === '') return null;
  const zones = allZones();
  const byId = zones.find((zone) => folded(zone) === words);
  if (byId !== undefined) return byId;
  const cities = zones.filter((zone) => folded(cityOf(zone)).replaceAll(' ', '_') === words);
  if (cities.length === 1) return cities[0] ?? null;
  return /^[a-z]+\//i.test(written.trim()) && isZone(written.trim()) ? written.trim() : null;
}
