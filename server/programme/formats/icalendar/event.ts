import type { FoundLink, FoundSession, FoundSpeaker } from '../../normalize/schedule.ts';
import { withoutHashtags } from '../written/hashtags.ts';
import { speakersIn } from '../written/speaker-names.ts';
import { isPage, webAddress } from '../written/web-address.ts';
import { type Component, propertyNamed } from './components.ts';
import { textOf, textsOf } from './lines.ts';

/** What a VEVENT says besides its times. */
export type EventText = Pick<
  FoundSession,
  'title' | 'room' | 'hints' | 'speakers' | 'abstract' | 'links' | 'cancelled'
>;

/** How the calendar at hand is written. */
export interface Dialect {
  /** Summaries are "title - speakers". */
  pretalx: boolean;
  /** The calendar that is given out here: descriptions are speakers, UIDs begin with the session's id. */
  own: boolean;
  /** Organizers differ from event to event, so they are not just the owner of the calendar. */
  organizers: boolean;
  /** The whole calendar takes things back (METHOD:CANCEL). */
  cancelled: boolean;
}

/** Reads the texts of an event; null where it has no title. */
export function eventText(
  event: Component,
  { pretalx, own, organizers, cancelled }: Dialect,
): EventText | null {
  const text = (name: string) => textOf(propertyNamed(event, name)?.value ?? '') || null;
  const { title: summary, hashtags } = withoutHashtags(text('SUMMARY') ?? '');
  const { title, speakers } = pretalx ? takenApart(summary) : { title: summary, speakers: [] };
  if (title === '') return null;
  const described = text('DESCRIPTION') ?? text('X-ALT-DESC');
  const abstract = own ? null : described;
  const place = placeOf(text('LOCATION'));
  const categories = event.properties
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap(({ value }) => textsOf(value));
  const track = lineOf(abstract, /^\s*track\s*:/i);
  const status = propertyNamed(event, 'STATUS')?.value.toUpperCase();
  return {
    title,
    room: place.room ?? track,
    hints: [...new Set([...categories, ...hashtags, ...(track === null ? [] : [track])])],
    speakers: own ? speakersIn(described ?? '') : speakersOf(event, abstract, speakers, organizers),
    abstract,
    links: [...place.links, ...linksOf(event)].filter(
      ({ url }, index, all) => all.findIndex((link) => link.url === url) === index,
    ),
    ...((cancelled || status === 'CANCELLED' || status === 'CANCELED') && { cancelled: true }),
  };
}

/** The name of who an event names as its organizer; e-mail addresses are no names. */
export function organizerOf(event: Component): string | null {
  const name = propertyNamed(event, 'ORGANIZER')?.parameters.get('CN')?.trim() ?? '';
  return name === '' || name.includes('@') ? null : name;
}

/** pretalx writes "title - speakers". */
function takenApart(summary: string): { title: string; speakers: FoundSpeaker[] } {
  const at = summary.lastIndexOf(' - ');
  if (at <= 0) return { title: summary.replace(/\s-$/, ''), speakers: [] };
  const names = summary.slice(at + 3).split(', ');
  return {
    title: summary.slice(0, at).trim(),
    speakers: names.map((name) => ({ name: name.trim() })).filter(({ name }) => name !== ''),
  };
}

function speakersOf(
  event: Component,
  abstract: string | null,
  fromTitle: readonly FoundSpeaker[],
  organizers: boolean,
): readonly FoundSpeaker[] {
  if (fromTitle.length > 0) return fromTitle;
  const line = lineOf(
    abstract,
    /^\s*(?:invited\s)?(?:speakers?|presenters?|vortragende[rn]?|referent(?:in|en)?)\s*:/i,
  );
  if (line !== null) return speakersIn(line);
  const organizer = organizers ? organizerOf(event) : null;
  return organizer === null ? [] : [{ name: organizer }];
}

/** The rest of the first line of a text that begins with some words; tags of HTML end a line too. */
function lineOf(text: string | null, begins: RegExp): string | null {
  for (const line of (text ?? '').split(/[\r\n]|<[^<>]{0,200}>/)) {
    const rest = begins.test(line) ? line.replace(begins, '').trim() : '';
    if (rest !== '') return rest;
  }
  return null;
}

/** A location's web addresses are links; what is left is the room. */
function placeOf(location: string | null): { room: string | null; links: FoundLink[] } {
  const words = (location ?? '').split(/\s+/);
  const urls = words.flatMap((word) => webAddress(word) ?? []);
  const rest = words.filter((word) => webAddress(word) === null && !isPage(word));
  const wordy = (word: string) => /[^,;:|–-]/.test(word);
  const named = rest.slice(Math.max(rest.findIndex(wordy), 0), rest.findLastIndex(wordy) + 1);
  const room = named.join(' ').replace(/[,;:|–-]$/, '');
  return { room: room === '' ? null : room, links: urls.map((url) => ({ label: 'Live', url })) };
}

/** Links of an event's own fields, by what they are. */
function linksOf(event: Component): FoundLink[] {
  return event.properties.flatMap(({ name, value, parameters }) => {
    const label = linkFields.get(name);
    const url = webAddress(value);
    if (label === undefined || url === null) return [];
    const called = parameters.get('LABEL') ?? parameters.get('FILENAME');
    return [{ label: called === undefined ? label : `${label}: ${called}`, url }];
  });
}

const linkFields = new Map([
  ['CONFERENCE', 'Live'],
  ['X-GOOGLE-CONFERENCE', 'Live'],
  ['X-MICROSOFT-SKYPETEAMSMEETINGURL', 'Live'],
  ['URL', 'Page'],
  ['ATTACH', 'Attachment'],
]);
