import { invitesBehind, isWithdrawn } from '../../shared/people/invited.ts';
import type { LiveEvent } from '../live/live-event.ts';

/** [P13, W70] Whether an invite opens nothing any more: one that it rests on ended, in this event or in the installation. */
export function hasEnded(live: Pick<LiveEvent, 'state' | 'withdrew'>, invite: string): boolean {
  const { state } = live;
  const chain = invitesBehind(state, invite);
  const maker = (id: string) => state.tables.invites.get(id)?.maker ?? '';
  return (
    isWithdrawn(state, chain) || chain.some((id) => live.withdrew({ invite: id, participant: maker(id) }))
  );
}
