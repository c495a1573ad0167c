import type { Resting } from '../../shared/people/invite-origin.ts';
import { chainOf, isWithdrawn } from '../../shared/people/invited.ts';
import type { LiveEvent } from '../live/live-event.ts';

/**
 * [P13, W70] Whether an invite opens nothing any more: one that it rests on ended, in this event or in the installation.
 * What is asked about is all that the log knows and all that its text, or that of a badge made from it, says.
 */
export function hasEnded(
  live: Pick<LiveEvent, 'state' | 'withdrew'>,
  invite: string,
  said: Resting = {},
): boolean {
  const chain = chainOf(live.state, invite, said);
  return (
    isWithdrawn(live.state, chain) ||
    chain.invites.some((id) => live.withdrew({ invite: id })) ||
    chain.makers.some((id) => live.withdrew({ participant: id }))
  );
}
