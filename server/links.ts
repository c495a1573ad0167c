import { renderUnicodeCompact } from 'uqr';
import type { EventRow } from '../shared/event/event.ts';
import type { State } from '../shared/state/state.ts';
import type { Origins } from './access/addresses.ts';
import { installation } from './access/installation.ts';
import type { Invites } from './access/invites.ts';
import type { StandingInvites, StandingPlace } from './access/standing-invites.ts';

/** The pages that a fresh server leads to. The same event and secret give the same links at each start. */
export interface Links {
  first: string;
  phone: string;
  moderator: string;
  screen: string;
  organizer: string;
  lectern: string;
  /** Whether people can reach them, or only this computer. */
  reachable: boolean;
  /** The id of the invite in each link that has one. */
  ids: Readonly<Record<Standing, string>>;
}

/** The links that hold an invite, as they are called where they are printed. */
const standingNames = {
  moderator: 'Moderator',
  screen: 'Screen',
  organizer: 'Organiser',
  lectern: 'Lectern',
} as const;
type Standing = keyof typeof standingNames;

/** Until when the links that a server prints about itself hold: whoever can print them can make them anew. */
const holdsUntil = Date.UTC(2100, 0, 1);

/** Makes the links to an event; the organiser's opens every event of this installation. */
export async function linksTo(
  event: EventRow,
  room: string,
  origins: Origins,
  invites: Invites,
  standing: StandingInvites,
  state: State,
): Promise<Links> {
  const origin = origins.people ?? origins.here;
  const page = `${origin}/e/${event.slug}`;
  const { slug } = event;
  const ids = {
    moderator: standing.id({ event: slug, role: 'moderator' }, state),
    screen: standing.id({ event: slug, role: 'projector', room }, state),
    organizer: standing.id({ event: installation, role: 'organizer' }, null),
    lectern: standing.id({ event: slug, role: 'speaker', room }, state),
  };
  const invite = (of: Standing, place: StandingPlace) => signed(invites, ids[of], place);
  return {
    first: `${origin}/`,
    phone: `${origin}/j/${event.code}`,
    moderator: `${page}/desk#invite=${await invite('moderator', { event: slug, role: 'moderator' })}`,
    screen: `${page}/stage/${room}#invite=${await invite('screen', { event: slug, role: 'projector', room })}`,
    organizer: `${page}/admin#invite=${await invite('organizer', { event: installation, role: 'organizer' })}`,
    lectern: `${page}/monitor/${room}#invite=${await invite('lectern', { event: slug, role: 'speaker', room })}`,
    reachable: origins.people !== null,
    ids,
  };
}

/** Signs the invite of a standing link. */
function signed(invites: Invites, id: string, { event, role, room }: StandingPlace): Promise<string> {
  return invites.sign({
    ...{ id, event, role, name: null, uses: null, expiresAt: holdsUntil },
    scope: room === undefined ? {} : { room },
  });
}

/** The link by which the organizer of an installation makes its events, also the first one. */
export async function makingLink(
  origins: Origins,
  invites: Invites,
  standing: StandingInvites,
): Promise<{ link: string; id: string }> {
  const place = { event: installation, role: 'organizer' } as const;
  const id = standing.id(place, null);
  return { link: `${origins.people ?? origins.here}/#invite=${await signed(invites, id, place)}`, id };
}

/** That some of the printed links are others than those of the last start; null where none is. */
export function newLinks(ids: Partial<Links['ids']>, isNew: (id: string) => boolean): string | null {
  const names = Object.entries(standingNames).flatMap(([of, name]) => {
    const id = Object.entries(ids).find(([each]) => each === of)?.[1];
    return id !== undefined && isNew(id) ? [name] : [];
  });
  if (names.length === 0) return null;
  return `  New since the last start: ${names.join(', ')}. An older link opens its page until it is revoked.`;
}

/** The last line of a start without an event: where the first one is made. */
export function emptyBox(making: string, news: string | null): string {
  const rule = '─'.repeat(76);
  return [
    rule,
    `  There is no event yet. Make one   ${making}`,
    '  or   npx backrow import FILE',
    ...(news === null ? [] : [news]),
    rule,
  ].join('\n');
}

/** The last lines of a start: one link to open first, then one for each role, and what plain http cannot do. */
export function box(links: Links, eventTitle: string, news: string | null): string {
  const rule = '─'.repeat(76);
  const secure = links.first.startsWith('https:');
  const lines = [
    rule,
    `  Open this first   ${links.first}`,
    rule,
    `  ${eventTitle}`,
    '',
    `  Phone             ${links.phone}`,
    ...(links.reachable ? [indent(renderUnicodeCompact(inCapitals(links.phone), { border: 2 }))] : []),
    `  Moderator         ${links.moderator}`,
    '',
    `  Screen            ${links.screen}`,
    '',
    `  Organiser         ${links.organizer}`,
    '',
    `  Lectern           ${links.lectern}`,
    '',
    ...(links.reachable
      ? []
      : ['  People cannot reach this server yet: set PUBLIC_URL. These links work on this computer.']),
    ...(news === null ? [] : [news]),
    secure
      ? '  Served by https: everything works, on every device.'
      : '  Without https everything here works; only keeping screens awake and installing on phones needs https.',
    rule,
  ];
  return lines.join('\n');
}

/** A join link in capitals, which need a smaller QR code, where they mean the same: not below a path. */
function inCapitals(link: string): string {
  return /^https?:\/\/[^/]+\/j\/[^/]+$/.test(link) ? link.toUpperCase() : link;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
