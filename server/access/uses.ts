import type { Refusal } from '../../shared/wire/refusals.ts';
import { refuse } from '../refusals/refuse.ts';
import { installation } from './installation.ts';
import type { Installation } from './installation-file.ts';
import type { Invite } from './invites.ts';

/**
 * [P5] Counts a use of an invite for all events, durably and over all of them, before anybody is let in; of two at once one is
 * first. Why it may not be used, and null where it may. An invite for one event is counted in that event's log.
 * Refuses: `invite-used-up`, `not-stored`.
 */
export function countUse(known: Installation, { id, event, uses }: Invite): Refusal | null {
  if (event !== installation || uses === null) return null;
  try {
    return known.use(id, uses) ? null : refuse('not-allowed', 'invite-used-up', { of: 'invite' });
  } catch {
    return refuse('unavailable', 'not-stored');
  }
}
