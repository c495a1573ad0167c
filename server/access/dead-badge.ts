import type { Refusal } from '../../shared/wire/refusals.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { refuse } from '../refusals/refuse.ts';
import type { Badge } from './badges.ts';
import { hasEnded } from './ended.ts';

/** Why a badge is worth nothing any more; null while it is. Refuses: `access-withdrawn`, `access-expired`. */
export function deadBadge(
  live: Pick<LiveEvent, 'state' | 'withdrew'>,
  badge: Badge,
  now: number,
): Refusal | null {
  const { state } = live;
  const revoked =
    live.withdrew(badge) ||
    state.tables.participants.get(badge.participant)?.revokedAt != null ||
    (badge.invite !== null && hasEnded(live, badge.invite, badge));
  if (revoked)
    return refuse('no-badge', 'access-withdrawn', {
      of: 'revoked',
    });
  return badge.expiresAt <= now ? refuse('no-badge', 'access-expired') : null;
}
