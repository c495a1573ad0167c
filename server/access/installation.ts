import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { type Refusal, refuse } from '../../shared/wire/refusals.ts';
import type { Events } from '../live/events.ts';
import { deadBadge } from '../socket/intake.ts';
import type { Badge, Badges } from './badges.ts';
import { bearerOf } from './gate.ts';

/** The slug that stands for the whole installation in invites and badges. */
export const installation = '*';

/**
 * The badge of the installation's organizer behind a request: one that was made from an invite for `*`, in whatever
 * event, as a bearer token or a cookie. Refuses a request without any badge as `no-badge`, any other as `not-allowed`.
 */
export async function installationBadge(
  request: Request,
  badges: Badges,
  events: Events,
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
  const known = (badge: Badge) => badge.event === installation || events.get(badge.event) !== undefined;
  const living = held.filter((badge) => known(badge) && !isDead(badge, events, now));
  const badge = living.find(({ role, installation: whole }) => role === 'organizer' && whole === true);
  if (badge) return badge;
  return living.length === 0
    ? refuse('no-badge', 'installation-needed', { of: 'organizer' })
    : refuse('not-allowed', 'installation-only');
}

/** Whether a badge was withdrawn, in its event or, for the whole installation, in any. */
function isDead(badge: Badge, events: Events, now: number): boolean {
  const asked =
    badge.event === installation ? events.list().map(({ running }) => running) : [events.get(badge.event)];
  return (
    badge.expiresAt <= now ||
    asked.some((running) => running && deadBadge(running.live.state, badge, now) !== null)
  );
}
