import { renderUnicodeCompact } from 'uqr';
import type { EventRow } from '../shared/event/event.ts';
import type { Role } from '../shared/people/role.ts';
import type { Origins } from './access/addresses.ts';
import { type Invites, standingInviteId } from './access/invites.ts';

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
}

/** Until when the links that a server prints about itself hold: whoever can print them can make them anew. */
const standing = Date.UTC(2100, 0, 1);

/** Makes the links to an event; the organiser's opens every event of this installation. */
export async function linksTo(
  event: EventRow,
  room: string,
  origins: Origins,
  invites: Invites,
): Promise<Links> {
  const origin = origins.people ?? origins.here;
  const page = `${origin}/e/${event.slug}`;
  const invite = (slug: string, role: Role, scope: { room?: string } = {}) =>
    invites.sign({
      id: standingInviteId(slug, role, scope.room),
      event: slug,
      role,
      scope,
      name: null,
      uses: null,
      expiresAt: standing,
    });
  return {
    first: `${origin}/`,
    phone: `${origin}/j/${event.code}`,
    moderator: `${page}/desk#invite=${await invite(event.slug, 'moderator')}`,
    screen: `${page}/stage/${room}#invite=${await invite(event.slug, 'projector', { room })}`,
    organizer: `${page}/admin#invite=${await invite('*', 'organizer')}`,
    lectern: `${page}/monitor/${room}#invite=${await invite(event.slug, 'speaker', { room })}`,
    reachable: origins.people !== null,
  };
}

/** The link by which the organizer of an installation makes its events, also the first one. */
export async function makingLink(origins: Origins, invites: Invites): Promise<string> {
  const secret = await invites.sign({
    id: standingInviteId('*', 'organizer', undefined),
    event: '*',
    role: 'organizer',
    scope: {},
    name: null,
    uses: null,
    expiresAt: standing,
  });
  return `${origins.people ?? origins.here}/#invite=${secret}`;
}

/** The last line of a start without an event: where the first one is made. */
export function emptyBox(making: string): string {
  const rule = '─'.repeat(76);
  return [rule, `  There is no event yet. Make one   ${making}`, '  or   npx backrow import FILE', rule].join(
    '\n',
  );
}

/** The last lines of a start: one link to open first, then one for each role, and what plain http cannot do. */
export function box(links: Links, eventTitle: string): string {
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
