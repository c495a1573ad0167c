import { parseCookie } from 'cookie';
import type { Request } from 'express';
import type { Refusal } from '../../shared/wire/refusals.ts';
import type { Events } from '../live/events.ts';
import { refuse } from '../refusals/refuse.ts';
import type { Badge, Badges } from './badges.ts';
import { deadBadge } from './dead-badge.ts';
import { bearerOf } from './gate.ts';
import type { Installation } from './installation-file.ts';

/** The slug that stands for the whole installation in invites and badges. */
export const installation = '*';

/**
 * The badge of the installation's organizer behind a request: one that was made from an invite for `*`, in whatever
 * event, as a bearer token or a cookie. Refuses a request without any badge as `no-badge`, any other as `not-allowed`.
 * Refuses: `installation-needed`, `installation-only`.
 */
export async function installationBadge(
  request: Request,
  badges: Badges,
  events: Events,
  known: Installation,
  now: number,
): Promise<Badge | Refusal> {
  const said = bearerOf(request);
  const tokens =
    said === undefined
      ? Object.entries(parseCookie(request.headers.cookie ?? '')).flatMap(([name, token]) =>
          name.startsWith('badge.') && token !== undefined ? [token] : [],
        )
      : [said];
  const held = (await Promise.all(tokens.map((token) => badges.read(token)))).filter(
    (badge) => badge !== null,
  );
  const living = held.filter((badge) => isAlive(badge, events, known, now));
  const badge = living.find(({ role, installation: whole }) => role === 'organizer' && whole === true);
  if (badge) return badge;
  return living.length === 0
    ? refuse('no-badge', 'installation-needed', { of: 'organizer' })
    : refuse('not-allowed', 'installation-only');
}

/** Whether a badge still counts: the installation did not withdraw it, nor did its event, if it is that of one. */
function isAlive(badge: Badge, events: Events, known: Installation, now: number): boolean {
  if (badge.expiresAt <= now || known.withdrew(badge, badge.event)) return false;
  if (badge.event === installation) return true;
  const running = events.get(badge.event);
  return running !== undefined && deadBadge(running.live, badge, now) === null;
}
